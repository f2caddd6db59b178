import { readScheduleInstance, scheduleInstance, type ScheduleNews, type Solution } from '#modules/meetings/cli.ts'
import { explanationLines, meetingsTexts } from '#modules/meetings/texts.ts'
import { assertWritable, writeWhole } from './plan-file.ts'
import { openProgress } from './progress-bar.ts'
import { readJson } from './read-json.ts'
import { readScheduleWords } from './schedule-words.ts'

/**
 * Plans the meetings of a file: `o <seconds> <objective>` at each better plan, and last `s <status> <objective> <bound>`, with `-` for
 * what there is not. Lines of an explanation, `c …`, come before it. Seconds count from the start of the process. A signal ends it early, with the best plan so far.
 */
export async function schedule(words: readonly string[], usage: string): Promise<number> {
  const { file, out, seconds, ...terms } = readScheduleWords(words, usage)
  const read = readScheduleInstance(readJson(file))
  if (!read.ok) return refuse(file, read.problem.faults)
  if (out !== null) assertWritable(out)
  const progress = openProgress(process.stderr, seconds)
  const improvements = tellImprovements(progress.clear)
  const { solution, explanations } = await scheduleInstance(
    read.value,
    { ...terms, deadlineMs: seconds * 1000, signal: stopSignal() },
    (news) => {
      improvements(news)
      progress.show(news)
    },
  ).finally(progress.clear)
  if (out !== null) writeWhole(out, `${JSON.stringify(solution)}\n`)
  for (const line of explanations.flatMap((told) => explanationLines(meetingsTexts.en, told))) console.log(`c ${line}`)
  console.log(lastLine(solution))
  return 0
}

/** Aborted by the first signal; the others change nothing, since a terminal and npm both pass Ctrl-C on. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}

function tellImprovements(before: () => void): (news: ScheduleNews) => void {
  let told = Infinity
  return ({ objective }) => {
    if (objective === null || objective >= told) return
    told = objective
    before()
    console.log(`o ${(performance.now() / 1000).toFixed(3)} ${objective}`)
  }
}

function lastLine({ status, objective, bound }: Solution): string {
  return `s ${status} ${objective ?? '-'} ${bound ?? '-'}`
}

function refuse(file: string, faults: readonly string[]): number {
  console.error(`${file} is not an instance:`)
  for (const fault of faults) console.error(`  ${fault}`)
  return 2
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type RichMeasure, richEvents } from './rich-event.ts'
import { secondsOf, type Words } from './words.ts'

/** Plans the events of the product's own problem, each in a process of its own. @returns how many plans the judge refused */
export function benchRich(words: Words, say: (...lines: string[]) => void): number {
  const seconds = words.seconds ?? secondsOf.rich
  const names = Object.keys(richEvents).filter((name) => words.only.length === 0 || words.only.some((part) => name.includes(part)))
  if (names.length === 0) return 0
  say('', `## rich, ${seconds} s each`, '')
  say('Events drawn from the seed: wishes to choose, musts and targets, interpreters, addresses one slot away, two or three days.', '')
  say(line(columns), line(columns.map((_, i) => (i === 0 ? '---' : '---:'))))
  const measures = names.map((name) => measureRich(name, seconds, words.seed))
  for (const measured of measures) say(line(cellsOf(measured)))
  say('', 'One person away on the last day, from the plan above: the fewest meetings of that plan that have to move.', '')
  say(line(['Event', 'Moves', 'Proven fewest', 'Seconds']), line(['---', '---:', '---:', '---:']))
  for (const { name, absences } of measures) {
    for (const { bound, moves, seconds: took } of absences) {
      say(
        line([
          name,
          moves === null ? '–' : String(moves),
          moves === bound ? 'yes' : `at least ${bound}`,
          took === null ? '> 5' : took.toFixed(2),
        ]),
      )
    }
  }
  return measures.filter(({ isJudgedRight }) => !isJudgedRight).length
}

const columns = [
  'Event',
  'People',
  'Wishes',
  'First plan',
  'Musts and targets proven',
  'Missed (bound)',
  'Weight held (at most)',
  'Breaks',
  'Idle slots',
  'A reason',
  'Memory',
  'Judge',
]

function cellsOf(measured: RichMeasure): string[] {
  const { mustsAndTargets, wishWeight, firstSeconds, provenSeconds } = measured
  return [
    measured.name,
    String(measured.people),
    String(measured.wishes),
    firstSeconds === null ? '–' : `${firstSeconds.toFixed(2)} s`,
    provenSeconds === null ? '–' : `${provenSeconds.toFixed(2)} s`,
    `${mustsAndTargets.missed} (${mustsAndTargets.bound})`,
    `${wishWeight.held} (${wishWeight.atMost})`,
    String(measured.breaks),
    String(measured.idle),
    `${(1000 * measured.secondsPerReason).toFixed(1)} ms`,
    `${measured.megabytes.toFixed(0)} MB`,
    measured.isJudgedRight ? 'right' : 'WRONG',
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function measureRich(name: string, seconds: number, seed: number): RichMeasure {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'rich-event.ts'), name, String(seconds), String(seed)], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(`${name} ended with ${child.status}: ${child.stderr}`)
  return JSON.parse(child.stdout) as RichMeasure
}

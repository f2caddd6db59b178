import { spawnSync } from 'node:child_process'
import { loadWebBuild } from '#app/web-build.ts'
import { type Running, startEscale } from '#tests/operations/process.ts'
import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race, timed } from '../race.ts'

const passes = 2
/** `npm start` for the second time: README promises it in two seconds. */
const promisedSeconds = 2

async function run(ground: Ground): Promise<Finding[]> {
  await loadWebBuild()
  let folder = ''
  const timeStart = async () => {
    const started = performance.now()
    const running: Running = await startEscale(folder)
    const time = performance.now() - started
    await running.stop()
    return time
  }
  const { first, second, node } = await race(
    {
      first: {
        what: 'First start: makes the database, loads the demonstration',
        run: () => {
          folder = ground.folder()
          return timeStart()
        },
      },
      second: { what: 'Second start', run: timeStart },
      node: { what: 'Node that does nothing', run: () => timed(() => Promise.resolve(spawnSync(process.execPath, ['-e', '0']))) },
    },
    { passes, seconds: 20 },
  )
  const finding = against(second, node)
  const isKept = finding.time.median < promisedSeconds * 1000
  return [against(first, node), { ...finding, note: `${isKept ? 'within' : 'beyond'} the promised ${promisedSeconds} s` }]
}

export const measure: Measure = {
  rank: 8,
  title: 'Starting',
  reading: `\`escale start\` with the embedded PostgreSQL, in a new folder, then again in the same one, until \`/readyz\` answers; the web
application is built beforehand, nothing is installed. Precise to some 40 ms.`,
  run,
}

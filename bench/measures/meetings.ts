import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type EventSize, type OpenedEvent, openEventOf } from '../meeting-event.ts'
import { type Finding, type Times, against, alone, race, timed } from '../race.ts'
import { oneConnection, timeRequest } from '../requests.ts'
import { signIn } from '../sign-in.ts'
import { applyRun, performRun, planSnapshot, requestRun, usualRounds } from '#modules/meetings/index.ts'
import { valueOf } from '#platform/pure/outcome.ts'

const sizes: readonly (EventSize & { readonly what: string })[] = [
  { what: '450 people, 1,700 meetings', people: 450, meetings: 1700, tables: 120, days: '2017-11-06 9h-17h' },
  { what: '2,000 people, 20,000 meetings', people: 2000, meetings: 20_000, tables: 730, days: '2017-11-06 9h-18h\n2017-11-07 9h-18h' },
]
/** Companies that open their agenda one after the other, and the minute they have for it. */
const readers = 300
const minuteMs = 60_000

async function run(ground: Ground): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { what, ...size } of sizes) findings.push(...(await fromClickToPlan(ground, what, size)))
  return findings
}

async function fromClickToPlan(ground: Ground, what: string, size: EventSize): Promise<Finding[]> {
  const opened = await openEventOf(ground, size)
  const { world, owner, lucie, missionId, eventId } = opened
  const terms = { seed: 1, rounds: usualRounds, movesAllowed: null }
  const once = async (of: string, run: () => Promise<unknown>) => ({ what: `${what}: ${of}`, time: await timed(run) })
  const signal = new AbortController().signal
  let number = 0
  const asked = await once('the run asked for, its snapshot frozen', async () => {
    number = valueOf(await world.as(lucie, (ctx) => requestRun(ctx, missionId, eventId, terms)))
  })
  const { rows } = await owner.query<{ id: string; snapshot: string }>(
    'select r.id, c.snapshot from meetings.run r join meetings.run_content c on c.run_id = r.id where r.event_id = $1 and r.number = $2',
    [eventId, number],
  )
  const [frozen] = rows
  if (!frozen) throw new Error('no run was asked for')
  const engine = await once('the engine alone, plan judged and explained', () =>
    planSnapshot(JSON.parse(frozen.snapshot), { seed: 1, rounds: usualRounds, threads: 2, signal }, () => {}),
  )
  const worker = await once('the worker, progress noted and result kept', () => performRun(world.services, owner, frozen.id, signal))
  const applied = await once('the plan applied', async () =>
    valueOf(await world.as(lucie, (ctx) => applyRun(ctx, missionId, eventId, number))),
  )
  const sum = asked.time + worker.time + applied.time
  const whole = { what: `${what}: from the click to the plan in force`, time: sum }
  const product = { what: `${what}: the product’s share of it`, time: sum - engine.time }
  return [
    against(timesOf(whole), timesOf(engine)),
    against(timesOf(product), timesOf(engine)),
    alone(timesOf(asked)),
    alone(timesOf(applied)),
    ...(await readingOf(ground, what, opened)),
  ]
}

function timesOf({ what, time }: { readonly what: string; readonly time: number }): Times {
  return { what, times: [time] }
}

/** The board of a day, and the agendas of many companies, beside a page of the same server that reads nothing. */
async function readingOf(ground: Ground, what: string, { world, missionId, eventId, participantIds }: OpenedEvent): Promise<Finding[]> {
  const server = await ground.serve(world.ownerUrl)
  const cookie = await signIn(server.url, 'Lucie Ferrat')
  const connection = oneConnection()
  ground.atEnd(() => Promise.resolve(connection.destroy()))
  const time = (path: string) => timeRequest({ url: `${server.url}${path}`, headers: { cookie } }, connection)
  const page = (path: string) => time(`/missions/${missionId}/rendez-vous/${eventId}/${path}`)
  const { board, plain } = await race(
    {
      board: { what: `${what}: the board of a day`, run: () => page('tableau') },
      plain: { what: 'a page without data (accessibility statement)', run: () => time('/accessibilite') },
    },
    { passes: 3, seconds: 30 },
  )
  const agendas = await timed(async () => {
    for (const id of participantIds.slice(0, readers)) await page(`agenda/${id}`)
  })
  const bare = await timed(async () => {
    for (let reader = 0; reader < readers; reader += 1) await time('/accessibilite')
  })
  const opening = { what: `${what}: ${readers} companies open their agenda`, times: [agendas] }
  return [
    against(board, plain),
    against(opening, { what: `${readers} readings of a page without data`, times: [bare] }),
    against(opening, { what: 'a minute', times: [minuteMs] }, { limit: 1 }),
  ]
}

export const measure: Measure = {
  rank: 10,
  title: 'An event of meetings, from the click to the plan in force',
  reading: `Half of the people travel, half receive; each who travels wishes for as many as it takes, all of whom accepted. A run of the usual
rounds is asked for, made by the worker and applied, on the real database. Floor: the engine on the same frozen snapshot, the same seed and rounds,
hence the same work; each is made once. The board shows one day. Boards and agendas come from the real server, one
after the other; floors: a page of that server that reads no data, and the minute in which everybody opens theirs.`,
  run,
}

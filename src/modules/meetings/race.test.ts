import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sql } from 'kysely'
import { withOwner } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { ok } from '#platform/pure/outcome.ts'
import { deskProblems } from './domain/desk-said.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { deskTexts } from './texts/desk-texts.ts'
import { readDesk } from './usecases/read-desk.ts'
import { sayAtDesk } from './usecases/say-at-desk.ts'

/** As many as stand at the desk when the doors open. */
const crowd = 50

let world: Awaited<ReturnType<typeof anEventInMiami>>
let pairs: readonly { readonly one: string; readonly other: string; readonly people: readonly string[] }[]
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  await withOwner(world.ownerUrl, async (owner) => {
    const participants = `insert into meetings.participant (mission_id, event_id, organisation_id, circle_id, name, country, target, meeting_quota, request_quota)
      select $1, $2, $3, $4, $5 || n, 'FR', 6, 6, 6 from generate_series(1, ${crowd}) n returning id`
    const bring = async (circleId: string, name: string) =>
      (await owner.query<{ id: string }>(participants, [world.missionId, world.eventId, world.lead.organisationId, circleId, name])).rows
    const [ours, hosts] = [await bring(world.home, 'Maison '), await bring(world.host, 'Hôte ')]
    const people = await owner.query<{ id: string; participantId: string }>(
      `insert into meetings.representative (mission_id, event_id, participant_id, given_name, family_name)
        select $1, $2, id, 'Ana', 'de ' || id from unnest($3::uuid[]) id returning id, participant_id as "participantId"`,
      [world.missionId, world.eventId, [...ours, ...hosts].map(({ id }) => id)],
    )
    const personOf = (id: string) => people.rows.find(({ participantId }) => participantId === id)?.id ?? ''
    pairs = ours.map(({ id: one }, index) => {
      const other = hosts[index]?.id ?? ''
      return { one, other, people: [personOf(one), personOf(other)] }
    })
  })
})
afterAll(() => world.close())

const codesOf = (outcomes: readonly { readonly ok: boolean; readonly problem?: { readonly code: string } }[]) => {
  const counts = new Map<string, number>()
  for (const { ok: isDone, problem } of outcomes) {
    const code = isDone ? 'done' : (problem?.code ?? '')
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

test('of fifty who take one table at once, one has it, and each of the others is told why', async () => {
  const { desk } = await world.read(world.lead, (ctx) => readDesk(ctx, world.missionId, world.eventId, '2017-11-06' as LocalDate))
  const [slotId, spotId] = [desk?.slots[0]?.id ?? '', desk?.spots[0]?.id ?? '']
  const outcomes = await Promise.all(
    pairs.map(({ one, other, people }) =>
      world.as(world.lead, (ctx) =>
        sayAtDesk(ctx, world.missionId, world.eventId, {
          key: crypto.randomUUID(),
          saidAt: null,
          said: { kind: 'walk_in', meetingId: crypto.randomUUID(), slotId, spotId, oneId: one, otherId: other, people },
        }),
      ),
    ),
  )

  expect(codesOf(outcomes)).toEqual({ done: 1, no_spot_holds_two_meetings_at_once: crowd - 1 })
  expect(deskProblems).toContain('no_spot_holds_two_meetings_at_once')
  expect(deskTexts.fr.problems.no_spot_holds_two_meetings_at_once).not.toBe(deskTexts.en.problems.no_spot_holds_two_meetings_at_once)
})

test('of fifty meetings of one hour that take one interpreter, the database gives her to one, application checks bypassed', async () => {
  const { meetings, interpreter } = await withOwner(world.ownerUrl, async (owner) => {
    const made = await owner.query<{ id: string }>(
      `with spots as (insert into meetings.spot (mission_id, event_id, leg_id, position, name)
          select $1, $2, (select leg_id from meetings.event where id = $2), 100 + n, 'Salle ' || n from generate_series(1, ${crowd}) n returning id),
        slot as (select * from meetings.slot where event_id = $2 order by starts_at desc limit 1),
        places as (select id, row_number() over () as n from spots),
        pairs as (select * from unnest($3::uuid[], $4::uuid[]) with ordinality p (one, other, n))
        insert into meetings.meeting (mission_id, event_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at)
          select $1, $2, other, one, slot.id, places.id, slot.starts_at, slot.ends_at from pairs join places using (n) cross join slot returning id`,
      // The other way round than at the desk; whoever met there already is left out.
      [world.missionId, world.eventId, pairs.map(({ one }) => one), pairs.map((_, index) => pairs[(index + 1) % crowd]?.other ?? '')],
    )
    const her = await owner.query<{ id: string }>(
      `insert into meetings.resource (mission_id, event_id, kind, name, languages) values ($1, $2, 'interpreter', 'Inès', '{fr,en}') returning id`,
      [world.missionId, world.eventId],
    )
    return { meetings: made.rows.map(({ id }) => id), interpreter: her.rows[0]?.id ?? '' }
  })
  const outcomes = await Promise.all(
    meetings.map((meetingId) =>
      world.as(world.lead, async (ctx) => {
        await sql`insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, resource_id)
          select mission_id, event_id, id, starts_at, ends_at, ${interpreter} from meetings.meeting where id = ${meetingId}`.execute(ctx.tx)
        return ok(null)
      }),
    ),
  )

  expect(codesOf(outcomes)).toEqual({ done: 1, nothing_serves_two_meetings_at_once: crowd - 1 })
})

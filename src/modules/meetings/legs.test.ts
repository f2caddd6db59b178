import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { brokenRules } from './domain/judge/broken-rules.ts'
import { loadEvent } from './sql/setup.ts'
import { listEventLegs, listPresences } from './sql/legs.ts'
import { insertMeetings } from './sql/plans.ts'
import { listSlots, listSpots } from './sql/setup.ts'
import { listParticipants } from './sql/participants.ts'
import { endOf, listRounds } from './sql/surveys.ts'
import { readLink } from './usecases/answer-by-link.ts'
import { planSurveys, readSurveys } from './usecases/ask-surveys.ts'
import { importParticipants } from './usecases/import-participants.ts'
import { makeLink } from './usecases/make-link.ts'
import { planSnapshot } from './usecases/plan-snapshot.ts'
import { readDesk } from './usecases/read-desk.ts'
import { sendSurveys } from './usecases/send-surveys.ts'
import { takeSnapshot } from './usecases/take-snapshot.ts'
import { addSpots, layOutDays, removePart } from './usecases/set-up-event.ts'
import { addLeg, sayPresence } from './usecases/set-up-legs.ts'

/**
 * The event of Miami goes on in New Orleans, where there is one table. Maison, whom the lead brings, is on both legs; Voisine, whom the city brings, in
 * Miami alone; Grove is at home in Miami, Bayou in New Orleans, and each is wished for by both.
 */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [maison, voisine, grove, bayou] = ['', '', '', '']

const inEvent = (run: typeof layOutDays, days: string, legId: string | null = null) =>
  world.as(world.lead, (ctx) => run(ctx, world.missionId, world.eventId, days, legId))
const present = (who: typeof world.lead, id: string, legIds: readonly string[]) =>
  world.as(who, (ctx) => sayPresence(ctx, world.missionId, world.eventId, id, legIds))
const slotsOf = async (legId: string) =>
  (await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))).filter((slot) => slot.legId === legId)
const spotsOf = async (legId: string) =>
  (await world.read(world.lead, (ctx) => listSpots(ctx.tx, world.eventId))).filter((spot) => spot.legId === legId)

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'), { goesOn: true })
  valueOf(await world.as(world.lead, (ctx) => addLeg(ctx, world.missionId, world.eventId, world.nextLegId)))
  valueOf(await inEvent(layOutDays, '2017-11-10 9h-11h25', world.nextLegId))
  const table = { name: 'Table du fleuve', district: '', address: '', participantId: null, legId: world.nextLegId }
  valueOf(await world.as(world.lead, (ctx) => addSpots(ctx, world.missionId, world.eventId, [table])))
  maison = await world.bring(world.lead, 'Maison')
  voisine = await world.bring(world.city, 'Voisine')
  grove = await world.bring(world.lead, 'Grove', { circleId: world.host })
  bayou = await world.bring(world.lead, 'Bayou', { circleId: world.host })
  valueOf(await present(world.city, voisine, [world.legId]))
  valueOf(await present(world.lead, grove, [world.legId]))
  valueOf(await present(world.lead, bayou, [world.nextLegId]))
  await everybodyWishes(world, world.eventId, [maison, voisine], [grove, bayou])
})
afterAll(() => world.close())

test('each leg has its city and its clocks', async () => {
  const legs = await world.read(world.city, (ctx) => listEventLegs(ctx.tx, world.eventId))
  expect(legs.map(({ id, cityName, timeZone }) => [id, cityName.fr, timeZone])).toEqual([
    [world.legId, 'Miami', 'America/New_York'],
    [world.nextLegId, 'La Nouvelle-Orléans', 'America/Chicago'],
  ])
  expect((await slotsOf(world.nextLegId))[0]).toMatchObject({
    startsAt: '2017-11-10T15:00:00.000Z',
    timeZone: 'America/Chicago',
    stretch: 2,
  })
})

test('to lay out one leg again leaves the slots of the other where they are', async () => {
  const before = await slotsOf(world.legId)
  valueOf(await inEvent(layOutDays, '2017-11-10 9h-10h10\n2017-11-10 10h15-11h25', world.nextLegId))
  valueOf(await inEvent(layOutDays, '2017-11-10 9h-11h25', world.nextLegId))
  expect(await slotsOf(world.legId)).toEqual(before)
  expect(await slotsOf(world.nextLegId)).toHaveLength(6)
})

test('a day of another city, a leg twice, and a leg of no event are refused', async () => {
  expect(await inEvent(layOutDays, '2017-11-07 15h-16h', world.nextLegId)).toEqual({ ok: false, problem: { code: 'a_day_is_on_one_leg' } })
  expect(await inEvent(layOutDays, '2017-11-12 15h-16h', crypto.randomUUID())).toEqual({ ok: false, problem: { code: 'leg_unknown' } })
  const again = (legId: string) => world.as(world.lead, (ctx) => addLeg(ctx, world.missionId, world.eventId, legId))
  expect(await again(world.nextLegId)).toEqual({ ok: false, problem: { code: 'a_leg_is_held_once' } })
  expect(await again(crypto.randomUUID())).toEqual({ ok: false, problem: { code: 'leg_unknown' } })
  expect(await present(world.lead, maison, [])).toEqual({ ok: false, problem: { code: 'leg_unknown' } })
})

test('a plan holds each meeting in the city where both are, at a table of that city, and no wish of two who are never in one', async () => {
  const snapshot = await world.read(world.lead, async (ctx) => {
    const event = await loadEvent(ctx.tx, world.missionId, world.eventId)
    return event ? (await takeSnapshot(ctx, event, null)).snapshot : null
  })
  if (!snapshot) throw new Error('the event is there')
  const terms = { seed: 1, rounds: 4, threads: 1, signal: new AbortController().signal }
  const found = await planSnapshot(snapshot, terms, () => undefined)

  const legOfSlot = new Map((await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))).map(({ id, legId }) => [id, legId]))
  const legOfSpot = new Map((await world.read(world.lead, (ctx) => listSpots(ctx.tx, world.eventId))).map(({ id, legId }) => [id, legId]))
  const plan = found?.meetings.map(({ one, other, slotId, spotId }) => [one, other, legOfSlot.get(slotId), legOfSpot.get(spotId)])
  expect(new Set(plan?.map(String))).toEqual(
    new Set(
      [
        [maison, grove, world.legId, world.legId],
        [voisine, grove, world.legId, world.legId],
        [maison, bayou, world.nextLegId, world.nextLegId],
      ].map(String),
    ),
  )
  expect(found?.unheld).toMatchObject([{ one: voisine, other: bayou, cause: 'no_common_slot' }])
  expect(brokenRules(snapshot, found?.meetings ?? [])).toEqual([])
  const elsewhere = found?.meetings.map((meeting) =>
    meeting.other === bayou ? { ...meeting, spotId: [...legOfSpot].find(([, leg]) => leg === world.legId)?.[0] ?? '' } : meeting,
  )
  expect(brokenRules(snapshot, elsewhere ?? [])).toMatchObject([{ kind: 'spot_away', other: bayou }])
})

test('the desk of a day is in its city: its clocks, its tables, and those who are there', async () => {
  const { desk, days } = await world.read(world.lead, (ctx) => readDesk(ctx, world.missionId, world.eventId, '2017-11-10'))
  expect(days.map(({ date, city }) => [date, city?.fr])).toEqual([
    ['2017-11-06', 'Miami'],
    ['2017-11-07', 'Miami'],
    ['2017-11-10', 'La Nouvelle-Orléans'],
  ])
  expect(desk).toMatchObject({ zone: 'America/Chicago', spots: [{ name: 'Table du fleuve' }] })
  expect(desk?.participants.map(({ name }) => name)).toEqual(['Bayou', 'Maison'])
  expect(desk?.slots[0]).toMatchObject({ from: '09:00', startsAt: '2017-11-10T15:00:00.000Z' })
})

test('a list says on which legs each company is, by their cities; a city of no leg is named, and nothing enters', async () => {
  const bring = (rows: string[][]) => {
    const list = { headers: ['Entreprise', 'Étapes', 'Nom'], rows, firstLine: 2 }
    return world.as(world.city, (ctx) => importParticipants(ctx, world.missionId, world.eventId, world.home, list))
  }
  expect(
    await bring([
      ['Ici', 'Miami', ''],
      ['Ailleurs', 'Miami ; Chicago', ''],
    ]),
  ).toEqual({
    ok: false,
    problem: { code: 'import_line_refused', lines: [{ line: 3, column: 'Étapes', problem: 'leg_not_of_event' }] },
  })
  valueOf(
    await bring([
      ['Ici', 'miami', 'Un'],
      ['Là', 'New Orleans', 'Deux'],
      ['Là', '', 'Trois'],
      ['Partout', 'Miami, La Nouvelle-Orleans', ''],
      ['Partout aussi', '', ''],
    ]),
  )
  const { presences, brought } = await world.read(world.lead, async (ctx) => ({
    presences: await listPresences(ctx.tx, world.eventId),
    brought: await listParticipants(ctx.tx, world.eventId),
  }))
  const legsOf = (name: string) => presences.get(brought.find((one) => one.name === name)?.id ?? '')
  expect(['Ici', 'Là', 'Partout', 'Partout aussi'].map(legsOf)).toEqual([[world.legId], [world.nextLegId], undefined, undefined])
})

test('surveys follow the last day, on the clocks of the city where the meetings end', async () => {
  expect(await world.read(world.lead, (ctx) => endOf(ctx.tx, world.eventId))).toEqual({ day: '2017-11-10', timeZone: 'America/Chicago' })
  const { lines, zone } = await world.read(world.lead, (ctx) => readSurveys(ctx, world.missionId, world.eventId))
  expect([zone, lines[0]?.day]).toEqual(['America/Chicago', '2017-11-17'])
  valueOf(await world.as(world.lead, (ctx) => planSurveys(ctx, world.missionId, world.eventId, ['week'])))
  // Nine o’clock in Miami is eight in New Orleans.
  const sentAt = async (now: string) => {
    await withOwner(world.ownerUrl, (owner) => sendSurveys({ ...world.services, now: () => now as Instant }, owner))
    return (await world.read(world.lead, (ctx) => listRounds(ctx.tx, world.eventId)))[0]?.sentAt
  }
  expect(await sentAt('2017-11-17T14:30:00.000Z')).toBe(null)
  expect(await sentAt('2017-11-17T15:00:00.000Z')).toBe('2017-11-17T15:00:00.000Z')
})

test('a link shows the slots of the cities where its company is, on their clocks', async () => {
  const open = async (id: string) => {
    const address = valueOf(await world.as(world.lead, (ctx) => makeLink(ctx, world.missionId, world.eventId, id, 'en')))
    const link = await readLink(world.services, address.slice(address.lastIndexOf('/') + 1))
    return link && 'slots' in link ? link.slots.map(({ timeZone, city }) => [timeZone, city?.en ?? city?.fr]) : null
  }
  expect(await open(bayou)).toEqual(Array.from({ length: 6 }, () => ['America/Chicago', 'New Orleans']))
  expect(await open(maison)).toHaveLength(18)
})

const meet = async (oneId: string, otherId: string, slotLeg: string, spotLeg: string) => {
  const [slot, spot] = [(await slotsOf(slotLeg))[0], (await spotsOf(spotLeg))[0]]
  return sql`insert into meetings.meeting (mission_id, event_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at)
    values (${world.missionId}, ${world.eventId}, ${oneId}, ${otherId}, ${slot?.id}, ${spot?.id}, ${slot?.startsAt}, ${slot?.endsAt})`
}
const ofEvent = (table: string, where: string) => `delete from meetings.${table} where event_id = '${world.eventId}' and ${where}`

test.each([
  ['a_spot_is_on_the_leg_of_the_meeting', async () => [await meet(maison, grove, world.legId, world.nextLegId)]],
  ['who_meets_is_on_the_leg', async () => [await meet(maison, bayou, world.legId, world.legId)]],
  [
    'nobody_leaves_a_leg_with_meetings',
    async () => [
      await meet(maison, bayou, world.nextLegId, world.nextLegId),
      sql`insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id)
        values (${world.missionId}, ${world.eventId}, ${maison}, ${world.legId})`,
    ],
  ],
  ['a_leg_with_slots_stays', async () => [ofEvent('participant_leg', 'true'), ofEvent('event_leg', `leg_id = '${world.nextLegId}'`)]],
  [
    'a_leg_with_spots_stays',
    async () => [
      ofEvent('participant_leg', 'true'),
      ofEvent('slot', `leg_id = '${world.nextLegId}'`),
      ofEvent('event_leg', `leg_id = '${world.nextLegId}'`),
    ],
  ],
  [
    'a_leg_with_participants_stays',
    async () => [
      ofEvent('slot', `leg_id = '${world.nextLegId}'`),
      ofEvent('spot', `leg_id = '${world.nextLegId}'`),
      ofEvent('event_leg', `leg_id = '${world.nextLegId}'`),
    ],
  ],
  [
    'an_event_stays_on_its_leg',
    async () => ['slot', 'spot', 'participant_leg', 'event_leg'].map((table) => ofEvent(table, `leg_id = '${world.legId}'`)),
  ],
  [
    'a_leg_is_held_once',
    async () => [
      sql`insert into meetings.event_leg (mission_id, event_id, leg_id, time_zone) values (${world.missionId}, ${world.eventId}, ${world.nextLegId}, 'UTC')`,
    ],
  ],
  [
    'a_leg_held_by_an_event_stays',
    async () => [
      sql`insert into meetings.event_leg (mission_id, event_id, leg_id, time_zone)
      values (${world.missionId}, ${world.eventId}, ${crypto.randomUUID()}, 'UTC')`,
    ],
  ],
  [
    'zone_is_named',
    async () => [
      sql`insert into meetings.event_leg (mission_id, event_id, leg_id, time_zone)
      values (${world.missionId}, ${world.eventId}, ${crypto.randomUUID()}, '+02:00')`,
    ],
  ],
  [
    // Midnight in New Orleans is later than in Miami: the day is that of the clocks of the leg, whatever is written.
    'a_day_is_on_one_leg',
    async () => [
      sql`insert into meetings.slot (mission_id, event_id, leg_id, stretch, day, starts_at, ends_at)
        values (${world.missionId}, ${world.eventId}, ${world.nextLegId}, 9, '2020-01-01', '2017-11-08T05:30:00Z', '2017-11-08T05:50:00Z')`,
    ],
  ],
  [
    'a_participant_is_on_a_leg_once',
    async () => [
      sql`insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id)
      values (${world.missionId}, ${world.eventId}, ${bayou}, ${world.nextLegId})`,
    ],
  ],
])('%s is kept by the database', async (constraint, statements) => {
  expect(await world.stoppedBy(world.lead, ...(await statements()))).toBe(constraint)
})

test('who brings a company says where it is, and of nobody else; a partner adds no leg, and a stranger reads none', async () => {
  await expect(present(world.city, maison, [world.legId])).rejects.toThrow('may not')
  await expect(world.as(world.city, (ctx) => addLeg(ctx, world.missionId, world.eventId, world.nextLegId))).rejects.toThrow('may not')
  const ofMaison = sql`insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id)
    values (${world.missionId}, ${world.eventId}, ${maison}, ${world.legId})`
  expect(await world.stoppedBy(world.city, ofMaison)).toBe('42501')
  expect(await world.read(world.stranger, (ctx) => listEventLegs(ctx.tx, world.eventId))).toEqual([])
  expect((await world.read(world.stranger, (ctx) => listPresences(ctx.tx, world.eventId))).size).toBe(0)
  expect((await world.read(world.city, (ctx) => listPresences(ctx.tx, world.eventId))).get(voisine)).toEqual([world.legId])
})

test('a meeting follows its slot to its leg, and one who meets there does not leave; on all legs, nothing is written', async () => {
  const [slot, spot] = [(await slotsOf(world.nextLegId))[0], (await spotsOf(world.nextLegId))[0]]
  const held = { id: crypto.randomUUID(), one: maison, other: bayou, slotId: slot?.id ?? '', spotId: spot?.id ?? '', people: [] }
  await world.as(world.lead, async (ctx) => {
    await insertMeetings(ctx.tx, { missionId: world.missionId, eventId: world.eventId, runId: null }, [held])
    return { ok: true as const, value: null }
  })
  expect(await present(world.lead, maison, [world.legId])).toMatchObject({
    ok: false,
    problem: { code: 'nobody_leaves_a_leg_with_meetings' },
  })
  valueOf(await present(world.lead, maison, [world.legId, world.nextLegId]))
  expect((await world.read(world.lead, (ctx) => listPresences(ctx.tx, world.eventId))).get(maison)).toBe(undefined)
  const gone = await world.as(world.lead, (ctx) => removePart(ctx, world.missionId, world.eventId, 'leg', world.nextLegId))
  expect(gone).toMatchObject({ ok: false, problem: { code: 'a_leg_with_participants_stays' } })
})

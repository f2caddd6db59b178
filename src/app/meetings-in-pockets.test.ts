import { sql } from 'kysely'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import { addLeg, addSpots, layOutDays } from '#modules/meetings/index.ts'
import { aPerson, anEventInMiami } from '#modules/meetings/meetings.fixture.ts'
import { sendLink } from '#modules/pocket/index.ts'
import { readFeed } from '#modules/pocket/usecases/calendar-feed.ts'
import { openCalendar } from '#modules/pocket/usecases/choose-calendar.ts'
import { openByLink } from '#modules/pocket/usecases/open-pocket.ts'
import { readPocket } from '#modules/pocket/usecases/read-pocket.ts'
import { violatedConstraint, withOwner } from '#platform/db.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'

/** Ana, whom the lead sends for Maison, meets Grove in Miami then Bayou in New Orleans; Léa, whom the city sends for Voisine, meets nobody. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let ana = ''
let lea = ''
let maison = ''
let bayou = ''
/** The secret addresses of their calendars. */
let calendars: { ana: string; lea: string }

const register = async (who: Somebody, givenName: string, company: string) =>
  valueOf(
    await world.as(who, (ctx) =>
      registerMember(ctx, world.missionId, {
        givenName,
        familyName: aPerson(company).familyName,
        category: 'company',
        capacity: {},
        represents: company,
        function: 'member',
        externalKey: null,
        contact: { ...noContact, email: `${givenName.toLowerCase()}@example.org` },
      }),
    ),
  )
const open = async (who: Somebody, member: string) => {
  const { link } = valueOf(await world.as(who, (ctx) => sendLink(ctx, world.missionId, member, { invitations: false })))
  return valueOf(await openByLink(world.services, link.split('/').at(-1) ?? '')).secret
}
const subscribe = async (secret: string) => valueOf(await openCalendar(world.services, secret)).path.slice('/poche/calendrier/'.length, -4)
/** As two programs that share no code read it: what they agree on. */
const calendarOf = async (address: string) => {
  const text = (await readFeed(world.services, address))?.body ?? ''
  const events = (convertIcsCalendar(undefined, text).events ?? []).map(({ uid, summary, location, status, sequence, start }) => {
    return { uid, summary, location, status, sequence, at: start.date.toISOString() }
  })
  const others = Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT' ? [{ uid: part.uid, sequence: Number(part.sequence), at: part.start.toISOString() }] : [],
  )
  expect(others).toEqual(events.map(({ uid, sequence, at }) => ({ uid, sequence, at })))
  return { text, events }
}
const change = (statement: ReturnType<typeof sql>) =>
  world.as(world.lead, async ({ tx }) => {
    await statement.execute(tx)
    return ok(null)
  })
/** The plan in force holds them at the first slot of a leg; whoever comes for either is there. */
const meet = (oneId: string, otherId: string, legId: string) =>
  world.as(world.lead, async ({ tx }) => {
    const { rows } = await sql<{ id: string }>`
      insert into meetings.meeting (mission_id, event_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at)
        select s.mission_id, s.event_id, ${oneId}, ${otherId}, s.id, p.id, s.starts_at, s.ends_at
          from meetings.slot s join meetings.spot p on p.event_id = s.event_id and p.leg_id = s.leg_id
          where s.leg_id = ${legId} and s.event_id = ${world.eventId} order by s.starts_at, p.name limit 1 returning id`.execute(tx)
    await sql`insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, representative_id)
      select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, r.id from meetings.meeting m
        join meetings.representative r on r.participant_id in (m.one_id, m.other_id) where m.id = ${rows[0]?.id}`.execute(tx)
    return ok(null)
  })

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'), { goesOn: true })
  const { lead, city, missionId, eventId, legId, nextLegId, host } = world
  valueOf(await world.as(lead, (ctx) => addLeg(ctx, missionId, eventId, nextLegId)))
  valueOf(await world.as(lead, (ctx) => layOutDays(ctx, missionId, eventId, '2017-11-10 9h-11h25', nextLegId)))
  const table = { name: 'Table du fleuve', district: '', address: '1 Canal Street', participantId: null, legId: nextLegId }
  valueOf(await world.as(lead, (ctx) => addSpots(ctx, missionId, eventId, [table])))
  maison = await world.bring(lead, 'Maison')
  await world.bring(city, 'Voisine')
  const grove = await world.bring(lead, 'Grove', { circleId: host })
  bayou = await world.bring(lead, 'Bayou', { circleId: host })
  valueOf(await meet(maison, grove, legId))
  valueOf(await meet(maison, bayou, nextLegId))
  ana = await open(lead, await register(lead, 'Ana', 'Maison'))
  lea = await open(city, await register(city, 'Ana', 'Voisine'))
  calendars = { ana: await subscribe(ana), lea: await subscribe(lea) }
})
afterAll(() => world.close())

test('a pocket holds the meetings of its holder, each in its city and on its clocks, and says whom in their language', async () => {
  const pocket = await readPocket(world.services, ana, 'en')
  expect(
    pocket?.meetings.map(({ title, startsAt, timeZone, city, spot, address }) => ({ title, startsAt, timeZone, city, spot, address })),
  ).toEqual([
    {
      title: { en: 'With Grove' },
      startsAt: '2017-11-06T14:00:00.000Z',
      timeZone: 'America/New_York',
      city: { fr: 'Miami' },
      spot: 'Table 1',
      address: '',
    },
    {
      title: { en: 'With Bayou' },
      startsAt: '2017-11-10T15:00:00.000Z',
      timeZone: 'America/Chicago',
      city: { fr: 'La Nouvelle-Orléans', en: 'New Orleans' },
      spot: 'Table du fleuve',
      address: '1 Canal Street',
    },
  ])
})

test('and nobody else’s: neither in the pocket of another, nor to an organisation that asks the database itself', async () => {
  const pocket = await readPocket(world.services, lea, 'fr')
  expect(pocket).toMatchObject({ organisationName: 'Ville de Rochebrune', meetings: [] })
  expect(JSON.stringify(pocket)).not.toMatch(/Grove|Bayou/)
  expect(await world.stoppedBy(world.lead, sql`select meetings.meetings_of_member(gen_random_uuid())`)).toBe('42501')
  expect(await world.read(world.lead, async ({ tx }) => (await sql`select pocket.meetings() as own`.execute(tx)).rows)).toEqual([
    { own: [] },
  ])
})

test('their calendar has them too, on the clocks of their city, and names nobody but the company and the spot', async () => {
  const { text, events } = await calendarOf(calendars.ana)

  expect(events).toMatchObject([
    { summary: 'Avec Grove', location: 'Table 1, Miami', status: 'CONFIRMED', sequence: 1, at: '2017-11-06T14:00:00.000Z' },
    {
      summary: 'Avec Bayou',
      location: 'Table du fleuve, 1 Canal Street, La Nouvelle-Orléans',
      status: 'CONFIRMED',
      sequence: 1,
      at: '2017-11-10T15:00:00.000Z',
    },
  ])
  expect(text).toContain('DTSTART;TZID=America/New_York:20171106T090000')
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:America/Chicago')
  expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto|@/i)
})

test('that of somebody who meets nobody has none', async () => {
  expect((await calendarOf(calendars.lea)).events).toEqual([])
  expect(await world.stoppedBy(world.lead, sql`select from meetings.appointment`)).toBe('42501')
  expect(await world.stoppedBy(world.lead, sql`select meetings.appointments_of_member(gen_random_uuid())`)).toBe('42501')
})

test('another slot raises the number of a meeting that stays the same one; a lock does not', async () => {
  const { events: before } = await calendarOf(calendars.ana)
  valueOf(await change(sql`update meetings.meeting set is_locked = true where other_id = ${bayou}`))
  valueOf(await change(sql`update meetings.meeting set is_locked = false where other_id = ${bayou}`))
  expect((await calendarOf(calendars.ana)).events).toEqual(before)

  valueOf(
    await change(sql`delete from meetings.attendance where meeting_id in (select id from meetings.meeting where other_id = ${bayou})`),
  )
  valueOf(
    await change(sql`update meetings.meeting m set slot_id = s.id, starts_at = s.starts_at, ends_at = s.ends_at
      from (select * from meetings.slot where leg_id = ${world.nextLegId} order by starts_at offset 1 limit 1) s where m.other_id = ${bayou}`),
  )
  expect((await calendarOf(calendars.ana)).events).toEqual(before.slice(0, 1))
  valueOf(
    await change(sql`insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, representative_id)
      select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, r.id from meetings.meeting m
        join meetings.representative r on r.participant_id in (m.one_id, m.other_id) where m.other_id = ${bayou}`),
  )

  const moved = (await calendarOf(calendars.ana)).events[1]
  expect(moved).toMatchObject({ uid: before[1]?.uid, sequence: 2, status: 'CONFIRMED' })
  expect(moved?.at).not.toBe(before[1]?.at)
})

test('what is taken off the plan leaves the pocket, and stays in the calendar as cancelled', async () => {
  const { events: before } = await calendarOf(calendars.ana)
  valueOf(await change(sql`delete from meetings.meeting where other_id = ${bayou}`))

  expect((await readPocket(world.services, ana, 'fr'))?.meetings.map(({ title }) => title)).toEqual([{ fr: 'Avec Grove' }])
  expect((await calendarOf(calendars.ana)).events).toEqual([before[0], { ...before[1], status: 'CANCELLED', sequence: 3 }])
})

test('and put back on it is the same meeting, confirmed again', async () => {
  const { events: before } = await calendarOf(calendars.ana)
  valueOf(await meet(maison, bayou, world.nextLegId))

  expect((await calendarOf(calendars.ana)).events[1]).toMatchObject({ uid: before[1]?.uid, status: 'CONFIRMED', sequence: 4 })
})

test('the database refuses what no plan says', async () => {
  const stopped = await withOwner(world.ownerUrl, async (owner) => {
    const names: (string | null)[] = []
    for (const statement of [
      'update meetings.appointment set one_id = other_id, other_id = one_id',
      'update meetings.appointment set ends_at = starts_at',
      'update meetings.appointment set sequence = 0',
      `insert into meetings.appointment (mission_id, event_id, one_id, other_id, leg_id, spot_id, starts_at, ends_at)
        select mission_id, event_id, one_id, other_id, leg_id, spot_id, starts_at, ends_at from meetings.appointment`,
    ])
      names.push(await owner.query(statement).then(() => null, violatedConstraint))
    return names
  })

  expect(stopped).toEqual([
    'two_are_told_in_one_order',
    'an_appointment_ends_after_it_starts',
    'a_sequence_begins_with_one',
    'two_are_told_of_one_meeting',
  ])
})

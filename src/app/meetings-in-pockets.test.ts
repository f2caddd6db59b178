import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import { addLeg, addSpots, layOutDays } from '#modules/meetings/index.ts'
import { aPerson, anEventInMiami } from '#modules/meetings/meetings.fixture.ts'
import { sendLink } from '#modules/pocket/index.ts'
import { openByLink } from '#modules/pocket/usecases/open-pocket.ts'
import { readPocket } from '#modules/pocket/usecases/read-pocket.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'

/** Ana, whom the lead sends for Maison, meets Grove in Miami then Bayou in New Orleans; Léa, whom the city sends for Voisine, meets nobody. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let ana = ''
let lea = ''
let bayou = ''

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
  const maison = await world.bring(lead, 'Maison')
  await world.bring(city, 'Voisine')
  const grove = await world.bring(lead, 'Grove', { circleId: host })
  bayou = await world.bring(lead, 'Bayou', { circleId: host })
  valueOf(await meet(maison, grove, legId))
  valueOf(await meet(maison, bayou, nextLegId))
  ana = await open(lead, await register(lead, 'Ana', 'Maison'))
  lea = await open(city, await register(city, 'Ana', 'Voisine'))
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

test('what is taken off the plan leaves the pocket', async () => {
  valueOf(
    await world.as(world.lead, async ({ tx }) => {
      await sql`delete from meetings.meeting where other_id = ${bayou}`.execute(tx)
      return ok(null)
    }),
  )
  expect((await readPocket(world.services, ana, 'fr'))?.meetings.map(({ title }) => title)).toEqual([{ fr: 'Avec Grove' }])
})

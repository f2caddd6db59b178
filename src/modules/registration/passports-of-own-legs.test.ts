import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { type NewLeg, changeMission, choosePartnersOfLeg, loadMission } from '#modules/missions/index.ts'
import { type Room, aRoom } from './room.fixture.ts'
import { listToldPassports } from './sql/passports.ts'
import { askPassports, setReader } from './usecases/read-passports.ts'
import { readOwnPassport, tellPassport } from './usecases/tell-passport.ts'

const typed = { number: '19PLANTED888', country: 'FR', expiresOn: asLocalDate('2030-06-30') }
const closed = { ok: false, problem: { code: 'closed' } }

/** The department goes to Miami then Montréal, the city to Montréal alone. Ana leaves for the department, Guy for the city; Claire reads all passports. */
let room: Room
let claire: Somebody
let ana: { id: string; secret: string }
let guy: { id: string; secret: string }

const leg = (fr: string, country: string, from: string, to: string): NewLeg => ({
  cityId: null,
  cityName: { fr },
  country,
  startsOn: asLocalDate(from),
  endsOn: asLocalDate(to),
  timeZone: 'America/New_York',
})
const miami = leg('Miami', 'US', '2026-05-01', '2026-05-05')
const montreal = leg('Montréal', 'CA', '2026-05-05', '2026-05-10')

const mission = async () => {
  const loaded = await room.read(room.lead, (ctx) => loadMission(ctx.tx, room.missionId))
  if (!loaded) throw new Error('the mission is there')
  return loaded
}
const setLegs = async (legs: readonly NewLeg[]) => {
  const { version, kind, title, purpose } = await mission()
  valueOf(
    await room.as(room.lead, (ctx) =>
      changeMission(ctx, room.missionId, version, { kind, title, purpose, legs, objectives: [], themes: [] }),
    ),
  )
}
/** Whether the city goes to the first leg too. */
const sendCityToMiami = async (isSent: boolean) => {
  const { legs, partners } = await mission()
  const seat = partners.find(({ organisationId }) => organisationId === room.city.organisationId)
  const there = isSent && seat ? [seat.id] : []
  valueOf(await room.as(room.lead, (ctx) => choosePartnersOfLeg(ctx, room.missionId, legs[0]?.id ?? '', there)))
}
const ask = async (countries: string[]) => valueOf(await room.as(room.lead, (ctx) => askPassports(ctx, room.missionId, countries)))
const askedOf = async ({ secret }: { secret: string }) => (await readOwnPassport(room.services, secret))?.countries ?? null
const tell = ({ secret }: { secret: string }) => tellPassport(room.services, secret, typed)
const kept = () =>
  withOwner(room.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select application_id as id from registration.passport')
    return new Set(rows.map(({ id }) => id))
  })
const listed = async (who: Somebody) =>
  (await room.read(who, (ctx) => listToldPassports(ctx.tx, room.missionId))).map(({ applicationId }) => applicationId as string)

beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  await setLegs([miami, montreal])
  await sendCityToMiami(false)
  claire = await room.join(room.lead.organisationId, ['officer'])
  valueOf(await room.as(room.lead, (ctx) => setReader(ctx, room.missionId, 1, `${claire.accountId}@example.org`)))
  ana = await room.received(await room.link(room.lead))
  guy = await room.endorsed(await room.link())
  valueOf(await room.decide(room.lead, [ana.id, guy.id]))
  await ask(['US'])
})
afterAll(() => room.close())

test('somebody whose organisation does not go where a passport is needed is asked none, can tell none, and is in no list of those who are', async () => {
  expect(await askedOf(guy)).toBeNull()
  expect(await tell(guy)).toEqual(closed)
  expect(await kept()).toEqual(new Set())
  expect(await listed(claire)).toEqual([ana.id])
  expect(await listed(room.city)).toEqual([])

  expect(await askedOf(ana)).toEqual(['US'])
  expect(await tell(ana)).toEqual({ ok: true, value: null })
})

test('each is asked for the destinations of their own legs, and keeps nothing here once none of these asks', async () => {
  await ask(['US', 'CA'])
  expect([await askedOf(ana), await askedOf(guy)]).toEqual([['CA', 'US'], ['CA']])
  valueOf(await tell(guy))
  expect(await kept()).toEqual(new Set([ana.id, guy.id]))

  await ask(['US'])

  expect(await kept()).toEqual(new Set([ana.id]))
  expect(await tell(guy)).toEqual(closed)
})

test('a partner that joins the leg is asked, and what its people told goes when it leaves it', async () => {
  await sendCityToMiami(true)
  expect(await askedOf(guy)).toEqual(['US'])
  expect(new Set(await listed(claire))).toEqual(new Set([ana.id, guy.id]))
  valueOf(await tell(guy))

  await sendCityToMiami(false)
  expect(await kept()).toEqual(new Set([ana.id]))

  await sendCityToMiami(true)
  expect(await kept()).toEqual(new Set([ana.id]))
  await sendCityToMiami(false)
})

test('other dates of a leg forget nothing; a mission that does not go there any longer forgets what was told for it', async () => {
  await setLegs([{ ...miami, startsOn: asLocalDate('2026-05-02') }, montreal])
  expect(await kept()).toEqual(new Set([ana.id]))

  await setLegs([montreal])

  expect(await kept()).toEqual(new Set())
  expect(await askedOf(ana)).toBeNull()
})

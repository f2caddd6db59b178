import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import type { MissionId } from './domain/mission.ts'
import { loadMission } from './sql/missions.ts'
import { createMission } from './usecases/create-mission.ts'
import { choosePartnersOfLeg } from './usecases/place-partners.ts'

let world: World
let lead: Somebody
let quebec: Somebody
let stranger: Somebody
let missionId: MissionId

const leg = (fr: string, startsOn: string, endsOn: string) => ({
  cityId: null,
  cityName: { fr },
  country: 'CA',
  startsOn: asLocalDate(startsOn),
  endsOn: asLocalDate(endsOn),
  timeZone: 'America/Toronto',
})

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  lead = await world.found('Métropole de Rochebrune', 'intermunicipal')
  quebec = await world.found('Ville du Cap', 'foreign_authority')
  stranger = await world.found('Port du Détroit', 'port')
  const legs = [leg('Le Cap', '2024-05-24', '2024-05-27'), leg('Le Mont', '2024-05-28', '2024-05-31')]
  const draft = { kind: 'outgoing', title: { fr: 'Deux villes' }, purpose: {}, legs, objectives: [], themes: [] } as const
  missionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
  await seatPartner(world.services, lead, quebec, missionId)
})
afterAll(() => world.close())

const mission = async () => {
  const read = await world.read(lead, (ctx) => loadMission(ctx.tx, missionId))
  const [cap, mont] = read?.legs ?? []
  const own = read?.partners.find(({ role }) => role === 'lead')
  const host = read?.partners.find(({ role }) => role !== 'lead')
  if (!cap || !mont || !own || !host) throw new Error('the mission has two legs and two partners')
  return { cap, mont, own, host }
}
const asWeb = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw(statement).execute(ctx.tx))
const choose = (who: Somebody, legId: string, partnerIds: string[]) =>
  world.as(who, (ctx) => choosePartnersOfLeg(ctx, missionId, legId, partnerIds))

test('a partner takes part in every leg until the organisers say otherwise, and every partner reads it', async () => {
  const { mont, cap, host } = await mission()
  expect(host.legIds).toEqual([])

  valueOf(await choose(lead, mont.id, []))

  const seen = await world.read(quebec, (ctx) => loadMission(ctx.tx, missionId))
  expect(seen?.partners.map(({ legIds }) => legIds)).toEqual([[], [cap.id]])
  expect(await choose(lead, cap.id, [])).toMatchObject({ ok: false, problem: { code: 'a_partner_takes_one_leg_at_least' } })
  valueOf(await choose(lead, mont.id, [host.id]))
  expect((await mission()).host.legIds).toEqual([])
})

test('only organisers choose', async () => {
  const { mont } = await mission()

  await expect(choose(quebec, mont.id, [])).rejects.toThrow(Forbidden)
  await expect(choose(stranger, mont.id, [])).rejects.toThrow(NotFound)
})

test('the database refuses it from a partner, for the lead, and for a leg of another mission', async () => {
  const { mont, own, host } = await mission()
  const insert = (partnerId: string, legId: string) =>
    `insert into missions.partner_leg (mission_id, partner_id, leg_id) values ('${missionId}', '${partnerId}', '${legId}')`

  await expect(asWeb(quebec, insert(host.id, mont.id))).rejects.toThrow('row-level security')
  await expect(asWeb(lead, insert(own.id, mont.id))).rejects.toThrow('the lead of a mission takes part in every leg')
  await expect(asWeb(lead, insert(host.id, crypto.randomUUID()))).rejects.toThrow('a_leg_of_the_same_mission')
})

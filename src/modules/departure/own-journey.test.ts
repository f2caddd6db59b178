import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import { type MissionId, choosePartnersOfLeg, loadMission } from '#modules/missions/index.ts'
import { aDeparture, aLeg } from './departure.fixture.ts'
import { listRequirements } from './sql/requirements.ts'
import { setSignatory } from './usecases/set-rules.ts'
import { issueOrders, readOrder } from './usecases/issue-orders.ts'
import { readCatering } from './usecases/read-catering.ts'
import { openLogistics } from './usecases/read-logistics.ts'
import { writeDepartureList } from './usecases/write-lists.ts'

/** The département goes to Miami and Montréal, the city to Montréal alone. */
let world: Awaited<ReturnType<typeof aDeparture>>
let missionId: MissionId
let guy: MemberId
let zoe: MemberId
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
  missionId = await world.openMission()
  zoe = await world.register(world.lead, missionId, 'Zoé')
  guy = await world.register(world.city, missionId, 'Guy')
  const miami = (await world.read(world.lead, (ctx) => loadMission(ctx.tx, missionId)))?.legs[0]
  valueOf(await world.as(world.lead, (ctx) => choosePartnersOfLeg(ctx, missionId, miami?.id ?? '', [])))
})
afterAll(() => world.close())

test('a partner of one leg is asked what that leg asks, from the day its own journey begins', async () => {
  const asked = (who: typeof world.lead, memberId: MemberId) => world.read(who, (ctx) => listRequirements(ctx.tx, missionId, memberId))
  const ofCity = await asked(world.city, guy)

  expect(new Set(ofCity.map(({ country }) => country))).toEqual(new Set([null, 'CA']))
  expect(ofCity.find(({ kind }) => kind === 'insurance')?.dueOn).toBe('2027-02-22')
  const ofLead = await asked(world.lead, zoe)
  expect(new Set(ofLead.map(({ country }) => country))).toEqual(new Set([null, 'CA', 'US']))
  expect(ofLead.find(({ kind }) => kind === 'insurance')?.dueOn).toBe('2027-02-18')
})

test('its travel orders name its own leg, and cover its own days', async () => {
  const signatory = { name: 'Paul Arnal', capacity: 'Maire', authority: '', place: 'Rochebrune' }
  valueOf(await world.as(world.city, (ctx) => setSignatory(ctx, signatory)))
  const draft = {
    issuedOn: asLocalDate('2027-02-01'),
    validFrom: asLocalDate('2027-03-09'),
    validUntil: asLocalDate('2027-03-12'),
    transport: '',
    expenses: '',
  }
  const [orderId] = valueOf(await world.as(world.city, (ctx) => issueOrders(ctx, missionId, [guy], draft)))

  const { facts } = await world.read(world.city, (ctx) => readOrder(ctx, orderId ?? ''))
  expect(facts.legs.map(({ cityName }) => cityName.fr)).toEqual(['Montréal'])
  const asked = await world.read(world.city, (ctx) => listRequirements(ctx.tx, missionId, guy))
  expect(asked.find(({ kind }) => kind === 'travel_order')?.state).toBe('done')
})

test('its covers are of its own days, and its lists for the consulates of its own countries', async () => {
  const days = await world.read(world.city, async (ctx) => (await readCatering(ctx, await openLogistics(ctx, missionId))).counts)
  const list = (who: typeof world.lead) => world.read(who, (ctx) => writeDepartureList(ctx, missionId, 'consulat', { country: 'US' }))

  expect(days.map(({ date }) => date)).toEqual(['2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12'])
  expect(await list(world.city)).toBeNull()
  expect(await list(world.lead)).not.toBeNull()
})

test('a partner of the first leg and the last is fed on no day of the one between', async () => {
  const mission = await world.openMission([
    aLeg('Ottawa', 'CA', '2027-04-01', '2027-04-02'),
    aLeg('Montréal', 'CA', '2027-04-02', '2027-04-05'),
    aLeg('Québec', 'CA', '2027-04-05', '2027-04-06'),
  ])
  await world.register(world.city, mission, 'Guy')
  await world.register(world.lead, mission, 'Zoé')
  const montreal = (await world.read(world.lead, (ctx) => loadMission(ctx.tx, mission)))?.legs[1]
  valueOf(await world.as(world.lead, (ctx) => choosePartnersOfLeg(ctx, mission, montreal?.id ?? '', [])))
  const daysOf = async (who: typeof world.lead) =>
    (await world.read(who, async (ctx) => (await readCatering(ctx, await openLogistics(ctx, mission))).counts)).map(({ date }) =>
      date.slice(-2),
    )

  expect(await daysOf(world.city)).toEqual(['01', '02', '05', '06'])
  expect(await daysOf(world.lead)).toEqual(['01', '02', '03', '04', '05', '06'])
})

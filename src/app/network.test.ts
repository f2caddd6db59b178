import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAgreement } from '#modules/agreements/index.ts'
import { aDraft } from '#modules/agreements/register.fixture.ts'
import { findCityByName } from '#modules/directory/index.ts'
import { createMission } from '#modules/missions/index.ts'
import { notePromise, settlePromise } from '#modules/visits/index.ts'
import { found } from '#platform/actor.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { openWorld } from '#tests/world.ts'
import { isShown } from './network-filters.ts'
import { readNetwork } from './network.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
})
afterAll(() => world.close())

test('an agreement that is only an idea is counted apart: it is no agreement yet', async () => {
  const lead = await world.found('Ville de Portobello', 'municipality')
  const open = (change: Parameters<typeof aDraft>[0]) => world.as(lead, (ctx) => openAgreement(ctx, aDraft(change), null))
  const archived = { because: 'entered_from_archive', source: 'Registre', attestedOn: asLocalDate('2020-01-01') } as const
  valueOf(await open({ city: 'Turin' }))
  valueOf(await open({ city: 'Gênes', unproven: archived, forecast: null }))

  const { cities } = await world.read(lead, (ctx) => readNetwork(ctx, 'fr'))

  expect(cities.map(({ names, agreements, plannedAgreements }) => [names.fr, agreements, plannedAgreements])).toEqual([
    ['Gênes', 1, 0],
    ['Turin', 0, 1],
  ])
  expect(cities.filter((city) => isShown(city, 'agreement')).map(({ names }) => names.fr)).toEqual(['Gênes'])
})

test('a city asks to be taken up again on the map while a promise is past its day, and only then', async () => {
  const lead = await world.found('Ville de Rochebrune', 'municipality')
  const asks = () => world.read(lead, async (ctx) => (await readNetwork(ctx, 'fr')).cities.map(({ name, asks: does }) => [name, does]))
  const missionId = valueOf(
    await world.as(lead, async (ctx) => {
      const city = found(await findCityByName(ctx.tx, 'Turin'))
      const day = addDays(ctx.today, -60)
      const leg = {
        cityId: city.id,
        cityName: city.names,
        country: city.country,
        startsOn: day,
        endsOn: day,
        timeZone: city.timeZone,
      }
      const draft = { kind: 'outgoing', title: { fr: 'Chez Turin' }, purpose: {}, legs: [leg], objectives: [], themes: [] } as const
      return createMission(ctx, draft)
    }),
  )
  const note = (what: string, inDays: number) =>
    world.as(lead, (ctx) =>
      notePromise(ctx, missionId, { what, promisedBy: 'Nous', promisedTo: 'Turin', isOurs: true, dueOn: addDays(ctx.today, inDays) }),
    )
  valueOf(await note('Pas encore due', 1))
  expect(await asks()).toEqual([['Turin', false]])

  const late = valueOf(await note('En retard', -1))
  expect(await asks()).toEqual([['Turin', true]])

  valueOf(await world.as(lead, (ctx) => settlePromise(ctx, missionId, late, 'kept')))
  expect(await asks()).toEqual([['Turin', false]])
})

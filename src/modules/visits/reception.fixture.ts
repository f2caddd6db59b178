import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld } from '#tests/world.ts'

/** For the tests: a delegation a town receives on 4 and 5 May 2026 with its port, and a town that has no part in it. */
export async function openReception(templateUrl: string) {
  const world = await openWorld(templateUrl)
  const lead = await world.found('Ville de Rochebrune', 'municipality')
  const port = await world.found('Port du Détroit', 'port')
  const stranger = await world.found('Ville d’Ailleurs', 'municipality')
  const leg = {
    cityId: null,
    cityName: { fr: 'Rochebrune' },
    country: 'FR',
    startsOn: asLocalDate('2026-05-04'),
    endsOn: asLocalDate('2026-05-05'),
    timeZone: 'Europe/Paris',
  }
  const about = { kind: 'incoming', title: { fr: 'Accueil' }, purpose: {}, legs: [leg], objectives: [], themes: [] } as const
  const missionId: string = valueOf(await world.as(lead, (ctx) => createMission(ctx, about)))
  await seatPartner(world.services, lead, port, missionId)
  return { world, lead, port, stranger, missionId }
}

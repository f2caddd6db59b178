import { createMission, type MissionDraft, type MissionId } from '#modules/missions/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { openWorld, type Somebody } from '#tests/world.ts'
import type { PlanFacts, PlanId } from './domain/plan.ts'
import { addDestination, type DestinationDraft } from './usecases/choose-destinations.ts'
import { addObjective } from './usecases/write-objectives.ts'
import { openPlan } from './usecases/write-plan.ts'

/** For the tests: a département has a strategy for 2025–2027 with two objectives; a city has its own. It is 2 March 2026. */
export async function twoStrategies(templateUrl: string) {
  const world = await openWorld(templateUrl)
  const officer = await world.found('Département de Rochebrune', 'department')
  const reader = await world.join(officer.organisationId, ['reader'])
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const open = async (change: Partial<PlanFacts> = {}, who: Somebody = officer): Promise<PlanId> =>
    valueOf(await world.as(who, (ctx) => openPlan(ctx, aPlan(change))))
  const planId = await open()
  const objective = async (title: Localized, of: PlanId = planId, who: Somebody = officer) =>
    valueOf(await world.as(who, (ctx) => addObjective(ctx, of, title)))
  const objectives = [await objective({ fr: 'Rayonner' }), await objective({ fr: 'Nouer des liens' })] as const
  const choose = async (change: Partial<DestinationDraft> = {}, of: PlanId = planId, who: Somebody = officer) =>
    world.as(who, (ctx) => addDestination(ctx, of, { city: '', country: '', justification: '', sharedWith: '', ...change }))
  /** A mission of the département, a day long. */
  const mission = async (city: string, country: string, startsOn: string, change: Partial<MissionDraft> = {}): Promise<MissionId> => {
    const on = asLocalDate(startsOn)
    const leg = { cityId: null, cityName: { fr: city }, country, startsOn: on, endsOn: on, timeZone: 'Europe/Rome' }
    const draft = { kind: 'outgoing', title: { fr: `Mission à ${city}` }, purpose: {}, objectives: [], themes: [], legs: [leg] } as const
    return valueOf(await world.as(officer, (ctx) => createMission(ctx, { ...draft, ...change })))
  }
  return Object.assign(world, { officer, reader, city, planId, objectives, open, objective, choose, mission })
}

export function aPlan(change: Partial<PlanFacts> = {}): PlanFacts {
  return { title: { fr: 'Stratégie secrète' }, purpose: {}, source: '', fromYear: 2025, toYear: 2027, destinationLimit: 2, ...change }
}

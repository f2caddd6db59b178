import * as seed from '#db/seed/strategy.ts'
import { listAgreements } from '#modules/agreements/index.ts'
import { listMissions } from '#modules/missions/index.ts'
import { type ObjectiveId, addDestination, addField, addObjective, openPlan, setTargets, tieObjectives } from '#modules/strategy/index.ts'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import type { As, PersonKey } from './people.ts'

type Seed = typeof seed.nice | typeof seed.paris | typeof seed.department

/** The strategies of three authorities, each by the person who keeps it. What they are tied to is there already. */
export async function loadStrategies(as: As): Promise<void> {
  await loadStrategy(as, 'armand', seed.nice)
  await loadStrategy(as, 'hortense', seed.paris)
  await loadStrategy(as, 'claire', seed.department)
}

async function loadStrategy(as: As, person: PersonKey, plan: Seed): Promise<void> {
  const planId = await as(person, (ctx) => openPlan(ctx, plan))
  const objectiveIds: ObjectiveId[] = []
  for (const title of plan.objectives) objectiveIds.push(await as(person, (ctx) => addObjective(ctx, planId, title)))
  const fields = [
    ...('themes' in plan ? plan.themes.map((label) => ({ kind: 'theme' as const, label })) : []),
    ...('sectors' in plan ? plan.sectors.map((label) => ({ kind: 'sector' as const, label })) : []),
  ]
  for (const field of fields) await as(person, (ctx) => addField(ctx, planId, { ...field, weight: 1, objectiveId: null }))
  const destinationIds = new Map<string, string>()
  for (const city of plan.destinations) {
    const sharedWith = 'shared' in plan && plan.shared.some((shared) => shared === city) ? plan.sharedWith : ''
    destinationIds.set(city, await as(person, (ctx) => addDestination(ctx, planId, { city, country: '', justification: '', sharedWith })))
  }
  for (const tie of plan.ties) {
    await as(person, async (ctx) => {
      const { organisationId } = ctx.actor
      const search = 'mission' in tie ? tie.mission : tie.agreement
      const known =
        'mission' in tie
          ? await listMissions(ctx.tx, organisationId, { search, limit: 20 })
          : await listAgreements(ctx.tx, { search, limit: 20 }, ctx.today)
      const { id } = found(known.find(({ title }) => pick(title, 'fr').text.includes(search)))
      const served = tie.objectives.map((rank) => found(objectiveIds[rank]))
      return tieObjectives(ctx, 'mission' in tie ? { mission: id } : { agreement: id }, served)
    })
  }
  for (const { destination, year, ...planned } of 'planned' in plan ? plan.planned : []) {
    await as(person, (ctx) => setTargets(ctx, planId, { id: found(destinationIds.get(destination)), year }, planned))
  }
}

import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { partsOf } from '#platform/pure/local-date.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { isYearOf } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import { listObjectiveChoices, listObjectivesOf, loadTied, type ObjectiveChoice, replaceTies, type Tied } from '../sql/ties.ts'

/**
 * Says which objectives a mission, a visit, an event or an agreement serves. It is said by an organisation for itself: each partner of a mission has its
 * own. An archived strategy is offered to nothing new. The database refuses a mission one has no seat at.
 */
export async function tieObjectives(ctx: Ctx, tied: Tied, objectiveIds: readonly string[]): Promise<Outcome<null, never>> {
  found(await loadTied(ctx.tx, tied))
  allow(mayKeepStrategy(ctx.actor))
  const known = await listObjectiveChoices(ctx.tx, tied)
  for (const objectiveId of objectiveIds) found(known.find(({ id }) => id === objectiveId))
  await ctx.journal.event('strategy.tied')
  await replaceTies(ctx.tx, tied, [...new Set(objectiveIds)])
  return ok(null)
}

/** What a page shows to tie something: the objectives of the strategy of its year first, then the others. */
export async function readTies(ctx: Ctx, tied: Tied) {
  const { on } = found(await loadTied(ctx.tx, tied))
  const year = partsOf(on ?? ctx.today).year
  const known = await listObjectiveChoices(ctx.tx, tied)
  const isOfItsYear = (choice: ObjectiveChoice) => isYearOf(choice, year)
  return {
    choices: [...known.filter(isOfItsYear), ...known.filter((choice) => !isOfItsYear(choice))],
    tied: await listObjectivesOf(ctx.tx, tied),
    mayKeep: mayKeepStrategy(ctx.actor),
    organisationName: ctx.actor.organisationName,
    requestKey: crypto.randomUUID(),
  }
}

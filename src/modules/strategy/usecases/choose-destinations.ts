import { allow, found, type OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { ensureOrganisation, findCityByName } from '#modules/directory/index.ts'
import '../domain/events.ts'
import { type Destination, type DestinationId, firstFreeNumber, type Plan } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import { deleteDestination, insertDestination, updateDestination } from '../sql/destinations.ts'
import { lockPlan } from '../sql/plans.ts'

export type DestinationDraft = {
  /** As people name it; '' for a whole country. */
  readonly city: string
  /** Of the city when the directory does not know it, or of the whole. */
  readonly country: string
  readonly justification: string
  /** Another authority of the same country as ours; '' for none. */
  readonly sharedWith: string
}

export type DestinationProblem =
  | { readonly code: 'country_missing' }
  | { readonly code: 'beyond_the_limit_is_justified' }
  | { readonly code: 'shared_with_another' }

/**
 * Chooses a priority destination, which takes the first free number; one more than was decided says why in writing.
 * @refuses country_missing, beyond_the_limit_is_justified, shared_with_another, and, by the database, a_destination_is_named_once
 */
export async function addDestination(
  ctx: Ctx,
  planId: string,
  { city, country: typedCountry, justification, sharedWith }: DestinationDraft,
): Promise<Outcome<DestinationId, DestinationProblem>> {
  const plan = found(await lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  const known = city === '' ? null : await findCityByName(ctx.tx, city)
  const country = known?.country ?? typedCountry
  if (country === '') return refused({ code: 'country_missing' })
  const number = firstFreeNumber(plan.destinations.map((each) => each.number))
  if (!isPermitted(plan, number, justification)) return refused({ code: 'beyond_the_limit_is_justified' })
  const shared = await sharedWithOf(ctx, sharedWith)
  if (!shared.ok) return shared
  await ctx.journal.event('strategy.destination_chosen')
  return ok(
    await insertDestination(ctx.tx, plan, {
      number,
      cityId: known?.id ?? null,
      cityName: known?.names ?? (city === '' ? {} : { fr: city }),
      country,
      justification,
      sharedWithId: shared.value,
    }),
  )
}

/**
 * Says why it is one, or who has it among theirs too. Which city it is does not change: one removes it, and chooses another.
 * @refuses stale_destination, beyond_the_limit_is_justified, shared_with_another
 */
export async function changeDestination(
  ctx: Ctx,
  planId: string,
  destinationId: string,
  version: number,
  { justification, sharedWith }: Pick<DestinationDraft, 'justification' | 'sharedWith'>,
): Promise<Outcome<null, DestinationProblem | { readonly code: 'stale_destination' }>> {
  const plan = found(await lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  const destination = destinationOf(plan, destinationId)
  if (destination.version !== version) return refused({ code: 'stale_destination' })
  if (!isPermitted(plan, destination.number, justification)) return refused({ code: 'beyond_the_limit_is_justified' })
  const shared = await sharedWithOf(ctx, sharedWith)
  if (!shared.ok) return shared
  await ctx.journal.event('strategy.destination_changed')
  await updateDestination(ctx.tx, destination.id, { justification, sharedWithId: shared.value })
  return ok(null)
}

/** Removes it, with what was planned there. Its number is free again. */
export async function removeDestination(ctx: Ctx, planId: string, destinationId: string): Promise<Outcome<null, never>> {
  const plan = found(await lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  const { id } = destinationOf(plan, destinationId)
  await ctx.journal.event('strategy.destination_removed')
  await deleteDestination(ctx.tx, id)
  return ok(null)
}

export function destinationOf({ destinations }: Plan, destinationId: string): Destination {
  return found(destinations.find(({ id }) => id === destinationId))
}

/** Within what was decided, or justified. The database says the same. */
function isPermitted({ destinationLimit }: Plan, number: number, justification: string): boolean {
  return number <= destinationLimit || justification.trim() !== ''
}

async function sharedWithOf(ctx: Ctx, name: string): Promise<Outcome<OrganisationId | null, { readonly code: 'shared_with_another' }>> {
  if (name.trim() === '') return ok(null)
  const ensured = await ensureOrganisation(ctx, { name, kind: 'region', country: 'FR' })
  if (!ensured.ok || ensured.value.id === ctx.actor.organisationId) return refused({ code: 'shared_with_another' })
  return ok(ensured.value.id)
}

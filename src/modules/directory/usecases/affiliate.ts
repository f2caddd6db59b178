import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type AffiliationDraft, type AffiliationProblem, decideAffiliation } from '../domain/affiliation.ts'
import '../domain/events.ts'
import type { Affiliation, AffiliationId, Person } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { loadOrganisation } from '../sql/organisations.ts'
import * as sql from '../sql/people.ts'

/**
 * Says what someone of one's directory is for a visible organisation, and when.
 * The person is locked, so that the same capacity given twice at once is seen.
 * @refuses organisation_unknown, capacity_missing, ends_before_it_starts, held_already
 */
export async function affiliate(
  ctx: Ctx,
  personId: string,
  organisationId: string,
  draft: AffiliationDraft,
): Promise<Outcome<AffiliationId, AffiliationProblem | { readonly code: 'organisation_unknown' }>> {
  const person = found(await sql.lockPerson(ctx.tx, personId))
  allow(mayKeepDirectory(ctx.actor))
  const organisation = await loadOrganisation(ctx.tx, organisationId)
  if (!organisation) return refused({ code: 'organisation_unknown' })
  const decided = decideAffiliation(draft, sameOrganisation(person, organisation.id))
  if (!decided.ok) return decided
  await ctx.journal.event('person.affiliated')
  return ok(await sql.insertAffiliation(ctx.tx, person.id, organisation.id, decided.value))
}

/**
 * Corrects an affiliation, or ends it.
 * @refuses capacity_missing, ends_before_it_starts, held_already
 */
export async function changeAffiliation(
  ctx: Ctx,
  personId: string,
  affiliationId: string,
  draft: AffiliationDraft,
): Promise<Outcome<null, AffiliationProblem>> {
  const { person, affiliation } = await lockAffiliation(ctx, personId, affiliationId)
  allow(mayKeepDirectory(ctx.actor))
  const others = sameOrganisation(person, affiliation.organisation.id).filter((other) => other.id !== affiliation.id)
  const decided = decideAffiliation(draft, others)
  if (!decided.ok) return decided
  await ctx.journal.event('person.affiliation_changed')
  await sql.updateAffiliation(ctx.tx, affiliation.id, decided.value)
  return ok(null)
}

/**
 * Ends an affiliation on a day, included.
 * @refuses ends_before_it_starts
 */
export async function endAffiliation(
  ctx: Ctx,
  personId: string,
  affiliationId: string,
  endsOn: LocalDate,
): Promise<Outcome<null, AffiliationProblem>> {
  const { affiliation } = await lockAffiliation(ctx, personId, affiliationId)
  return changeAffiliation(ctx, personId, affiliationId, { ...affiliation, endsOn })
}

/** Removes an affiliation that never was; one that is over is ended instead. */
export async function removeAffiliation(ctx: Ctx, personId: string, affiliationId: string): Promise<Outcome<null, never>> {
  const { affiliation } = await lockAffiliation(ctx, personId, affiliationId)
  allow(mayKeepDirectory(ctx.actor))
  await ctx.journal.event('person.affiliation_removed')
  await sql.deleteAffiliation(ctx.tx, affiliation.id)
  return ok(null)
}

async function lockAffiliation(ctx: Ctx, personId: string, affiliationId: string): Promise<{ person: Person; affiliation: Affiliation }> {
  const person = found(await sql.lockPerson(ctx.tx, personId))
  return { person, affiliation: found(person.affiliations.find((affiliation) => affiliation.id === affiliationId)) }
}

function sameOrganisation(person: Person, organisationId: string): Affiliation[] {
  return person.affiliations.filter((affiliation) => affiliation.organisation.id === organisationId)
}

import { allow, type OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type DraftProblem, type OrganisationDraft, decideOrganisation } from '../domain/organisation-draft.ts'
import type { OrganisationLine } from '../domain/organisation.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { findCityByName } from '../sql/cities.ts'
import * as sql from '../sql/organisations.ts'

/** The directory knows it already: by an identifier, which settles the matter, or by its name, which may be a coincidence. */
export type KnownOrganisation = {
  readonly code: 'organisation_known_by_identifier' | 'organisation_known_by_name'
  readonly known: OrganisationLine
}

/**
 * Adds a card to the directory of the acting organisation.
 * `isAnother`: the person has seen the namesake and says that this is another organisation.
 * @refuses organisation_known_by_identifier, organisation_known_by_name, and those of decideOrganisation
 */
export async function addOrganisation(
  ctx: Ctx,
  draft: OrganisationDraft,
  { isAnother = false }: { isAnother?: boolean } = {},
): Promise<Outcome<OrganisationId, DraftProblem | KnownOrganisation>> {
  allow(mayKeepDirectory(ctx.actor))
  const decided = decideOrganisation(draft, await findCityByName(ctx.tx, draft.city))
  if (!decided.ok) return decided
  const { facts, identifiers } = decided.value
  await sql.lockDirectory(ctx.tx, ctx.actor.organisationId)
  const byIdentifier = await sql.findByIdentifiers(ctx.tx, identifiers)
  if (byIdentifier) return refused({ code: 'organisation_known_by_identifier', known: byIdentifier })
  const byName = isAnother ? null : await sql.findByName(ctx.tx, facts.name, facts.country)
  if (byName) return refused({ code: 'organisation_known_by_name', known: byName })
  await ctx.journal.event('organisation.added')
  return ok(await sql.insertOrganisation(ctx.tx, facts, ctx.actor.organisationId, identifiers))
}

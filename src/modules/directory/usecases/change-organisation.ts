import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type DraftProblem, type OrganisationDraft, decideOrganisation } from '../domain/organisation-draft.ts'
import type { Organisation } from '../domain/organisation.ts'
import { mayChangeOrganisation } from '../domain/rights.ts'
import { findCityByName } from '../sql/cities.ts'
import * as sql from '../sql/organisations.ts'
import type { KnownOrganisation } from './add-organisation.ts'

export type StaleOrganisation = { readonly code: 'stale_edit'; readonly saved: Organisation }

/**
 * Changes a card the acting organisation keeps. `version` is the one the person was looking at: if someone saved since,
 * nothing is overwritten and the saved card comes back to be compared.
 * @refuses stale_edit, organisation_known_by_identifier, and those of decideOrganisation
 */
export async function changeOrganisation(
  ctx: Ctx,
  organisationId: string,
  version: number,
  draft: OrganisationDraft,
): Promise<Outcome<Organisation, StaleOrganisation | DraftProblem | KnownOrganisation>> {
  const saved = found(await sql.lockOrganisation(ctx.tx, organisationId))
  allow(mayChangeOrganisation(ctx.actor, saved))
  if (saved.version !== version) return refused({ code: 'stale_edit', saved })
  const decided = decideOrganisation(draft, await findCityByName(ctx.tx, draft.city))
  if (!decided.ok) return decided
  const { facts, identifiers } = decided.value
  const known = await sql.findByIdentifiers(ctx.tx, identifiers, saved.id)
  if (known) return refused({ code: 'organisation_known_by_identifier', known })
  await ctx.journal.event('organisation.changed')
  await sql.updateOrganisation(ctx.tx, saved.id, facts)
  await sql.replaceIdentifiers(ctx.tx, saved.id, saved.identifiers, identifiers)
  return ok(found(await sql.loadOrganisation(ctx.tx, saved.id)))
}

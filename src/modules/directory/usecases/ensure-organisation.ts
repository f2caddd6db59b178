import { allow, type OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import '../domain/events.ts'
import { type IdentifierRefusal, type OrganisationIdentifier, decideIdentifiers } from '../domain/identifier.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import * as sql from '../sql/organisations.ts'

export type NamedOrganisation = {
  readonly name: string
  readonly kind: OrganisationKind
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly identifiers?: readonly OrganisationIdentifier[]
}

/**
 * The organisation someone names in a form or a file: the visible one known by an identifier, else the visible one
 * of that name in that country, else a new card in the directory of the acting organisation. What exists is left as it is.
 * @refuses identifier_malformed, identifier_checksum_wrong, identifier_repeated
 */
export async function ensureOrganisation(
  ctx: Ctx,
  named: NamedOrganisation,
): Promise<Outcome<{ id: OrganisationId; isNew: boolean }, IdentifierRefusal>> {
  const name = plainSpaces(named.name)
  const identifiers = decideIdentifiers(named.identifiers ?? [])
  if (!identifiers.ok) return identifiers
  await sql.lockDirectory(ctx.tx, ctx.actor.organisationId)
  const known = (await sql.findByIdentifiers(ctx.tx, identifiers.value)) ?? (await sql.findByName(ctx.tx, name, named.country))
  if (known) return ok({ id: known.id, isNew: false })
  allow(mayKeepDirectory(ctx.actor))
  await ctx.journal.event('organisation.added')
  const card = { name, names: {}, kind: named.kind, country: named.country, cityId: null, cityName: null, website: null }
  return ok({ id: await sql.insertOrganisation(ctx.tx, card, ctx.actor.organisationId, identifiers.value), isNew: true })
}

import type { OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { findByName } from '../sql/organisations.ts'
import { recogniseOrganisation } from './recognise-organisation.ts'

type Named = { readonly organisation: string; readonly country: string | null }

/** The organisation a line names: one that is known, or null for a card to be made. */
export type NamedCard = Outcome<OrganisationId | null, { readonly column: 'organisation' | 'country'; readonly code: string }>

export const organisationKey = ({ organisation, country }: Named) => `${country ?? ''} ${foldAccents(organisation)}`

/**
 * The organisations the lines of a file name, each looked for once. Without a country, a name must mean one visible organisation:
 * a card is made only in a country the file says.
 */
export async function nameOrganisations(ctx: Ctx, named: readonly Named[]): Promise<Map<string, NamedCard>> {
  const cards = new Map<string, NamedCard>()
  for (const one of named) {
    const key = organisationKey(one)
    if (!cards.has(key)) cards.set(key, await find(ctx, one))
  }
  return cards
}

async function find(ctx: Ctx, { organisation, country }: Named): Promise<NamedCard> {
  if (country !== null) return ok((await findByName(ctx.tx, organisation, country))?.id ?? null)
  const { matches } = await recogniseOrganisation(ctx, organisation)
  const [match, other] = matches
  if (match && !other) return ok(match.id)
  return refused(
    other ? { column: 'organisation', code: 'organisation_ambiguous' } : { column: 'country', code: 'country_of_new_organisation' },
  )
}

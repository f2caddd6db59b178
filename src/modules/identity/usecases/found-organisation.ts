import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'

/** An authority or partner that begins to work in Escale. `kind` is one of `directory.organisation.kind`; `country` is ISO 3166-1 alpha-2. */
export type Founding = {
  readonly organisationId: OrganisationId
  readonly administratorId: AccountId
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly city: string | null
  readonly currency: string
  readonly timeZone: string
  readonly locale: Locale
}

/** Founds an organisation and makes the account its first administrator. For the operator and the demonstration: needs the owner's connection. */
export async function foundOrganisation(owner: Pick<pg.Client, 'query'>, founding: Founding): Promise<void> {
  await owner.query('select identity.found($1, $2, $3, $4, $5, $6, $7, $8, $9)', parametersOf(founding))
}

export function parametersOf(founding: Founding): readonly (string | null)[] & unknown[] {
  const { administratorId, organisationId, name, kind, country, city, currency, timeZone, locale } = founding
  return [administratorId, organisationId, name, kind, country, city, currency, timeZone, locale]
}

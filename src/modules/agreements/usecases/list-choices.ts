import type { Ctx } from '#platform/context.ts'
import { countryChoices, listCities, listOrganisationNames } from '#modules/directory/index.ts'
import type { StateGround } from '../domain/agreement.ts'
import { listStateGrounds } from '../sql/agreements.ts'

export type AgreementChoices = {
  readonly cityNames: readonly string[]
  readonly organisationNames: readonly string[]
  readonly countries: readonly { readonly value: string; readonly label: string }[]
  readonly grounds: readonly StateGround[]
  readonly ownOrganisationId: string
  readonly currency: string
}

/** What the form of an agreement proposes: cities, organisations and countries we know, and the grounds of the law. */
export async function agreementChoices({ tx, actor }: Ctx): Promise<AgreementChoices> {
  const cities = await listCities(tx)
  return {
    cityNames: [...new Set(cities.flatMap(({ names }) => Object.values(names).filter((name) => name !== undefined)))].sort(),
    organisationNames: await listOrganisationNames(tx, 500),
    countries: countryChoices(actor.locale),
    grounds: await listStateGrounds(tx),
    ownOrganisationId: actor.organisationId,
    currency: actor.currency,
  }
}

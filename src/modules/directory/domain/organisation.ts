import type { OrganisationId } from '#platform/actor.ts'
import { isMissing, pick, type Localized } from '#platform/pure/localized.ts'
import type { CityId } from './city.ts'
import type { OrganisationIdentifier } from './identifier.ts'

/** Twin of the CHECK kind_is_known; a test compares them. Authorities first, then those they travel with. */
export const organisationKinds = [
  'municipality',
  'intermunicipal',
  'department',
  'region',
  'foreign_authority',
  'state',
  'chamber',
  'port',
  'tourism_office',
  'development_agency',
  'cluster',
  'company',
  'academic',
  'cultural',
  'association',
  'network',
  'media',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What is needed to name an organisation in a list. */
export type OrganisationLine = {
  readonly id: OrganisationId
  readonly name: string
  readonly names: Localized
  readonly kind: OrganisationKind
  readonly country: string
  readonly cityName: string | null
  /** Works in Escale, and then keeps its own card; otherwise a card someone keeps about it. */
  readonly isWorkspace: boolean
}

/** A legal person: an authority, a chamber, a company, a foreign city. */
export type Organisation = OrganisationLine & {
  /** The organisation whose directory keeps this card. */
  readonly keptBy: OrganisationId
  readonly cityId: CityId | null
  readonly website: string | null
  readonly identifiers: readonly OrganisationIdentifier[]
  readonly version: number
}

/** The name in the reader's language when one is known, otherwise the name the organisation gives itself. */
export function organisationLabel(organisation: Pick<OrganisationLine, 'name' | 'names'>, language: string): string {
  return isMissing(organisation.names, language) ? organisation.name : pick(organisation.names, language).text
}

import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { OrganisationLine } from './organisation.ts'

export type PersonId = Id<'person'>
export type AffiliationId = Id<'affiliation'>

/** Twin of the CHECK honorific_is_known. */
export const honorifics = ['mme', 'm'] as const
export type Honorific = (typeof honorifics)[number]

/** Why one may keep someone's facts (GDPR art. 6-1 e, c, b, a). Twin of the CHECK legal_basis_is_known. */
export const legalBases = ['public_task', 'legal_obligation', 'contract', 'consent'] as const
export type LegalBasis = (typeof legalBases)[number]

/** On what ground someone's facts are kept, and how fresh they are. */
export type Ground = {
  readonly legalBasis: LegalBasis
  /** The day consent was given, and how; null on every other ground. */
  readonly consentedOn: LocalDate | null
  readonly consentSource: string | null
  /** The last real contact: a meeting, a letter, a call; reading an e-mail is none. */
  readonly lastContactOn: LocalDate | null
}

/** Someone, as the organisation that keeps this card knows them. Seen by nobody else. */
export type Person = Ground & {
  readonly id: PersonId
  /** Who keeps the card. */
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly honorific: Honorific | null
  /** The name as its bearer writes it: 王小明, Ναταλία. */
  readonly originalScript: string | null
  /** ISO 639-1. */
  readonly preferredLanguage: string | null
  readonly email: string | null
  /** ITU-T E.164. */
  readonly phone: string | null
  readonly affiliations: readonly Affiliation[]
  readonly version: number
}

/** What someone is, for whom, and when. Several at once are common: maire, and président de la Métropole. */
export type Affiliation = {
  readonly id: AffiliationId
  readonly organisation: Pick<OrganisationLine, 'id' | 'name' | 'names' | 'kind' | 'country'>
  readonly capacity: Localized
  /** Inclusive; null when unknown, or still to come to an end. */
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  /** 1 is named first; null comes after every rank. */
  readonly protocolRank: number | null
}

/** One line of a list of people: who, and what they are today. */
export type PersonLine = {
  readonly id: PersonId
  readonly givenName: string
  readonly familyName: string
  readonly honorific: Honorific | null
  readonly capacities: readonly { readonly capacity: Localized; readonly organisation: string }[]
}

export function fullName({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].filter(Boolean).join(' ')
}

/**
 * The names that name someone and nobody of their family: given and family name in either order, and the one they write themselves, in another script or of
 * several words. A family name alone names a whole family.
 */
export function wholeNames({
  givenName,
  familyName,
  originalScript,
}: Pick<Person, 'givenName' | 'familyName' | 'originalScript'>): string[] {
  const names = givenName === '' || familyName === '' ? [] : [`${givenName} ${familyName}`, `${familyName} ${givenName}`]
  const isWhole = originalScript !== null && (/\S\s+\S/.test(originalScript) || !/\p{Script=Latin}/u.test(originalScript))
  return isWhole ? [...names, originalScript] : names
}

export function isCurrent({ startsOn, endsOn }: Pick<Affiliation, 'startsOn' | 'endsOn'>, today: LocalDate): boolean {
  return (startsOn === null || startsOn <= today) && (endsOn === null || endsOn >= today)
}

/** Today's first, then what is to come, then the past, the latest first. */
export function inReadingOrder(affiliations: readonly Affiliation[], today: LocalDate): Affiliation[] {
  const rank = (affiliation: Affiliation) => (isCurrent(affiliation, today) ? 0 : (affiliation.startsOn ?? '') > today ? 1 : 2)
  const latest = ({ endsOn, startsOn }: Affiliation) => endsOn ?? startsOn ?? ''
  return affiliations.toSorted((a, b) => rank(a) - rank(b) || (latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : 0))
}

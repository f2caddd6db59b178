import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Tx } from '#platform/db.ts'
import type { Organisation } from './organisation.ts'
import type { Person } from './person.ts'

/** Twin of the CHECK kind_is_known of directory.merge. */
export const cardKinds = ['person', 'organisation'] as const
export type CardKind = (typeof cardKinds)[number]
export type MergeId = Id<'merge'>

/** One merge that was done: what the list of merges says of it. */
export type Merge = {
  readonly id: MergeId
  readonly kind: CardKind
  readonly keptId: string
  readonly keptName: string | null
  readonly goneName: string
  readonly mergedAt: Instant
  readonly undoneAt: Instant | null
}

/** Rows that named a card, by table: `{ 'delegations.member': [id, …] }`. */
export type MovedRows = Readonly<Record<string, readonly string[]>>

/** From which card to which other, and of these rows alone when they are given. */
export type Move = { readonly kind: CardKind; readonly from: string; readonly to: string; readonly only?: MovedRows }

/** How a module lets the directory merge cards that its rows name. It answers which rows it changed; undoing gives them back. */
export type CardReferences = {
  readonly module: string
  /** The columns it answers for: 'delegations.member.person_id'. */
  readonly columns: readonly string[]
  move(tx: Tx, move: Move): Promise<MovedRows>
}

/** What is decided field by field; a place is one answer, because a city belongs to its country. */
export const personFields = [
  'honorific',
  'givenName',
  'familyName',
  'originalScript',
  'preferredLanguage',
  'email',
  'phone',
  'ground',
] as const
export const organisationFields = ['name', 'names', 'kind', 'place', 'website'] as const
export type PersonField = (typeof personFields)[number]
export type OrganisationField = (typeof organisationFields)[number]
export type Side = 'kept' | 'gone'
export type Choices<Field extends string> = Readonly<Partial<Record<Field, Side>>>

type PersonFacts = Omit<Person, 'id' | 'organisationId' | 'affiliations' | 'version'>
type OrganisationFacts = Pick<Organisation, 'name' | 'names' | 'kind' | 'country' | 'cityId' | 'cityName' | 'website'>

/** The columns behind a field. */
const columnsOf = {
  ground: ['legalBasis', 'consentedOn', 'consentSource'],
  place: ['country', 'cityId', 'cityName'],
} as const satisfies Record<string, readonly string[]>

/** The side a field is taken from when nobody said: what is known before what is not. */
export function sideOf(kept: unknown, gone: unknown): Side {
  const isUnknown = (value: unknown) => value === null || value === '' || JSON.stringify(value) === '{}'
  return isUnknown(kept) && !isUnknown(gone) ? 'gone' : 'kept'
}

function taken<Facts extends object>(kept: Facts, gone: Facts, fields: readonly string[], choices: Choices<string>): Facts {
  const merged = { ...kept }
  for (const field of fields) {
    const columns = ((columnsOf as Record<string, readonly string[]>)[field] ?? [field]) as (keyof Facts)[]
    const [first] = columns
    const side = choices[field] ?? (first === undefined ? 'kept' : sideOf(kept[first], gone[first]))
    if (side === 'gone') for (const column of columns) merged[column] = gone[column]
  }
  return merged
}

/** One person of two cards. The last contact is the later of the two: it happened, whichever card was open. */
export function mergedPerson(kept: PersonFacts, gone: PersonFacts, choices: Choices<PersonField>): PersonFacts {
  const lastContactOn =
    [kept.lastContactOn, gone.lastContactOn]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  return { ...taken(kept, gone, personFields, choices), lastContactOn }
}

export function mergedOrganisation(
  kept: OrganisationFacts,
  gone: OrganisationFacts,
  choices: Choices<OrganisationField>,
): OrganisationFacts {
  return taken(kept, gone, organisationFields, choices)
}

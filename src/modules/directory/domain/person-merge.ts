import type { Localized } from '#platform/pure/localized.ts'
import type { AffiliationDraft } from './affiliation.ts'
import type { PersonDraft } from './person-draft.ts'
import type { Affiliation, Person } from './person.ts'

/** What a file says of someone; null says nothing. */
type Given = {
  readonly [Field in keyof Omit<PersonDraft, 'ground'>]: PersonDraft[Field] | null
} & {
  readonly [Field in keyof NonNullable<PersonDraft['ground']>]: NonNullable<PersonDraft['ground']>[Field] | null
}

/** The card as the file would leave it: a blank cell keeps what is known. A day of consent is a consent unless the file says otherwise. */
export function draftWith(given: Given, known: Person | null): PersonDraft {
  const kept = <Field extends keyof Given & keyof Person>(field: Field) => (given[field] ?? known?.[field] ?? '') as string
  return {
    givenName: kept('givenName'),
    familyName: kept('familyName'),
    honorific: given.honorific ?? known?.honorific ?? null,
    originalScript: kept('originalScript'),
    preferredLanguage: kept('preferredLanguage'),
    email: kept('email'),
    phone: kept('phone'),
    ground: {
      legalBasis: given.legalBasis ?? (given.consentedOn ? 'consent' : (known?.legalBasis ?? 'public_task')),
      consentedOn: given.consentedOn ?? known?.consentedOn ?? null,
      consentSource: kept('consentSource'),
      lastContactOn: given.lastContactOn ?? known?.lastContactOn ?? null,
    },
  }
}

/** The capacity of the same words in any language they share, at dates that touch: the position a line speaks of, if it is known. */
export function knownPosition(
  affiliations: readonly Affiliation[],
  organisationId: string | null,
  draft: AffiliationDraft,
): Affiliation | null {
  const sameWords = (capacity: Localized) =>
    Object.entries(draft.capacity).some(([language, text]) => text !== undefined && capacity[language] === text)
  return (
    affiliations.find(
      ({ organisation, capacity, startsOn, endsOn }) =>
        organisation.id === organisationId &&
        sameWords(capacity) &&
        (draft.startsOn === null || startsOn === null || draft.startsOn === startsOn) &&
        (draft.endsOn === null || endsOn === null || draft.endsOn === endsOn),
    ) ?? null
  )
}

/** The same position with what a line adds to it; null when it adds nothing. */
export function positionWith(known: Affiliation, draft: AffiliationDraft): Required<AffiliationDraft> | null {
  const merged = {
    capacity: { ...known.capacity, ...draft.capacity },
    startsOn: draft.startsOn ?? known.startsOn,
    endsOn: draft.endsOn ?? known.endsOn,
    protocolRank: draft.protocolRank ?? known.protocolRank,
  }
  const isSame =
    merged.startsOn === known.startsOn &&
    merged.endsOn === known.endsOn &&
    merged.protocolRank === known.protocolRank &&
    Object.entries(merged.capacity).every(([language, text]) => known.capacity[language] === text)
  return isSame ? null : merged
}

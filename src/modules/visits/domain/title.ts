import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type TitleId = Id<'titleEquivalence'>

/** What a foreign title is worth here. */
export type TitleDraft = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** As it is said there. */
  readonly title: string
  readonly equivalent: Localized
  readonly rankCode: string
  /** How one addresses who bears it. */
  readonly address: Localized
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly source: string
}

export type TitleEquivalence = TitleDraft & {
  readonly id: TitleId
  readonly organisationId: OrganisationId
  /** Null: proposed, and shown so. */
  readonly confirmedOn: LocalDate | null
  readonly confirmedByName: string | null
}

/** What we propose: taken over before it applies to anybody. */
export type ProposedTitle = Omit<TitleDraft, 'validTo' | 'source' | 'validFrom'> & {
  readonly id: string
  readonly validFrom: LocalDate
  readonly source: Localized
}

/** Whether an equivalence holds on a day, both ends included. */
export function isValidOn({ validFrom, validTo }: Pick<TitleDraft, 'validFrom' | 'validTo'>, day: LocalDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

/** The proposals nobody took over yet: those whose title and country have no equivalence of ours. */
export function notTakenOver<P extends Pick<ProposedTitle, 'country' | 'title'>>(
  proposed: readonly P[],
  own: readonly Pick<TitleDraft, 'country' | 'title'>[],
): P[] {
  return proposed.filter(({ country, title }) => !own.some((each) => each.country === country && each.title === title))
}

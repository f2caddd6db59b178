import { addDays, type LocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { LegalBasis, PersonId } from './person.ts'

/** How long a card is kept after the last contact: dated data, see directory.retention_rule. */
export type RetentionRule = { readonly legalBasis: LegalBasis; readonly days: number; readonly ground: Localized }

/** Someone's card, and the last day it can be shown that one was in contact with them: by the card, a letter, a mission. */
export type KeptCard = {
  readonly id: PersonId
  readonly givenName: string
  readonly familyName: string
  readonly legalBasis: LegalBasis
  readonly lastContactOn: LocalDate
}

export type OverdueCard = KeptCard & Pick<RetentionRule, 'days' | 'ground'> & { readonly keptUntil: LocalDate }

/** Twin of the CHECK reason_is_known of directory.erasure: a dated rule, or the person who asks (GDPR, article 17). */
export const erasureReasons = ['rule', 'request'] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** How many rows keep a name by law once the card is gone, by what they are. */
export type Stayed = { readonly delegations: number; readonly applications: number }

export type Erasure = {
  readonly id: string
  readonly reason: ErasureReason
  readonly stayed: Partial<Stayed>
  readonly recordedAt: Instant
}

/** The cards whose last contact is older than their rule allows on a day, the oldest first. A card of a ground without a rule is kept. */
export function overdueOn(cards: readonly KeptCard[], rules: readonly RetentionRule[], today: LocalDate): OverdueCard[] {
  const overdue = cards.flatMap((card) => {
    const rule = rules.find(({ legalBasis }) => legalBasis === card.legalBasis)
    if (!rule) return []
    const keptUntil = addDays(card.lastContactOn, rule.days)
    return keptUntil < today ? [{ ...card, days: rule.days, ground: rule.ground, keptUntil }] : []
  })
  return overdue.toSorted((a, b) => (a.keptUntil < b.keptUntil ? -1 : a.keptUntil > b.keptUntil ? 1 : 0))
}

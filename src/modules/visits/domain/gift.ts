import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Qualifier } from '#platform/pure/qualified.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type GiftId = Id<'visitGift'>

/** Each list here has its twin in a CHECK of 0046_visit_reception.sql; a test compares them. */
export const giftDirections = ['received', 'given'] as const
export type GiftDirection = (typeof giftDirections)[number]

/** What becomes of a gift received: to settle, kept by who received it, handed over to the organisation, or returned. */
export const dispositions = ['to_settle', 'kept', 'handed_over', 'returned'] as const
export type Disposition = (typeof dispositions)[number]

export type GiftDraft = {
  readonly missionId: string | null
  readonly direction: GiftDirection
  readonly onDay: LocalDate
  readonly description: string
  readonly giver: string
  readonly recipient: string
  /** Euros, in cents. */
  readonly valueCents: bigint
  readonly qualifier: Qualifier
}

export type Settlement = { readonly disposition: Disposition; readonly declaredOn: LocalDate | null; readonly keptWhere: string }

export type Gift = GiftDraft &
  Settlement & {
    readonly id: GiftId
    readonly missionTitle: Localized | null
    /** Of the rule of its day; null when no rule held. */
    readonly thresholdCents: bigint | null
    readonly version: number
  }

/** A gift received above the threshold of its day is declared, and is not kept by who received it. */
export function isOverThreshold({
  direction,
  valueCents,
  thresholdCents,
}: Pick<Gift, 'direction' | 'valueCents' | 'thresholdCents'>): boolean {
  return direction === 'received' && thresholdCents !== null && valueCents > thresholdCents
}

export type GiftRule = {
  readonly id: string
  readonly thresholdCents: bigint
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly source: string
}

/** What we propose to whoever decided no threshold of its own. */
export type ProposedThreshold = { readonly validFrom: LocalDate; readonly thresholdCents: bigint; readonly source: Localized }

export type SettlementProblem = {
  readonly code: 'over_the_threshold_is_declared' | 'over_the_threshold_is_not_kept' | 'handed_over_somewhere'
}

/** What may become of a gift; null when nothing stands against it. The database says the same. */
export function settlementProblem(
  gift: Pick<Gift, 'direction' | 'valueCents' | 'thresholdCents'>,
  to: Settlement,
): SettlementProblem | null {
  if (isOverThreshold(gift) && to.disposition === 'kept') return { code: 'over_the_threshold_is_not_kept' }
  if (isOverThreshold(gift) && to.disposition !== 'to_settle' && to.declaredOn === null) return { code: 'over_the_threshold_is_declared' }
  if (to.disposition === 'handed_over' && gift.direction === 'received' && to.keptWhere.trim() === '')
    return { code: 'handed_over_somewhere' }
  return null
}

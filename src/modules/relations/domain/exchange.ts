import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'

export type ExchangeId = Id<'exchange'>

/** Twin of the CHECK kind_is_known of relations.exchange. */
export const exchangeKinds = ['letter', 'call', 'meeting', 'event'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

/** Twin of the CHECK direction_is_known: only a letter and a call have one. */
export const directions = ['sent', 'received'] as const
export type Direction = (typeof directions)[number]

export type Exchange = {
  readonly id: ExchangeId
  readonly kind: ExchangeKind
  readonly direction: Direction | null
  readonly onDay: LocalDate
  readonly subject: string
  readonly withWhom: string
  /** The card of who was written to, or met, when one keeps one. */
  readonly personId: string | null
}
export type ExchangeDraft = Omit<Exchange, 'id'>

/** A letter or a call goes one way; a meeting or an event is common. What was chosen beside says nothing then. */
export function tidyExchange(draft: ExchangeDraft): ExchangeDraft {
  const hasSender = draft.kind === 'letter' || draft.kind === 'call'
  return { ...draft, direction: hasSender ? (draft.direction ?? 'sent') : null }
}

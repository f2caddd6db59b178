import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import type { Id } from '#platform/pure/ids.ts'
import { type LocalDate, addDays, addMonths } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Member, MemberId } from '#modules/delegations/index.ts'
import type { Mission } from '#modules/missions/index.ts'

export type TravelOrderId = Id<'travelOrder'>

/** Twin of a CHECK of 0050_readiness.sql. */
export const orderStates = ['issued', 'withdrawn'] as const
export type OrderState = (typeof orderStates)[number]

/** Who signs for an organisation. `authority` is what empowers them: a delegation of signature, with its date. */
export type Signatory = { readonly name: string; readonly capacity: string; readonly authority: string; readonly place: string }

/** What is typed once for all the orders issued together. Empty dates take those of the mission, and the day itself. */
export type OrderDraft = {
  readonly issuedOn: LocalDate
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate
  readonly transport: string
  readonly expenses: string
}

/** Everything the document says, frozen with the signature. Copied, so that it says the same for ever. */
export type OrderFacts = OrderDraft & {
  readonly language: Locale
  readonly organisation: string
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly capacity: Localized
  readonly missionTitle: Localized
  readonly missionPurpose: Localized
  readonly legs: readonly {
    readonly cityName: Localized
    readonly country: string
    readonly startsOn: LocalDate
    readonly endsOn: LocalDate
  }[]
  readonly signatory: Signatory
}

export type TravelOrder = {
  readonly id: TravelOrderId
  readonly missionId: string
  readonly missionTitle: Localized
  readonly memberId: MemberId
  readonly givenName: string
  readonly familyName: string
  readonly year: number
  readonly number: number
  readonly issuedOn: LocalDate
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate
  readonly state: OrderState
  readonly withdrawnOn: LocalDate | null
  readonly withdrawnBecause: string | null
}

export type OrderProblem = {
  readonly code:
    | 'nothing_chosen'
    | 'mission_without_dates'
    | 'signatory_missing'
    | 'a_travel_order_is_for_staff'
    | 'valid_twelve_months_at_most'
    | 'ends_after_it_begins'
    | 'signed_before_it_is_valid'
    | 'does_not_cover_the_mission'
    | 'one_standing_order_per_person'
    | 'already_withdrawn'
    | 'withdrawn_for_a_reason'
}

/** « OM-2027-0014 ». */
export function orderNumber({ year, number }: { readonly year: number; readonly number: number }): string {
  return `OM-${year}-${String(number).padStart(4, '0')}`
}

/**
 * Whether orders of these dates may be issued to these people. The agent holds the order before leaving, and it is valid for twelve months
 * at most (décret 2001-654, art. 5 and 6).
 * @refuses nothing_chosen, mission_without_dates, a_travel_order_is_for_staff, ends_after_it_begins, valid_twelve_months_at_most,
 *   signed_before_it_is_valid, does_not_cover_the_mission
 */
export function decideOrders(
  mission: Pick<Mission, 'startsOn' | 'endsOn'>,
  people: readonly Pick<Member, 'category' | 'state'>[],
  { issuedOn, validFrom, validUntil }: OrderDraft,
): Outcome<null, OrderProblem> {
  if (people.length === 0) return refused({ code: 'nothing_chosen' })
  if (people.some(({ category, state }) => category !== 'staff' || state !== 'registered')) {
    return refused({ code: 'a_travel_order_is_for_staff' })
  }
  if (mission.startsOn === null || mission.endsOn === null) return refused({ code: 'mission_without_dates' })
  if (validUntil < validFrom) return refused({ code: 'ends_after_it_begins' })
  if (validUntil > lastDayOfTwelveMonths(validFrom)) return refused({ code: 'valid_twelve_months_at_most' })
  if (issuedOn > validFrom) return refused({ code: 'signed_before_it_is_valid' })
  if (validFrom > mission.startsOn || validUntil < mission.endsOn) return refused({ code: 'does_not_cover_the_mission' })
  return ok(null)
}

/** From 5 March, 4 March of the next year: twelve months, and not one day more. */
export function lastDayOfTwelveMonths(from: LocalDate): LocalDate {
  return addDays(addMonths(from, 12), -1)
}

/** Canonical JSON (RFC 8785) and its SHA-256, which the database computes again. */
export function freezeOrder(facts: OrderFacts): { readonly text: string; readonly digest: Buffer } {
  const text = canonicalJson(facts)
  return { text, digest: createHash('sha256').update(text).digest() }
}

export function thawOrder(text: string): OrderFacts {
  return JSON.parse(text) as OrderFacts
}

import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type SlotId = Id<'visitSlot'>

/** What the hosts would like to show, on the clocks of its leg; a partner claims it. */
export type SlotDraft = {
  readonly legId: string
  readonly title: Localized
  /** What is expected of whoever takes it. */
  readonly wish: Localized
  readonly day: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  /** Whom one thought of; any partner may claim it. */
  readonly suggestedFor: string
}

export type Slot = SlotDraft & {
  readonly id: SlotId
  readonly claimedBy: OrganisationId | null
  readonly claimedByName: string | null
  readonly itemId: string | null
  readonly version: number
}

export type GreetingId = Id<'visitGreeting'>

/** Who meets the visitors. The number is the greeter's. */
export type GreetingDraft = {
  readonly day: LocalDate
  readonly atTime: LocalTime
  readonly what: Localized
  readonly place: string
  readonly greeter: string
  readonly greeterPhone: string
  readonly car: string
}

export type Greeting = GreetingDraft & {
  readonly id: GreetingId
  readonly organisationId: OrganisationId
  readonly organisationName: string
}

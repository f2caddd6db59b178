import type { LocalDate } from '#platform/pure/local-date.ts'

/** The text in one language. Those that are authentic say the same with equal force; a translation only helps to read. */
export type Wording = { readonly language: string; readonly body: string; readonly isAuthentic: boolean; readonly version: number }

/** A change the parties agreed on later; `prolongsTo` is the new last day, when it has one. */
export type Amendment = {
  readonly id: string
  readonly number: number
  readonly signedOn: LocalDate
  readonly voteReference: string
  readonly summary: string
  readonly prolongsTo: LocalDate | null
}

/** A meeting of the steering committee, who chaired it on each side, and what was written of it. */
export type CommitteeMeeting = {
  readonly id: string
  readonly heldOn: LocalDate
  readonly place: string
  readonly ownChair: string
  readonly theirChair: string
  readonly attendees: string
  readonly minutes: string
  readonly version: number
}

/** How a mission and an agreement belong together. Its twin is in 0070_agreements.sql. */
export const missionLinks = ['prepared', 'signed', 'carried_out'] as const
export type MissionLink = (typeof missionLinks)[number]

import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type MissionId = Id<'mission'>
export type LegId = Id<'leg'>

/** Each list here has its twin in a CHECK of 0005_missions.sql; a test compares them. */
export const missionKinds = ['outgoing', 'incoming', 'event', 'virtual'] as const
export type MissionKind = (typeof missionKinds)[number]

/** What people decide. Where the mission stands on its way (`stage.ts`) follows from this, the dates and the acts. */
export const missionStates = ['idea', 'preparation', 'confirmed', 'cancelled'] as const
export type MissionState = (typeof missionStates)[number]

export const partnerRoles = ['lead', 'co_organiser', 'partner', 'funder', 'host', 'support'] as const
export type PartnerRole = (typeof partnerRoles)[number]

export const mandateDeciders = ['assembly', 'standing_committee', 'delegated_decision'] as const
export type MandateDecider = (typeof mandateDeciders)[number]

/** A stage of the journey: one city, inclusive dates (transport days included), one zone. */
export type Leg = {
  readonly id: string
  readonly cityId: string | null
  readonly cityName: Localized
  readonly country: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly timeZone: string
}

/** A leg before it has a row. */
export type NewLeg = Omit<Leg, 'id'>

export type Partner = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly name: string
  readonly role: PartnerRole
  readonly workstream: Localized
  readonly leftAt: string | null
  readonly accountsClosedOn: LocalDate | null
  readonly ratifiedOn: LocalDate | null
  readonly isWorkspace: boolean
  readonly version: number
  /** The legs they take part in; none is named when it is all of them. */
  readonly legIds: readonly string[]
}

/** The special mandate of a partner's elected members (CGCT L2123-18, L3123-19, L4135-19). */
export type Mandate = {
  readonly decidedBy: MandateDecider
  readonly decidedOn: LocalDate
  readonly reference: string
  readonly version: number
}

export type Mission = {
  readonly id: MissionId
  readonly leadOrganisationId: OrganisationId
  readonly kind: MissionKind
  readonly title: Localized
  readonly purpose: Localized
  readonly state: MissionState
  readonly headMemberId: string | null
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly version: number
  readonly legs: readonly Leg[]
  readonly partners: readonly Partner[]
  readonly objectives: readonly Localized[]
  readonly themes: readonly { readonly id: string; readonly label: Localized }[]
}

/** One line of the list of missions. */
export type MissionLine = {
  readonly id: MissionId
  readonly kind: MissionKind
  readonly title: Localized
  readonly state: MissionState
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly leadName: string
  readonly ownRole: PartnerRole | null
  readonly accountsClosedOn: LocalDate | null
  readonly ratifiedOn: LocalDate | null
  readonly partnerCount: number
  readonly objectiveCount: number
  /** Of the acting organisation. */
  readonly mandateDecidedOn: LocalDate | null
  readonly cities: readonly Localized[]
}

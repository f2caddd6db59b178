import type { OrganisationId } from '#platform/actor.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'

export type Stay = { readonly id: string; readonly memberId: MemberId; readonly arrivesOn: LocalDate; readonly leavesOn: LocalDate }

export type Room = { readonly id: string; readonly label: string; readonly beds: number; readonly stays: readonly Stay[] }

export type Lodging = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly name: string
  readonly address: string
  readonly isShared: boolean
  /** Of one's own lodgings alone: who sleeps where is never shared. */
  readonly rooms: readonly Room[]
}

export type RoomProblem = {
  readonly code: 'guest_unknown' | 'a_stay_has_a_night' | 'nobody_sleeps_in_two_rooms' | 'no_more_people_than_beds' | 'a_room_is_named_once'
}

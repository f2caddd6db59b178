import type { ReleaseProblem } from './release.ts'
import type { TimesProblem } from './schedule.ts'

/** What may be wrong with an item as it is written. */
export type ItemProblem =
  | TimesProblem
  | {
      readonly code:
        | 'leg_unknown'
        | 'venue_of_another_leg'
        | 'track_unknown'
        | 'vehicle_unknown'
        | 'organiser_unknown'
        | 'guests_missing'
        | 'guest_unknown'
        | 'sector_unknown'
        | 'language_unknown'
    }

/** What may be wrong with a change of state. */
export type LifeProblem = { readonly code: 'already_in_this_state' | 'a_released_item_is_cancelled_not_removed' }

/** What may be wrong with a place, a travel time, a track or a sector. */
export type PlaceProblem = {
  readonly code:
    | 'leg_unknown'
    | 'venue_unknown'
    | 'same_venue'
    | 'a_venue_in_use_stays'
    | 'a_track_in_use_stays'
    | 'a_vehicle_in_use_stays'
    | 'guest_unknown'
    | 'sector_unknown'
}

/** What may be wrong with a time at which somebody is away or a venue closed. */
export type AbsenceProblem = { readonly code: 'leg_unknown' | 'unavailable_unknown' | 'an_unavailability_ends_after_it_starts' }

/** What may be wrong with what is made public. */
export type PublicationProblem = { readonly code: 'slug_is_an_address' | 'nothing_public' | 'stale_publication' }

/** Constraints that a race may reach although the code looked first: each has its sentence. */
export const programmeConstraints = [
  'a_leg_with_programme_stays',
  'a_venue_in_use_stays',
  'a_track_in_use_stays',
  'a_vehicle_in_use_stays',
  'one_vehicle_per_name',
  'a_released_item_is_cancelled_not_removed',
  'nobody_is_in_two_places_at_once',
  'one_release_per_number',
  'one_note_per_organisation',
  'the_organiser_is_a_partner',
  'an_address_serves_one_programme',
] as const

/** Every refusal of the module, each with its sentence in the catalogues. */
export type ProblemCode =
  | ItemProblem['code']
  | LifeProblem['code']
  | PlaceProblem['code']
  | AbsenceProblem['code']
  | ReleaseProblem['code']
  | PublicationProblem['code']
  | (typeof programmeConstraints)[number]
  | 'stale_edit'
  | 'stale_note'
  | 'file_empty'
  | 'file_too_large'
  | 'file_shared_with_nobody'
  | 'required'
  | 'too_long'
  | 'date_malformed'
  | 'time_malformed'
  | 'number_malformed'
  | 'position_malformed'
  | 'unknown'

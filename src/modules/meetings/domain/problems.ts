import type { InstanceProblem } from './instance-event.ts'
import type { StretchProblem } from './stretches.ts'

/** Constraints that a refusal names: each has its sentence. */
export const meetingsConstraints = [
  'closes_after_it_opens',
  'a_leg_with_meetings_stays',
  'a_leg_with_slots_stays',
  'a_leg_with_spots_stays',
  'a_leg_with_participants_stays',
  'a_leg_is_held_once',
  'an_event_stays_on_its_leg',
  'who_meets_is_on_the_leg',
  'nobody_leaves_a_leg_with_meetings',
  'a_spot_is_on_the_leg_of_the_meeting',
  'a_circle_with_participants_stays',
  'a_target_is_within_quota',
  'one_rule_per_direction',
  'a_name_takes_part_once',
  'one_participant_per_key',
  'a_person_comes_once',
  'a_member_comes_once',
  'an_interpreter_speaks_two',
  'email_is_lower_case',
  'country_is_iso_3166',
  'requests_within_quota',
  'accepted_within_quota',
  'declined_with_a_reason',
  'a_rule_allows_the_wish',
  'a_motive_is_short',
  'one_run_at_a_time',
  'a_locked_meeting_does_not_move',
  'nobody_meets_twice_at_once',
  'nothing_serves_two_meetings_at_once',
  'no_spot_holds_two_meetings_at_once',
  'a_slot_with_meetings_stays',
  'a_spot_with_meetings_stays',
  'one_who_meets_stays',
  'other_who_meets_stays',
  'a_representative_who_meets_stays',
  'a_resource_in_use_stays',
  'a_meeting_with_an_outcome_stays',
  'two_participants_meet_once',
  'two_meet_once_whoever_asked',
] as const

/** Every refusal of the module, each with its sentence in the catalogues. */
export type ProblemCode =
  | StretchProblem['code']
  | InstanceProblem['code']
  | 'instance_faulty'
  | 'instance_unreadable'
  | (typeof meetingsConstraints)[number]
  | 'leg_unknown'
  | 'leg_not_of_event'
  | 'circle_unknown'
  | 'traveller_unknown'
  | 'same_circle'
  | 'stale_edit'
  | 'wishes_closed_or_answered'
  | 'request_over'
  | 'offer_over'
  | 'three_slots_of_the_event'
  | 'link_over'
  | 'nothing_to_plan'
  | 'run_over'
  | 'rules_broken'
  | 'run_not_done'
  | 'event_changed_since'
  | 'nothing_applied'
  | 'import_empty'
  | 'import_columns_missing'
  | 'import_line_refused'
  | 'import_unreadable'
  | 'required'
  | 'too_long'
  | 'date_malformed'
  | 'time_malformed'
  | 'number_malformed'
  | 'language_malformed'
  | 'sector_code_unknown'
  | 'email_malformed'
  | 'unknown'

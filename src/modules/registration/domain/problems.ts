import type { DecisionProblem } from './decision.ts'
import type { QuotaProblem } from './places.ts'

/** Every code a page of this module may have to say: a refusal without its sentence does not compile. */
export type ProblemCode =
  | 'required'
  | 'too_long'
  | 'unknown'
  | 'email_is_one_address'
  | 'phone_is_international'
  | 'places_unreadable'
  | 'days_unreadable'
  | 'link_over'
  | 'too_many'
  | 'closed'
  | 'leads_the_mission'
  | 'preview_outdated'
  | 'nobody_chosen'
  | 'letter_has_left'
  | 'request_key_reused'
  | 'a_sub_delegation_keeps_to_its_quota'
  | 'a_name_is_listed_once_per_sub_delegation'
  | 'a_person_travels_once_per_mission'
  | 'the_head_of_a_mission_travels_with_it'
  | 'a_place_goes_to_someone_else'
  | DecisionProblem['code']
  | QuotaProblem['code']

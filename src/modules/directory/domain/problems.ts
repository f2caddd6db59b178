import type { AffiliationProblem } from './affiliation.ts'
import type { DraftProblem } from './organisation-draft.ts'
import type { PersonProblem } from './person-draft.ts'

/** Constraints of the database a race may meet after the rules agreed. */
export type ConstraintCode =
  | 'nobody_holds_a_capacity_twice_at_once'
  | 'one_value_per_scheme'
  | 'dates_are_plausible'
  | 'ends_after_it_starts'
  | 'contact_is_plausible'
  | 'consent_is_plausible'

/** Everything this module may refuse: each has its sentence, or the texts do not compile. */
export type DirectoryProblemCode =
  | DraftProblem['code']
  | PersonProblem['code']
  | AffiliationProblem['code']
  | 'request_key_reused'
  | ConstraintCode
  | 'organisation_known_by_identifier'
  | 'organisation_known_by_name'
  | 'person_known'
  | 'organisation_missing'
  | 'organisation_unknown'
  | 'organisation_ambiguous'
  | 'stale_edit'
  | 'required'
  | 'too_long'
  | 'date_malformed'
  | 'number_malformed'
  | 'unknown'

import type { RegistrationProblem, memberConstraints } from './registration.ts'

export type WithdrawalProblem = { readonly code: 'already_withdrawn' | 'not_withdrawn' | 'the_head_of_a_mission_travels_with_it' }

export type HeadProblem = { readonly code: 'withdrawn_leads_nobody' }

/** What may be wrong with a row of a file beyond what a form refuses; each names the column at fault. */
export type RowProblemCode =
  | RegistrationProblem['code']
  | (typeof memberConstraints)[number]
  | 'required'
  | 'too_long'
  | 'category_unknown'
  | 'function_unknown'
  | 'twice_in_the_file'
  | 'key_twice_in_the_file'
  | 'two_heads_in_the_file'
  | 'several_of_this_name'

/** A namesake has a card already: to be linked, or else told apart in the directory. */
export type CardProblem = { readonly code: 'person_known' | 'email_is_one_address' | 'phone_is_international' }

/** An import is done in full or not at all. */
export type ImportProblem = { readonly code: 'import_has_problems' | 'import_is_empty' }

/** Every code a page of this module may have to say: a refusal without its sentence does not compile. */
export type ProblemCode =
  | RowProblemCode
  | WithdrawalProblem['code']
  | HeadProblem['code']
  | ImportProblem['code']
  | CardProblem['code']
  | 'stale_edit'
  | 'unknown'

import type { AttendanceProblem } from './attendance.ts'
import type { MarkingProblem } from './marking.ts'
import type { RoomProblem } from './rooms.ts'
import type { SegmentProblem } from './segment.ts'
import type { OrderProblem } from './travel-order.ts'

/** Constraints that a race may reach although the code looked first: each has its sentence. */
export const departureConstraints = [
  'an_issued_order_is_frozen',
  'one_number_per_order',
  'one_item_per_requirement',
  'one_rule_per_kind_and_country',
  'a_signatory_is_named',
] as const

/** Every refusal of the module, each with its sentence in the catalogues. */
export type ProblemCode =
  | MarkingProblem['code']
  | OrderProblem['code']
  | SegmentProblem['code']
  | RoomProblem['code']
  | AttendanceProblem['code']
  | (typeof departureConstraints)[number]
  | 'stale_edit'
  | 'required'
  | 'too_long'
  | 'date_malformed'
  | 'number_malformed'
  | 'time_malformed'
  | 'file_empty'
  | 'file_too_large'
  | 'unknown'

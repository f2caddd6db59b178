import type { AccountId } from '#platform/actor.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type RequirementKey, withoutCopies } from './requirement.ts'

/** What somebody says of some requirements, all at once. */
export type Marking =
  | { readonly state: 'done'; readonly doneOn: LocalDate; readonly reference: string }
  | { readonly state: 'not_needed'; readonly because: string }
  | { readonly state: 'to_do' }

/** Who sees to it, and by when; `null` takes the term of the rules. */
export type Assignment = {
  readonly owner: { readonly accountId: AccountId; readonly name: string } | null
  readonly dueOn: LocalDate | null
}

export type MarkingProblem = {
  readonly code:
    | 'nothing_chosen'
    | 'not_asked'
    | 'done_with_evidence'
    | 'done_in_the_future'
    | 'not_needed_says_why'
    | 'a_mandate_is_recorded_in_own_part'
    | 'no_copy_of_passport_or_health'
    | 'owner_of_another_organisation'
}

/**
 * Whether these requirements may be marked so; `hasFile`: with a file that proves it. A special mandate is read from where it is recorded, and is never ticked off here.
 * @refuses nothing_chosen, done_with_evidence, done_in_the_future, not_needed_says_why, a_mandate_is_recorded_in_own_part, no_copy_of_passport_or_health
 */
export function decideMarking(
  targets: readonly RequirementKey[],
  marking: Marking,
  { hasFile, today }: { readonly hasFile: boolean; readonly today: LocalDate },
): Outcome<Marking, MarkingProblem> {
  if (targets.length === 0) return refused({ code: 'nothing_chosen' })
  if (marking.state === 'not_needed') {
    const because = marking.because.trim()
    return because === '' ? refused({ code: 'not_needed_says_why' }) : ok({ state: 'not_needed', because })
  }
  if (marking.state === 'to_do') return ok(marking)
  const reference = marking.reference.trim()
  if (targets.some(({ kind }) => kind === 'special_mandate')) return refused({ code: 'a_mandate_is_recorded_in_own_part' })
  if (marking.doneOn > today) return refused({ code: 'done_in_the_future' })
  if (reference === '' && !hasFile) return refused({ code: 'done_with_evidence' })
  if (hasFile && targets.some(({ kind }) => withoutCopies.has(kind))) {
    return refused({ code: 'no_copy_of_passport_or_health' })
  }
  return ok({ ...marking, reference })
}

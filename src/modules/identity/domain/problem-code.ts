import type { TooManyTries } from '../auth/limits.ts'

type Problem = TooManyTries | { readonly code: string }

/** A refusal as a form carries it: its code, and after a colon the number its sentence needs. */
export function codeOf(problem: Problem): string {
  return 'minutes' in problem ? `${problem.code}:${problem.minutes}` : problem.code
}

/** 429 when someone must wait (RFC 6585), 422 when something must be mended. */
export function statusOf(problem: Problem): number {
  return problem.code === 'too_many_tries' ? 429 : 422
}

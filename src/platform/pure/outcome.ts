/**
 * The answer of anything a rule may decline. A refusal is a value the caller must look at;
 * exceptions are kept for faults and bugs. `Problem` is usually a union of `{ code: '…' }`.
 */
export type Outcome<Value, Problem> = Ok<Value> | Refused<Problem>

export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Problem> = { readonly ok: false; readonly problem: Problem }

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

export function refused<const Problem>(problem: Problem): Refused<Problem> {
  return { ok: false, problem }
}

/** A belief of ours turned out false: a bug, never a mistake of the user. */
export class BrokenAssertion extends Error {
  override readonly name = 'BrokenAssertion'
}

/** Stops at once when `condition` is false. `sentence` states what should have been true. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BrokenAssertion(sentence)
}

/** The value of an outcome that cannot be a refusal here, e.g. a constant written in our own code. */
export function valueOf<Value>(outcome: Outcome<Value, unknown>): Value {
  if (outcome.ok) return outcome.value
  throw new BrokenAssertion(`expected an accepted value, got the refusal ${JSON.stringify(outcome.problem)}`)
}

/** Turns many outcomes into one: every value, or every problem (not only the first). */
export function everyOutcome<Value, Problem>(outcomes: readonly Outcome<Value, Problem>[]): Outcome<Value[], Problem[]> {
  const values: Value[] = []
  const problems: Problem[] = []
  for (const outcome of outcomes) {
    if (outcome.ok) values.push(outcome.value)
    else problems.push(outcome.problem)
  }
  return problems.length === 0 ? { ok: true, value: values } : { ok: false, problem: problems }
}

import { addClause } from './clauses.ts'
import { addVariables, type Kernel } from './kernel.ts'
import { propagate } from './propagate.ts'

/**
 * How many of some literals are true, sorted: at least `sure`, and `out[i]` says "more than sure + i". Counts beyond the one
 * asked for are told apart no further.
 */
export type Total = { readonly sure: number; readonly out: readonly number[] }

/** What is known without a literal: a count reached for certain, or never. */
const ALWAYS = -2
const NEVER = -3

/**
 * Counts the literals up to `most`, in a balanced tree (totalizer, Bailleux and Boufkhad, DOI 10.1007/978-3-540-45193-8_8),
 * with clauses in both directions. The counts of the subtrees are literals of their own, which lets the solver learn about
 * crowds instead of people: measured, it is what makes tight tables provable at all.
 */
export function addTotal(k: Kernel, literals: readonly number[], most: number): Total {
  if (!propagate(k)) k.consistent = false
  const open = literals.filter((literal) => k.value[literal] === 0)
  const sure = literals.filter((literal) => k.value[literal] === 1).length
  return { sure, out: most < sure ? [] : countUp(k, open, most - sure + 1) }
}

function countUp(k: Kernel, literals: readonly number[], width: number): readonly number[] {
  if (literals.length <= 1) return literals
  const half = literals.length >> 1
  return merge(k, countUp(k, literals.slice(0, half), width), countUp(k, literals.slice(half), width), width)
}

function merge(k: Kernel, a: readonly number[], b: readonly number[], width: number): number[] {
  const length = Math.min(width, a.length + b.length)
  const first = 2 * addVariables(k, length)
  const out = Array.from({ length }, (_, i) => first + 2 * i)
  for (let i = 1; i < length; i++) addClause(k, [out[i] ^ 1, out[i - 1]])
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      if (i + j > 0 && i + j <= length) addClause(k, [...reached(a, i), ...reached(b, j), out[i + j - 1]])
      if (i + j < length) addClause(k, [...surpassed(a, i), ...surpassed(b, j), out[i + j] ^ 1])
    }
  return out
}

/** To be negated away: "a counts i at least" as the premise of a clause. */
function reached(a: readonly number[], i: number): number[] {
  return i === 0 ? [] : [a[i - 1] ^ 1]
}

/** "a counts more than i", the way out of a clause. */
function surpassed(a: readonly number[], i: number): number[] {
  return i < a.length ? [a[i]] : []
}

/** @returns the literal "at least n", or ALWAYS or NEVER. */
function atLeast(total: Total, n: number): number {
  if (n <= total.sure) return ALWAYS
  return total.out[n - total.sure - 1] ?? NEVER
}

/** Requires at most n (when n is within the width asked for). */
export function limitTotal(k: Kernel, total: Total, n: number): void {
  const literal = atLeast(total, n + 1)
  if (literal === ALWAYS) addClause(k, [])
  else if (literal !== NEVER) addClause(k, [literal ^ 1])
}

/** Requires at least n. */
export function fillTotal(k: Kernel, total: Total, n: number): void {
  const literal = atLeast(total, n)
  if (literal === NEVER) addClause(k, [])
  else if (literal !== ALWAYS) addClause(k, [literal])
}

/** Requires that one total reaches n exactly when the other reaches m. */
export function matchTotals(k: Kernel, one: Total, n: number, other: Total, m: number): void {
  const a = atLeast(one, n)
  const b = atLeast(other, m)
  if (b === ALWAYS) fillTotal(k, one, n)
  else if (b === NEVER) forbid(k, a)
  else if (a === ALWAYS) addClause(k, [b])
  else if (a === NEVER) addClause(k, [b ^ 1])
  else {
    addClause(k, [a ^ 1, b])
    addClause(k, [b ^ 1, a])
  }
}

function forbid(k: Kernel, literal: number): void {
  if (literal === ALWAYS) addClause(k, [])
  else if (literal !== NEVER) addClause(k, [literal ^ 1])
}

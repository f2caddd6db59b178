import { describe, expect, test } from 'vitest'
import { below, randomFrom } from '../random.ts'
import { addAtLeast, addAtMost } from './cardinalities.ts'
import { addClause } from './clauses.ts'
import { addVariables, createKernel, type Kernel } from './kernel.ts'
import { decideOnly } from './order.ts'
import { createRhythm, search, type Answer, type Rhythm } from './search.ts'
import { addTotal, fillTotal, limitTotal } from './totals.ts'

type Cardinality = { readonly literals: readonly number[]; readonly bound: number; readonly guard: number }
type Formula = { readonly size: number; readonly clauses: readonly (readonly number[])[]; readonly cardinalities: readonly Cardinality[] }

/** Up to 13 variables, clauses of 2 to 4 literals, and cardinalities, half of them guarded. */
function randomFormula(state: Int32Array): Formula {
  const size = 4 + below(state, 10)
  const clauses = Array.from({ length: below(state, 3 * size) }, () => someLiterals(state, size, 2 + below(state, 3)))
  const cardinalities: Cardinality[] = []
  for (let i = below(state, 6); i > 0; i--) {
    const literals = someLiterals(state, size, 2 + below(state, size - 1))
    const guard = below(state, 2) === 0 ? -1 : below(state, 2 * size)
    if (!literals.some((literal) => literal >> 1 === guard >> 1))
      cardinalities.push({ literals, bound: below(state, literals.length), guard })
  }
  return { size, clauses, cardinalities }
}

/** Literals of distinct variables. */
function someLiterals(state: Int32Array, size: number, count: number): number[] {
  const variables = Array.from({ length: size }, (_, v) => v)
  return Array.from({ length: Math.min(count, size) }, () => 2 * variables.splice(below(state, variables.length), 1)[0]! + below(state, 2))
}

function isTrue(values: number, literal: number): boolean {
  return ((values >> (literal >> 1)) & 1) !== (literal & 1)
}

function satisfies({ clauses, cardinalities }: Formula, values: number, assumptions: readonly number[]): boolean {
  const holds = (literal: number) => isTrue(values, literal)
  return (
    assumptions.every(holds) &&
    clauses.every((clause) => clause.some(holds)) &&
    cardinalities.every(({ literals, bound, guard }) => (guard >= 0 && !holds(guard)) || literals.filter(holds).length <= bound)
  )
}

function isSatisfiable(formula: Formula, assumptions: readonly number[]): boolean {
  for (let values = 0; values < 1 << formula.size; values++) if (satisfies(formula, values, assumptions)) return true
  return false
}

function kernelOf({ size, clauses, cardinalities }: Formula): Kernel {
  const k = createKernel()
  addVariables(k, size)
  for (const clause of clauses) addClause(k, clause)
  for (const { literals, bound, guard } of cardinalities) addAtMost(k, literals, bound, guard)
  return k
}

/** Searches in the smallest possible steps. */
function searchInSteps(k: Kernel, rhythm: Rhythm, assumptions: readonly number[]): Answer {
  const array = Int32Array.from(assumptions)
  for (;;) {
    const answer = search(k, rhythm, array, k.ticks + 20, Infinity)
    if (answer.kind !== 'paused') return answer
  }
}

function valuesOf(k: Kernel, size: number): number {
  let values = 0
  for (let v = 0; v < size; v++) if (k.value[2 * v] === 1) values |= 1 << v
  return values
}

describe('the kernel', () => {
  test('answers as brute force does, whatever it decides about, under changing assumptions, paused and resumed, with values and cores that are right', () => {
    const answers = { satisfiable: 0, refuted: 0 }
    for (let seed = 1; seed <= 1500; seed++) {
      const { state } = randomFrom(seed)
      const formula = randomFormula(state)
      const k = kernelOf(formula)
      if (seed % 2 === 0) decideOnly(k, someLiterals(state, formula.size, below(state, formula.size)))
      const rhythm = createRhythm(seed)
      for (let round = 0; round < 3; round++) {
        const assumptions = someLiterals(state, formula.size, below(state, 4))
        const answer = searchInSteps(k, rhythm, assumptions)
        if (answer.kind === 'satisfiable') {
          answers.satisfiable++
          expect(satisfies(formula, valuesOf(k, formula.size), assumptions), `seed ${seed}`).toBe(true)
        } else if (answer.kind === 'refuted') {
          answers.refuted++
          expect(assumptions, `seed ${seed}`).toEqual(expect.arrayContaining(answer.core))
          expect(isSatisfiable(formula, answer.core), `seed ${seed}`).toBe(false)
        }
      }
    }

    expect(answers.satisfiable).toBeGreaterThan(1000)
    expect(answers.refuted).toBeGreaterThan(1000)
  })

  test('proves that eight pigeons do not fit in seven holes, forgetting clauses on the way', () => {
    const k = createKernel()
    const first = 2 * addVariables(k, 56)
    const at = (pigeon: number, hole: number) => first + 2 * (7 * pigeon + hole)
    for (let pigeon = 0; pigeon < 8; pigeon++)
      addClause(
        k,
        Array.from({ length: 7 }, (_, hole) => at(pigeon, hole)),
      )
    for (let hole = 0; hole < 7; hole++)
      for (let a = 0; a < 8; a++) for (let b = 0; b < a; b++) addClause(k, [at(a, hole) ^ 1, at(b, hole) ^ 1])

    const answer = search(k, createRhythm(1), new Int32Array(0), Infinity, Infinity)

    expect(answer).toEqual({ kind: 'refuted', core: [] })
    expect(k.conflicts).toBeGreaterThan(2000)
  })

  test('a literal that stands for many assumptions does not change the answer', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const { state } = randomFrom(seed)
      const formula = randomFormula(state)
      const k = kernelOf(formula)
      const assumptions = someLiterals(state, formula.size, 3)
      const all = 2 * addVariables(k, 1)
      for (const literal of assumptions) addClause(k, [all ^ 1, literal])

      const answer = searchInSteps(k, createRhythm(seed), [all])

      expect(answer.kind === 'satisfiable', `seed ${seed}`).toBe(isSatisfiable(formula, assumptions))
    }
  })
})

describe('a total', () => {
  test('lets exactly the counts through that its limits allow', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { state } = randomFrom(seed)
      const size = 1 + below(state, 7)
      const least = below(state, size + 1)
      const most = below(state, size + 1)
      const k = createKernel()
      const first = 2 * addVariables(k, size)
      const literals = Array.from({ length: size }, (_, i) => first + 2 * i + below(state, 2))
      const total = addTotal(k, literals, most)
      limitTotal(k, total, most)
      if (least <= most) fillTotal(k, total, least)
      const wanted = below(state, 1 << size)
      const assumptions = literals.map((literal, i) => literal ^ (((wanted >> i) & 1) ^ 1))
      const count = literals.filter((_, i) => (wanted >> i) & 1).length

      const answer = searchInSteps(k, createRhythm(seed), assumptions)

      expect(answer.kind === 'satisfiable', `seed ${seed}`).toBe(count <= most && (least > most || count >= least))
    }
  })

  test('at least so many is at most so many of the opposites', () => {
    const k = createKernel()
    const literals = Array.from({ length: 5 }, () => 2 * addVariables(k, 1))
    addAtLeast(k, literals, 4)

    expect(searchInSteps(k, createRhythm(1), [literals[0]! ^ 1]).kind).toBe('satisfiable')
    expect(searchInSteps(k, createRhythm(1), [literals[0]! ^ 1, literals[3]! ^ 1]).kind).toBe('refuted')
  })
})

import { analyze, assumptionsBehind, glueOf } from './analyze.ts'
import { backtrack, openLevel } from './assignment.ts'
import { forgetClauses, learnClause } from './clauses.ts'
import type { Kernel } from './kernel.ts'
import { heapTop } from './order.ts'
import { aimHigher, choosePhase, renewPhases, type Phases } from './phases.ts'
import { propagate } from './propagate.ts'

/** The rhythm of a search, which goes on from one call to the next. */
export type Rhythm = {
  restartAt: number
  luby: number
  forgetAt: number
  forgets: number
  phases: Phases
  /** The assumptions of the trail as it stands. */
  assumptions: Int32Array
}

/** @returns the rhythm of a search not yet begun. */
export function createRhythm(seed: number): Rhythm {
  return {
    restartAt: 0,
    luby: 0,
    forgetAt: 2000,
    forgets: 0,
    phases: { rephaseAt: 1000, rephases: 0, random: (seed ^ 0x9e3779b9) | 1 },
    assumptions: new Int32Array(0),
  }
}

/** `paused`: out of ticks or conflicts, to be taken up again by a call with the same array of assumptions. */
export type Answer = { readonly kind: 'satisfiable' } | { readonly kind: 'paused' } | { readonly kind: 'refuted'; readonly core: number[] }

const SATISFIABLE: Answer = { kind: 'satisfiable' }
const PAUSED: Answer = { kind: 'paused' }

/**
 * Looks for values of all variables under assumptions (literals), until `tickLimit` or `conflictLimit` is reached.
 * When satisfiable the values stay in `k.value` until the next change. When refuted, the core is a set of assumptions that
 * cannot hold together; empty when the constraints alone are contradictory.
 */
export function search(k: Kernel, rhythm: Rhythm, assumptions: Int32Array, tickLimit: number, conflictLimit: number): Answer {
  if (rhythm.assumptions !== assumptions) backtrack(k, 0)
  rhythm.assumptions = assumptions
  k.folded = assumptions.length === 1 ? 1 : 0
  while (k.consistent) {
    if (!propagate(k)) {
      k.conflicts++
      if (k.levelCount === 0) {
        k.consistent = false
        break
      }
      learn(k, assumptions.length)
      continue
    }
    if (k.ticks >= tickLimit || k.conflicts >= conflictLimit) return PAUSED
    if (k.levelCount >= assumptions.length && atRest(k, rhythm, assumptions.length)) continue
    if (k.levelCount < assumptions.length) {
      const next = assumptions[k.levelCount]
      if (k.value[next] < 0) return { kind: 'refuted', core: [...assumptionsBehind(k, next ^ 1), next] }
      openLevel(k)
      if (k.value[next] === 0) decide(k, next)
      continue
    }
    const v = nextOpen(k)
    if (v < 0) return SATISFIABLE
    openLevel(k)
    decide(k, 2 * v + (choosePhase(k, v) > 0 ? 0 : 1))
  }
  return { kind: 'refuted', core: [] }
}

function decide(k: Kernel, literal: number): void {
  const v = literal >> 1
  k.value[literal] = 1
  k.value[literal ^ 1] = -1
  k.level[v] = k.levelCount
  k.reason[v] = 0
  k.place[v] = k.trailLength
  k.trail[k.trailLength++] = literal
}

/** @returns the most active of the open variables, one of those that follow from others when no other is left, or −1 */
function nextOpen(k: Kernel): number {
  for (;;) {
    const v = heapTop(k)
    if (v < 0) return anyOpen(k)
    if (k.value[2 * v] === 0) return v
  }
}

function anyOpen(k: Kernel): number {
  if (k.trailLength < k.variableCount) for (let v = 0; v < k.variableCount; v++) if (k.value[2 * v] === 0) return v
  return -1
}

function learn(k: Kernel, assumptionCount: number): void {
  aimHigher(k)
  const to = analyze(k)
  const glue = glueOf(k, assumptionCount)
  backtrack(k, to)
  learnClause(k, glue)
  k.bump /= 0.95
}

/**
 * Conflicts between restarts, at least. Seldom, and without phases of restarting often (Oh, 2015), which elsewhere help proofs: here, with
 * twenty thousand variables that follow from each other, most of their time went into following the trail anew, and plans were found in
 * half the conflicts without them.
 */
const RESTART = 512

/** Restarts, forgets or renews phases when it is time to. @returns whether the trail was cut back. */
function atRest(k: Kernel, rhythm: Rhythm, assumptionCount: number): boolean {
  if (k.conflicts >= rhythm.forgetAt) {
    forgetClauses(k)
    rhythm.forgetAt = k.conflicts + 2000 + 300 * rhythm.forgets++
  }
  if (k.conflicts < rhythm.restartAt) return false
  rhythm.restartAt = k.conflicts + RESTART * lubyTerm(++rhythm.luby)
  if (k.conflicts >= rhythm.phases.rephaseAt) renewPhases(k, rhythm.phases)
  if (k.levelCount === assumptionCount) return false
  backtrack(k, assumptionCount)
  return true
}

/** The n-th term of 1 1 2 1 1 2 4 … (Luby, Sinclair and Zuckerman, DOI 10.1016/0020-0190(93)90029-9), n from 1. */
function lubyTerm(n: number): number {
  let size = 1
  while (size < n + 1) size *= 2
  if (size === n + 1) return size / 2
  return lubyTerm(n - size / 2 + 1)
}

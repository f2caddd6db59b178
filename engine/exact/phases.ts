/** Which value a decision tries first: the one of the deepest trail free of conflict, or else the last one. */
import type { Kernel } from './kernel.ts'

export type Phases = { rephaseAt: number; rephases: number; random: number }

/** @returns 1 or −1. */
export function choosePhase(k: Kernel, v: number): number {
  return k.targetPhase[v] || k.savedPhase[v] || -1
}

/** On a conflict: keeps the trail below it as target, if it is the deepest yet (Biere and Fleury, SAT Competition 2020). */
export function aimHigher(k: Kernel): void {
  const size = k.levelStart[k.levelCount - 1]
  if (size <= k.targetSize) return
  k.targetSize = size
  for (let i = 0; i < size; i++) k.targetPhase[k.trail[i] >> 1] = 1 - 2 * (k.trail[i] & 1)
  if (size <= k.bestSize) return
  k.bestSize = size
  k.bestPhase.set(k.targetPhase)
}

/** Changes the saved values now and then: back to the best, to none, to some chosen by lot. */
export function renewPhases(k: Kernel, phases: Phases): void {
  phases.rephases++
  phases.rephaseAt = k.conflicts + 1000 * phases.rephases
  aimAnew(k)
  const turn = phases.rephases % 4
  if (turn === 0) k.savedPhase.fill(-1)
  else if (turn === 2) scramble(k, phases)
  else backToDeepest(k)
}

/** Makes the values of the deepest trail since the last time those to try first. */
function backToDeepest(k: Kernel): void {
  for (let v = 0; v < k.variableCount; v++) if (k.bestPhase[v] !== 0) k.savedPhase[v] = k.bestPhase[v]
  k.bestSize = 0
}

/** Lets go of the deepest trail as a target. */
export function aimAnew(k: Kernel): void {
  k.targetSize = 0
  k.targetPhase.fill(0)
}

/** Turns one saved value in eight around. */
function scramble(k: Kernel, phases: Phases): void {
  for (let v = 0; v < k.variableCount; v++) {
    phases.random ^= phases.random << 13
    phases.random ^= phases.random >>> 17
    phases.random ^= phases.random << 5
    if ((phases.random & 7) === 0) k.savedPhase[v] = -k.savedPhase[v]
  }
}

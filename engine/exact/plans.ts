/** Between plans and the values of the literals. */
import type { Problem } from '../problem.ts'
import type { Held } from '../stepper.ts'
import { assign, backtrack, openLevel } from './assignment.ts'
import { NONE, type Model } from './model.ts'
import { propagate } from './propagate.ts'

/** Makes the values of a plan those to try first. */
export function guide({ held, kernel }: Model, start: Int32Array, slotCount: number): void {
  for (let i = 0; i < held.length; i++) {
    if (held[i] === NONE) continue
    kernel.savedPhase[held[i] >> 1] = start[Math.floor(i / slotCount)] === i % slotCount ? 1 : -1
  }
}

/**
 * The same for the values of all that follows from the plan as well, as far as the constraints allow it by now; and no breaks, which is
 * what a better plan is to do without.
 */
export function adopt(model: Model, start: Int32Array, slotCount: number): void {
  const { kernel, held, breaks } = model
  backtrack(kernel, 0)
  if (!propagate(kernel)) kernel.consistent = false
  for (const [m, t] of start.entries()) {
    const literal = held[m * slotCount + t]
    if (!kernel.consistent || literal === NONE || kernel.value[literal] !== 0) continue
    openLevel(kernel)
    assign(kernel, literal, 0)
    if (!propagate(kernel)) backtrack(kernel, kernel.levelCount - 1)
  }
  backtrack(kernel, 0)
  guide(model, start, slotCount)
  for (const literal of breaks.flat()) kernel.savedPhase[literal >> 1] = -1
}

/** Reads the plan off a kernel in which every literal has its value. */
export function readPlan({ held, kernel }: Model, problem: Problem): Held {
  const { slotCount, meetingCount, candidate } = problem
  const start = new Int32Array(meetingCount).fill(-1)
  for (let i = 0; i < held.length; i++)
    if (held[i] !== NONE && kernel.value[held[i]] === 1) start[Math.floor(i / slotCount)] = i % slotCount
  const plan = { start, pool: new Int32Array(meetingCount), filledBy: candidate.slice() }
  return { plan, levels: Int32Array.of(breaksOf(problem, start).reduce((sum, breaks) => sum + breaks, 0)) }
}

/** @returns [person] breaks, from the starts alone */
export function breaksOf({ slotCount, personCount, meetingCount, candidate }: Problem, start: Int32Array): Int32Array {
  const isBusy = new Uint8Array(personCount * slotCount)
  for (let m = 0; m < meetingCount; m++) for (const p of candidate.subarray(2 * m, 2 * m + 2)) isBusy[p * slotCount + start[m]] = 1
  return Int32Array.from({ length: personCount }, (_, p) => {
    let blocks = 0
    for (let t = 0; t < slotCount; t++) if (isBusy[p * slotCount + t] === 1 && (t === 0 || isBusy[p * slotCount + t - 1] === 0)) blocks++
    return Math.max(0, blocks - 1)
  })
}

/** @returns [2 * person] the first slot of each person and the one behind their last, from the starts alone */
export function spansOf({ personCount, slotCount, meetingCount, candidate }: Problem, start: Int32Array): Int32Array {
  const spans = Int32Array.from({ length: 2 * personCount }, (_, i) => (i % 2 === 0 ? slotCount : 0))
  for (let m = 0; m < meetingCount; m++)
    for (const p of candidate.subarray(2 * m, 2 * m + 2)) {
      spans[2 * p] = Math.min(spans[2 * p], start[m])
      spans[2 * p + 1] = Math.max(spans[2 * p + 1], start[m] + 1)
    }
  return spans
}

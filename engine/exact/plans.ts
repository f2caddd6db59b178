/** Between plans and the values of the literals. */
import type { Plan, Problem } from '../problem.ts'
import type { Held } from '../stepper.ts'
import { NONE, type Model } from './model.ts'

/** Makes the values of a plan those to try first. */
export function guide({ held, kernel }: Model, plan: Plan, slotCount: number): void {
  for (let i = 0; i < held.length; i++) {
    if (held[i] === NONE) continue
    kernel.savedPhase[held[i] >> 1] = plan.start[Math.floor(i / slotCount)] === i % slotCount ? 1 : -1
  }
}

/** Reads the plan off a kernel in which every literal has its value. */
export function readPlan({ held, kernel }: Model, problem: Problem): Held {
  const { slotCount, meetingCount, candidate } = problem
  const start = new Int32Array(meetingCount).fill(-1)
  for (let i = 0; i < held.length; i++)
    if (held[i] !== NONE && kernel.value[held[i]] === 1) start[Math.floor(i / slotCount)] = i % slotCount
  const plan = { start, pool: new Int32Array(meetingCount), filledBy: candidate.slice() }
  return { plan, levels: Int32Array.of(countBreaks(problem, start)) }
}

/** Breaks of everyone, from the starts alone. */
function countBreaks({ slotCount, personCount, meetingCount, candidate }: Problem, start: Int32Array): number {
  const isBusy = new Uint8Array(personCount * slotCount)
  for (let m = 0; m < meetingCount; m++) for (const p of candidate.subarray(2 * m, 2 * m + 2)) isBusy[p * slotCount + start[m]] = 1
  let breaks = 0
  for (let p = 0; p < personCount; p++) {
    let blocks = 0
    for (let t = 0; t < slotCount; t++) if (isBusy[p * slotCount + t] === 1 && (t === 0 || isBusy[p * slotCount + t - 1] === 0)) blocks++
    breaks += Math.max(0, blocks - 1)
  }
  return breaks
}

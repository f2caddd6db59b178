import type { Problem } from '../problem.ts'
import { next32, randomFrom } from '../random.ts'
import { anneal } from './anneal.ts'
import { decay, fillChances } from './chances.ts'
import { BREAK_PRICE, energy, type Prices } from './energy.ts'
import { clearAll, emptyRows, openWindow, place, type Rows } from './rows.ts'

/**
 * Replica exchange (Swendsen & Wang 1986, doi:10.1103/PhysRevLett.57.2607): the same plan in the making at several steady
 * temperatures, neighbours changing places when the colder one has become the dearer. A plan that is stuck in the cold goes
 * back through the heat and comes down elsewhere, for as long as there is time: where a long cooling of mission-200-1 freezes at
 * 12 breaks, this reaches 10.
 */
export type Tempering = {
  readonly replicas: readonly Replica[]
  /** Chance for the exchanges. */
  readonly random: Int32Array
}

type Replica = { rows: Rows; readonly temperature: number; readonly random: Int32Array; readonly chances: Uint32Array }

/** In breaks. Below, nothing moves any more; above, nothing stays. */
const COLDEST = 0.12
const WARMER = 1.075
const REPLICAS = 8
/** Proposals of a replica between two exchanges. */
const TURN = 16_384

/** Meetings above which one long cooling makes better use of the time than several temperatures. */
export const TEMPERED_MEETINGS = 600

/** @param from the plan that all replicas begin with, faults included */
export function createTempering(problem: Problem, from: Rows, least: number, seed: number): Tempering {
  let temperature = COLDEST
  const replicas = Array.from({ length: REPLICAS }, (_, i) => {
    const rows = emptyRows(problem)
    openWindow(rows, problem.fairness, least)
    copyPlan(from, rows)
    const replica = { rows, temperature, random: randomFrom(seed + 1 + i).state, chances: new Uint32Array(16 * BREAK_PRICE) }
    fillChances(replica.chances, temperature * BREAK_PRICE)
    temperature *= WARMER
    return replica
  })
  return { replicas, random: randomFrom(seed).state }
}

/**
 * Lets each replica make its turn, then neighbours exchange.
 * @param onBetter called with the rows of a replica whenever they have become cheaper
 * @returns the operations done, as `anneal` counts them
 */
export function temper({ replicas, random }: Tempering, prices: Prices, chain: Int32Array, onBetter: (rows: Rows) => void): number {
  let work = 0
  for (const { rows, random: own, chances } of replicas) work += anneal(rows, prices, own, chances, chain, TURN, () => onBetter(rows))
  for (let i = 0; i + 1 < replicas.length; i++) {
    const cold = replicas[i]
    const warm = replicas[i + 1]
    const rise = energy(warm.rows, prices) - energy(cold.rows, prices)
    const reluctance = (rise / BREAK_PRICE) * (1 / cold.temperature - 1 / warm.temperature)
    if (reluctance > 0 && next32(random) >>> 0 >= decay(reluctance) * 0x1_0000_0000) continue
    const rows = cold.rows
    cold.rows = warm.rows
    warm.rows = rows
  }
  return work
}

/** Replaces the plan of the coldest replica. */
export function warmUp({ replicas }: Tempering, from: Rows): void {
  copyPlan(from, replicas[0].rows)
}

function copyPlan(from: Rows, to: Rows): void {
  clearAll(to)
  for (let m = 0; m < from.meetingCount; m++) if (from.slotOf[m] > 0) place(to, m, from.slotOf[m])
}

/** The cheapest row of one person when busy slots have prices, by dynamic programming over slots and meetings begun. */
import type { Problem } from '../problem.ts'
import { alwaysBusy, fitBetween } from './matching.ts'

/** No row at all. */
export const FAR = 1 << 29

/** What a row has to obey, whoever else is there. */
export type RowRules = {
  readonly slotCount: number
  /** [person] Meetings. */
  readonly count: Int32Array
  /** [person * slots + slot] 1 where the person may be, and has to be, busy. */
  readonly may: Uint8Array
  readonly must: Uint8Array
  /** [person * (slots + 1) + h] Fewest and most meetings before slot h. */
  readonly least: Int32Array
  readonly most: Int32Array
  /** [person * slots + slot] 1 where the meetings may follow each other without a break from the slot on. */
  readonly mayRun: Uint8Array
}

/** Scratch: costs of idle and busy ends by number of meetings, and for the way back where each came from. */
export type RowTables = { readonly idle: Int32Array; readonly busy: Int32Array; readonly from: Uint8Array }

export function createRowTables(slotCount: number, meetingsOf: readonly (readonly number[])[]): RowTables {
  const width = 1 + meetingsOf.reduce((most, meetings) => Math.max(most, meetings.length), 0)
  return { idle: new Int32Array(width), busy: new Int32Array(width), from: new Uint8Array(width * slotCount) }
}

/** Reads the rules from where each meeting may be held. */
export function rowRules(problem: Problem, domain: Uint8Array, meetingsOf: readonly (readonly number[])[]): RowRules {
  const { slotCount, personCount } = problem
  const rules: RowRules = {
    slotCount,
    count: Int32Array.from(meetingsOf, (meetings) => meetings.length),
    may: new Uint8Array(personCount * slotCount),
    must: new Uint8Array(personCount * slotCount),
    least: new Int32Array(personCount * (slotCount + 1)),
    most: new Int32Array(personCount * (slotCount + 1)),
    mayRun: new Uint8Array(personCount * slotCount),
  }
  meetingsOf.forEach((meetings, p) => {
    for (const m of meetings) addMeeting(rules, p, domain.subarray(m * slotCount, (m + 1) * slotCount))
    const choices = { slotCount, domain, meetings }
    rules.must.set(alwaysBusy(choices), p * slotCount)
    for (let t = 0; t + meetings.length <= slotCount; t++)
      rules.mayRun[p * slotCount + t] = fitBetween(choices, t, t + meetings.length) ? 1 : 0
  })
  return rules
}

function addMeeting({ slotCount, may, least, most }: RowRules, p: number, where: Uint8Array): void {
  const first = where.indexOf(1)
  const last = where.lastIndexOf(1)
  for (let t = 0; t < slotCount; t++) may[p * slotCount + t] |= where[t]
  for (let h = 0; h <= slotCount; h++) {
    if (last < h) least[p * (slotCount + 1) + h]++
    if (first < h) most[p * (slotCount + 1) + h]++
  }
}

/**
 * @param price [slot] of being busy, ≥ 0
 * @param load [slot] gains one at each busy slot of the row found
 * @param perBreak cost of a break
 * @returns the cost, or FAR when there is no row
 */
export function cheapestRow(
  { slotCount, count, may, must, least, most }: RowRules,
  { idle, busy, from }: RowTables,
  p: number,
  price: Int32Array,
  load: Int32Array,
  perBreak: number,
): number {
  const n = count[p]
  const row = p * slotCount
  if (n === 0) return 0
  idle.fill(FAR, 0, n + 1)
  busy.fill(FAR, 0, n + 1)
  idle[0] = 0
  for (let t = 0; t < slotCount; t++) {
    const low = least[row + p + t + 1]
    const high = most[row + p + t + 1]
    const mayMeet = may[row + t] === 1
    const mayRest = must[row + t] === 0
    for (let c = n; c >= 0; c--) {
      let busyCost = FAR
      let idleCost = FAR
      let origin = 0
      if (c >= low && c <= high) {
        if (mayMeet && c > 0) {
          busyCost = busy[c - 1]
          origin = 2
          const anew = idle[c - 1] + (c > 1 ? perBreak : 0)
          if (anew < busyCost) {
            busyCost = anew
            origin = 0
          }
          busyCost = busyCost >= FAR ? FAR : busyCost + price[t]
        }
        if (mayRest) {
          idleCost = idle[c]
          if (busy[c] < idleCost) {
            idleCost = busy[c]
            origin |= 1
          }
        }
      }
      idle[c] = idleCost
      busy[c] = busyCost
      from[t * (n + 1) + c] = origin
    }
  }
  const cost = Math.min(idle[n], busy[n])
  if (cost < FAR) traceBack(from, slotCount, n, busy[n] < idle[n], load)
  return cost
}

function traceBack(from: Uint8Array, slotCount: number, n: number, endsBusy: boolean, load: Int32Array): void {
  let c = n
  let isBusy = endsBusy
  for (let t = slotCount - 1; t >= 0; t--) {
    const origin = from[t * (n + 1) + c]
    if (isBusy) {
      load[t]++
      c--
      isBusy = (origin & 2) !== 0
    } else isBusy = (origin & 1) !== 0
  }
}

/** What follows at once from the facts of each meeting: where it may be held at all. */
import type { Problem } from '../problem.ts'
import { keepMatched } from './matching.ts'

/**
 * @returns [meeting * slots + slot] 1 where the meeting may start, its two people are free, there is a table, and meetings
 * that must precede or follow leave it room
 */
export function startDomains(problem: Problem): Uint8Array {
  const { slotCount, meetingCount, candidate, personFree } = problem
  const domain = new Uint8Array(meetingCount * slotCount)
  for (let m = 0; m < meetingCount; m++) {
    const a = candidate[2 * m] * slotCount
    const b = candidate[2 * m + 1] * slotCount
    // Nobody meets themselves, and a meeting needs the one pool there is.
    if (a === b || problem.poolOffset[m] === problem.poolOffset[m + 1]) continue
    for (let t = 0; t < slotCount; t++)
      domain[m * slotCount + t] =
        problem.startAllowed[m * slotCount + t] & personFree[a + t] & personFree[b + t] & (problem.poolCapacity[t] > 0 ? 1 : 0)
  }
  const meetingsOf = listMeetings(problem)
  do narrowByOrder(problem, domain)
  while (narrowByPeople(meetingsOf, slotCount, domain) || narrowByTables(problem, domain))
  return domain
}

/** Nobody is in two meetings at once: takes out what leaves a person no way to hold all of theirs. */
function narrowByPeople(meetingsOf: readonly (readonly number[])[], slotCount: number, domain: Uint8Array): boolean {
  let changed = false
  for (const meetings of meetingsOf) if (keepMatched({ slotCount, domain, meetings })) changed = true
  return changed
}

/** A slot with as many meetings that can only be held there as it has tables takes no other, and one with more takes none. */
function narrowByTables({ slotCount, meetingCount, poolCapacity }: Problem, domain: Uint8Array): boolean {
  const bound = new Int32Array(slotCount)
  const only = Int32Array.from({ length: meetingCount }, (_, m) => {
    const own = domain.subarray(m * slotCount, (m + 1) * slotCount)
    const first = own.indexOf(1)
    if (first < 0 || first !== own.lastIndexOf(1)) return -1
    bound[first]++
    return first
  })
  let changed = false
  for (let t = 0; t < slotCount; t++) {
    if (bound[t] < poolCapacity[t]) continue
    for (let m = 0; m < meetingCount; m++) {
      const cell = m * slotCount + t
      if (domain[cell] === 0 || (only[m] === t && bound[t] === poolCapacity[t])) continue
      domain[cell] = 0
      changed = true
    }
  }
  return changed
}

/** Whether some party would have more meetings than its quota, since all are given. */
export function exceedsQuota({ partyCount, party, quota }: Problem): boolean {
  const held = new Int32Array(partyCount)
  for (const one of party) held[one]++
  return held.some((count, one) => count > quota[one])
}

/** Takes out slots before the first of an earlier meeting and after the last of a later one, until nothing changes. */
function narrowByOrder(problem: Problem, domain: Uint8Array): void {
  const { slotCount, earlier, later } = problem
  for (let changed = earlier.length > 0; changed;) {
    changed = false
    for (let i = 0; i < earlier.length; i++) {
      const before = domain.subarray(earlier[i] * slotCount, (earlier[i] + 1) * slotCount)
      const after = domain.subarray(later[i] * slotCount, (later[i] + 1) * slotCount)
      const first = before.indexOf(1)
      const last = after.lastIndexOf(1)
      for (let t = 0; t < slotCount; t++) {
        if (after[t] === 1 && (first < 0 || t <= first)) {
          after[t] = 0
          changed = true
        }
        if (before[t] === 1 && t >= last) {
          before[t] = 0
          changed = true
        }
      }
    }
  }
}

/** @returns the meetings of each person. */
export function listMeetings(problem: Problem): number[][] {
  const meetingsOf: number[][] = Array.from({ length: problem.personCount }, () => [])
  for (let m = 0; m < problem.meetingCount; m++) {
    meetingsOf[problem.candidate[2 * m]].push(m)
    meetingsOf[problem.candidate[2 * m + 1]].push(m)
  }
  return meetingsOf
}

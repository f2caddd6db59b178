import { isAllowed, place, type Rows } from './rows.ts'

/**
 * First placement: each meeting in turn goes to the slot, among those where both people are idle and a table is left, that
 * prolongs the most runs; the emptiest slot among equals. People with the least slack come first, since a person with as many
 * meetings as free slots leaves no choice to others. What finds no slot stays unplaced, for the search to insert.
 */
export function construct(rows: Rows): void {
  const { slotCount, stride, ends, load, capacity } = rows
  for (const m of tightestFirst(rows)) {
    let bestSlot = 0
    let bestCost = Infinity
    for (let t = 1; t <= slotCount; t++) {
      if (load[t] >= capacity[t] || !isAllowed(rows, m, t)) continue
      const cost = idleBeside(rows, ends[2 * m] * stride + t) + idleBeside(rows, ends[2 * m + 1] * stride + t) + load[t] / (capacity[t] + 1)
      if (cost < bestCost) {
        bestCost = cost
        bestSlot = t
      }
    }
    if (bestSlot > 0) place(rows, m, bestSlot)
  }
}

/** @returns how many cells beside an idle one are idle; Infinity when the cell is busy. */
function idleBeside({ at }: Rows, cell: number): number {
  return at[cell] >= 0 ? Infinity : (at[cell - 1] >>> 31) + (at[cell + 1] >>> 31)
}

/** The meetings, by the slack of their tighter person, then by the slots open to them. */
function tightestFirst(rows: Rows): number[] {
  const { slotCount, personCount, meetingCount, personOffset, ofPerson, ends } = rows
  const open = new Int32Array(meetingCount)
  for (let m = 0; m < meetingCount; m++) for (let t = 1; t <= slotCount; t++) if (isAllowed(rows, m, t)) open[m]++
  const slack = new Int32Array(personCount)
  for (let p = 0; p < personCount; p++) {
    for (let t = 1; t <= slotCount; t++) {
      for (let i = personOffset[p]; i < personOffset[p + 1]; i++) {
        if (!isAllowed(rows, ofPerson[i], t)) continue
        slack[p]++
        break
      }
    }
    slack[p] -= personOffset[p + 1] - personOffset[p]
  }
  const key = Int32Array.from(open, (count, m) => Math.min(slack[ends[2 * m]], slack[ends[2 * m + 1]]) * (slotCount + 1) + count)
  return Array.from(key, (_, m) => m).sort((a, b) => key[a] - key[b] || a - b)
}

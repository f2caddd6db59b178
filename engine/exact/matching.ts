/**
 * A person's meetings into the slots of their day, one each: what follows from that alone. A meeting may not be held at a slot that is in
 * no such matching (Régin, AAAI 1994, 362–367), and a slot that is in every one of them is busy for certain.
 */

/** [i] The slot of the i-th meeting; [slot] the meeting there, −1 when free. */
type Matching = { readonly slotOf: Int32Array; readonly meetingAt: Int32Array }

/** Where the meetings of one person may be held. */
export type Choices = {
  readonly slotCount: number
  /** [meeting * slots + slot] 1 where the meeting may be held. */
  readonly domain: Uint8Array
  readonly meetings: readonly number[]
}

/** @returns whether the meetings all find a slot from `from` up to, and without, `to`. */
export function fitBetween(choices: Choices, from: number, to: number): boolean {
  return match(choices, from, to) !== null
}

/** Takes out of the domains what is in no matching, everything when there is none. @returns whether something changed */
export function keepMatched(choices: Choices): boolean {
  const { slotCount, domain, meetings } = choices
  const matching = match(choices, 0, slotCount)
  let changed = false
  const drop = (i: number, t: number) => {
    const cell = meetings[i] * slotCount + t
    changed ||= domain[cell] === 1
    domain[cell] = 0
  }
  if (matching === null) {
    for (let t = 0; t < slotCount; t++) meetings.forEach((_, i) => drop(i, t))
    return changed
  }
  const reach = whoReaches(choices, matching)
  for (let i = 0; i < meetings.length; i++)
    for (let t = 0; t < slotCount; t++) {
      const other = matching.meetingAt[t]
      if (other >= 0 && other !== i && reach[other][i] === 0 && reach[other][meetings.length] === 0) drop(i, t)
    }
  return changed
}

/** @returns [slot] 1 where the person is busy in every matching; there has to be one. */
export function alwaysBusy(choices: Choices): Uint8Array {
  const { slotCount, meetings } = choices
  const busy = new Uint8Array(slotCount)
  const matching = match(choices, 0, slotCount)
  if (matching === null) return busy
  const reach = whoReaches(choices, matching)
  matching.slotOf.forEach((t, i) => {
    if (reach[i][meetings.length] === 0) busy[t] = 1
  })
  return busy
}

/** Finds each meeting a slot, those before it making room (augmenting paths). @returns null when one finds none */
function match({ slotCount, domain, meetings }: Choices, from: number, to: number): Matching | null {
  const slotOf = new Int32Array(meetings.length).fill(-1)
  const meetingAt = new Int32Array(slotCount).fill(-1)
  const tried = new Int32Array(slotCount).fill(-1)
  const settle = (i: number, round: number): boolean => {
    for (let t = from; t < to; t++) {
      if (domain[meetings[i] * slotCount + t] === 0 || tried[t] === round) continue
      tried[t] = round
      if (meetingAt[t] >= 0 && !settle(meetingAt[t], round)) continue
      meetingAt[t] = i
      slotOf[i] = t
      return true
    }
    return false
  }
  for (let i = 0; i < meetings.length; i++) if (!settle(i, i)) return null
  return { slotOf, meetingAt }
}

/** [i][j] 1 when meeting i, leaving its slot, can find another by a chain that ends at the slot of j; or, last, at a free slot. */
function whoReaches({ slotCount, domain, meetings }: Choices, { slotOf, meetingAt }: Matching): Uint8Array[] {
  const count = meetings.length
  return meetings.map((_, from) => {
    const reached = new Uint8Array(count + 1)
    const queue = [from]
    for (const i of queue)
      for (let t = 0; t < slotCount; t++) {
        if (domain[meetings[i] * slotCount + t] === 0 || t === slotOf[i]) continue
        const next = meetingAt[t] < 0 ? count : meetingAt[t]
        if (reached[next] === 1) continue
        reached[next] = 1
        if (next < count) queue.push(next)
      }
    return reached
  })
}

import { next32 } from '../random.ts'
import { disorderChange, flipChain, flipCycle, walkChain, walkCycle } from './chain.ts'
import { eject, type Scratch, SURCHARGE } from './eject.ts'
import { tryInsert, tryRemove } from './insert.ts'
import type { Prices } from './prices.ts'
import { restRise, rowRise } from './rise.ts'
import { BROKEN, type Rows, UNPLACED } from './rows.ts'

/**
 * Proposes `count` moves at one temperature and carries out those the temperature allows.
 *
 * A move exchanges two slots along the Kempe chain that starts from a person p, busy at t and idle at u. What it does to p's
 * own row is known before the chain is walked, and the same move can be proposed from either end; so it is pursued only when
 * p's row alone does not cost more than the draw allows. A move that costs somewhat more in all is the start of an ejection chain. Half of the moves start from a person with a break: few have one, and only
 * there is something to gain.
 * @param chances [k] the chance, out of 2³², that a rise of k + 1 is accepted; falling
 * @param onBetter called when the plan has become cheaper
 * @returns the operations done; about sixteen take a microsecond
 */
export function anneal(
  rows: Rows,
  prices: Prices,
  random: Int32Array,
  chances: Uint32Array,
  scratch: Scratch,
  count: number,
  onBetter: () => void,
): number {
  const { at, ends, endSum, allowed, words, stride, slotOf, slotCount, personOffset, ofPerson, tally, broken } = rows
  const { chain } = scratch
  scratch.work[0] = 0
  const endCount = ends.length
  const toEnd = endCount / 0x1_0000_0000
  const toSlot = slotCount / 0x1_0000
  const highest = chances.length
  const ordered = rows.orderOther.length > 0
  let work = 0
  for (let i = 0; i < count; i++) {
    let patience = 0
    const draw = next32(random) >>> 0
    while (patience < highest && draw < chances[patience]) patience++
    if (tally[UNPLACED] > 0 && (draw & 3) === 0) {
      work += 4
      if (tryInsert(rows, prices, random, patience, chain) < 0) onBetter()
      continue
    }
    if (patience >= prices.unplaced && (draw & 15) === 1) {
      work += 4
      tryRemove(rows, prices, random, patience)
      continue
    }
    work++
    const pick = next32(random) >>> 0
    const bits = next32(random)
    let p = 0
    let t = 0
    if ((bits & 0x800) === 0 && tally[BROKEN] > 0) {
      p = broken[(pick * (tally[BROKEN] / 0x1_0000_0000)) | 0]
      const own = personOffset[p]
      t = slotOf[ofPerson[own + (((pick & 0xffff) * (personOffset[p + 1] - own)) >>> 16)]]
    } else {
      const end = (pick * toEnd) | 0
      p = ends[end]
      t = slotOf[end >> 1]
    }
    if (t === 0) continue
    const base = p * stride
    let u = 0
    if ((bits & 3) !== 0) {
      // From one end of a run to just outside a run, mostly the same one.
      const own = personOffset[p]
      const m2 = ofPerson[own + (((bits >>> 16) * (personOffset[p + 1] - own)) >>> 16)]
      u = slotOf[m2]
      if (u === 0) continue
      if ((bits & 4) === 0) while (at[base + t - 1] >= 0) t--
      else while (at[base + t + 1] >= 0) t++
      if ((bits & 8) === 0)
        do u--
        while (at[base + u] >= 0)
      else
        do u++
        while (at[base + u] >= 0)
      if (u <= 0 || u > slotCount) continue
    } else {
      u = 1 + (((bits >>> 16) * toSlot) | 0)
      if (at[base + u] >= 0) {
        if (u === t) continue
        const length = walkCycle(rows, p, t, u, chain)
        work += 2 + length
        if (length === 0) continue
        const rise = ordered ? prices.disorder * disorderChange(rows, t, u, chain, length) : 0
        if (rise <= patience) flipCycle(rows, p, t, u, chain, length)
        if (rise < 0) onBetter()
        continue
      }
    }
    let rise = rowRise(rows, prices, p, t, u)
    if (rise > patience) continue
    const length = walkChain(at, endSum, allowed, words, stride, p, t, u, chain, slotOf.length)
    work += length
    if (length === 0) continue
    rise += restRise(rows, prices, t, u, chain, length)
    if (rise > patience + SURCHARGE) continue
    if (rise > patience) rise = eject(rows, prices, random, patience, scratch, p, t, u, length, rise)
    else {
      work += 2 + length
      flipChain(rows, p, t, u, chain, length)
    }
    if (rise < 0) onBetter()
  }
  return work + scratch.work[0]
}

import { expect, test } from 'vitest'
import { readInstance } from '../instance/read.ts'
import { below, randomFrom } from '../random.ts'
import { documentOf } from '../random/documents.ts'
import { anneal } from './anneal.ts'
import { walkChain } from './chain.ts'
import { fillChances } from './chances.ts'
import { construct } from './construct.ts'
import { eject, scratchFor } from './eject.ts'
import { energy } from './energy.ts'
import { restRise, rowRise } from './rise.ts'
import { emptyRows, openWindow } from './rows.ts'

test('an ejection chain costs what it says and no more than allowed, or leaves the plan as it was', () => {
  const shape = { slots: 14, people: 30, meetings: 95, tables: 9, awayPercent: 5, sessionPercent: 10, fixedPercent: 2 }
  const read = readInstance(documentOf('event', 3, { ...shape, precedences: 8, fairness: 2 }))
  if (!read.ok) throw new Error('the instance cannot be read')
  const rows = emptyRows(read.value.problem)
  openWindow(rows, read.value.problem.fairness, 0)
  const prices = { excess: 8, unplaced: 24, disorder: 16, unfair: 16 }
  const random = randomFrom(3).state
  const scratch = scratchFor(rows)
  const { at, endSum, allowed, words, stride, slotOf, personCount, slotCount } = rows
  const chances = new Uint32Array(128)
  fillChances(chances, 2)
  construct(rows)
  anneal(rows, prices, random, chances, scratch, 20_000, () => undefined)

  const seen = { accepted: 0, refused: 0 }
  while (seen.accepted + seen.refused < 2000) {
    const p = below(random, personCount)
    const t = 1 + below(random, slotCount)
    const u = 1 + below(random, slotCount)
    if (at[p * stride + t] < 0 || at[p * stride + u] >= 0) continue
    const own = rowRise(rows, prices, p, t, u)
    const length = walkChain(at, endSum, allowed, words, stride, p, t, u, scratch.chain, slotOf.length)
    if (length === 0) continue
    const rise = own + restRise(rows, prices, t, u, scratch.chain, length)
    const patience = rise - 1 - below(random, 8)
    const before = energy(rows, prices)
    const slots = slotOf.slice()

    const total = eject(rows, prices, random, patience, scratch, p, t, u, length, rise)

    const isAccepted = total <= patience
    seen[isAccepted ? 'accepted' : 'refused']++
    expect(energy(rows, prices) - before).toBe(isAccepted ? total : 0)
    if (!isAccepted) expect(slotOf).toEqual(slots)
  }
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(20)
})

import { expect, test } from 'vitest'
import { below, randomFrom } from '../random.ts'
import { alwaysBusy, fitBetween, keepMatched, type Choices } from './matching.ts'

function randomChoices(state: Int32Array): Choices {
  const slotCount = 1 + below(state, 6)
  const meetings = Array.from({ length: below(state, 1 + Math.min(5, slotCount)) }, (_, i) => 2 * i)
  const domain = Uint8Array.from({ length: 10 * slotCount }, () => (below(state, 5) < 2 ? 1 : 0))
  return { slotCount, meetings, domain }
}

/** Every way to hold all meetings, by trying everything. */
function everyWay({ slotCount, meetings, domain }: Choices): number[][] {
  let ways: number[][] = [[]]
  for (const m of meetings) {
    const slots = Array.from({ length: slotCount }, (_, t) => t).filter((t) => domain[m * slotCount + t] === 1)
    ways = ways.flatMap((way) => slots.filter((t) => !way.includes(t)).map((t) => [...way, t]))
  }
  return ways
}

test('what the matchings of one person tell is what trying everything tells', () => {
  const { state } = randomFrom(5)
  let matched = 0
  for (let round = 0; round < 3000; round++) {
    const choices = randomChoices(state)
    const { slotCount, meetings, domain } = choices
    const ways = everyWay(choices)
    const slots = Array.from({ length: slotCount }, (_, t) => t)
    const from = below(state, slotCount)

    expect(fitBetween(choices, from, slotCount), `round ${round}`).toBe(ways.some((way) => way.every((t) => t >= from)))
    if (ways.length > 0) {
      matched++
      expect([...alwaysBusy(choices)], `round ${round}`).toEqual(slots.map((t) => (ways.every((way) => way.includes(t)) ? 1 : 0)))
    }
    const before = domain.slice()
    const changed = keepMatched(choices)

    expect(changed).toBe(before.some((open, cell) => open !== domain[cell]))
    meetings.forEach((m, i) =>
      expect([...domain.subarray(m * slotCount, (m + 1) * slotCount)], `round ${round}`).toEqual(
        slots.map((t) => (ways.some((way) => way[i] === t) ? 1 : 0)),
      ),
    )
  }
  expect(matched).toBeGreaterThan(1000)
})

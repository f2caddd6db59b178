import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { millisecondsOf, onTheClock } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { timeOfMinutes } from '#platform/pure/local-time.ts'
import { readStretches, slotsOf } from './stretches.ts'

const miami = asTimeZone('America/New_York')
const grid = { slotMinutes: 20, pauseMinutes: 5 }
const slots = (text: string) => slotsOf(valueOf(readStretches(text)), grid, miami)

describe('the days of an event', () => {
  test('are typed one stretch a line, in the ways people write dates and times', () => {
    expect(readStretches('2017-11-06 9h-12h30\n\n 06/11/2017 14:00 – 17:00 ')).toEqual({
      ok: true,
      value: [
        { date: '2017-11-06', from: '09:00', to: '12:30' },
        { date: '2017-11-06', from: '14:00', to: '17:00' },
      ],
    })
  })

  test.each(['le matin', '2017-11-06', '2017-11-06 9h', '2017-11-06 12h-9h', '2017-13-06 9h-12h'])('“%s” is not a stretch', (line) => {
    expect(readStretches(line)).toMatchObject({ ok: false, problem: { code: 'stretch_unreadable' } })
  })

  test('hold as many slots as fit, a pause between two, on the clocks of the event', () => {
    const found = valueOf(slots('2017-11-06 9h-10h10\n2017-11-06 14h-14h45'))

    expect(found.map(({ stretch, startsAt }) => [stretch, onTheClock({ instant: startsAt, zone: miami }).time])).toEqual([
      [0, '09:00'],
      [0, '09:25'],
      [0, '09:50'],
      [1, '14:00'],
      [1, '14:25'],
    ])
  })

  test.each([
    ['2017-11-06 9h-9h15', 'stretch_too_short'],
    ['2017-11-06 9h-12h\n2017-11-06 11h-14h', 'stretches_overlap'],
    ['2017-11-05 1h30-3h', 'clocks_change_there'],
  ])('%s is refused as %s', (text, code) => {
    expect(slots(text)).toMatchObject({ ok: false, problem: { code } })
  })

  test('never overlap, whatever the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 240 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 539 }),
        (slotMinutes, pauseMinutes, from, length) => {
          const stretch = { date: '2017-11-07' as never, from: timeOfMinutes(from), to: timeOfMinutes(from + length) }
          const outcome = slotsOf([stretch], { slotMinutes, pauseMinutes }, miami)
          if (!outcome.ok) {
            expect(length).toBeLessThan(slotMinutes)
            return
          }
          outcome.value.forEach(({ startsAt, endsAt }, index) => {
            expect(millisecondsOf(endsAt) - millisecondsOf(startsAt)).toBe(slotMinutes * 60_000)
            const next = outcome.value[index + 1]
            if (next) expect(millisecondsOf(next.startsAt) - millisecondsOf(endsAt)).toBe(pauseMinutes * 60_000)
          })
        },
      ),
    )
  })
})

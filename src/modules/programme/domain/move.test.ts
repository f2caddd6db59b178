import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime, timeOfMinutes } from '#platform/pure/local-time.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { anItem, aroundMiami, at } from './item.fixture.ts'
import { consequencesOf, movedTo, shifted, spotOf } from './move.ts'
import { minutesBetween } from './schedule.ts'

const spot = (date: string, start: string) => ({ date: asLocalDate(date), start: asLocalTime(start) })

describe('an item that is moved', () => {
  test('stands at the hour one chose, on the clocks of its leg, and lasts as long', () => {
    const moved = movedTo(anItem({ from: '09:00', to: '10:30' }), spot('2017-11-08', '14:15'))

    expect([moved.startsAt, moved.endsAt]).toEqual([at('2017-11-08', '14:15'), at('2017-11-08', '15:45')])
  })

  test('lasts as long through the night clocks change, and remembers an hour they skip', () => {
    const evening = anItem({ on: '2017-11-04', from: '23:00', to: '02:00' })
    expect(minutesBetween(evening.startsAt, movedTo(evening, spot('2017-11-05', '00:30')).endsAt)).toBe(90 + 4 * 60)

    const skipped = movedTo(anItem({}), spot('2018-03-11', '02:30'))
    expect(skipped).toMatchObject({ skippedStart: '02:30', startsAt: at('2018-03-11', '03:30') })
  })

  test('by any number of minutes goes forth and comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: -4000, max: 4000 }), (minute, by) => {
        const from = { date: asLocalDate('2017-11-06'), start: timeOfMinutes(minute) }
        expect(shifted(shifted(from, by), -by)).toEqual(from)
      }),
    )
  })

  test('in any zone is found at the spot it was moved to, unless clocks skip it', () => {
    const zones = ['Europe/Paris', 'America/Montreal', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'Pacific/Noumea'].map(asTimeZone)
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 1439 }),
        (timeZone, day, minute) => {
          const to = shifted({ date: asLocalDate('2017-01-01'), start: timeOfMinutes(minute) }, day * 1440)
          const moved = movedTo(anItem({ timeZone }), to)
          if (moved.skippedStart === null) expect(spotOf(moved)).toEqual(to)
          else expect(moved.skippedStart).toBe(to.start)
        },
      ),
    )
  })
})

describe('consequences', () => {
  const talk = anItem({ id: 'talk', from: '09:00', to: '10:00', venueId: 'hall' })
  const visit = anItem({ id: 'visit', from: '11:00', to: '12:00', venueId: 'port' })

  test('say what moving would cause, and what it would settle', () => {
    const clash = consequencesOf([talk, visit], aroundMiami, visit, spot('2017-11-06', '09:30'))
    expect(clash.gained.map(({ code }) => code)).toContain('person_in_two_places')
    expect(clash.settled).toEqual([])

    const together = { ...visit, startsAt: addMinutes(visit.startsAt, -90), endsAt: addMinutes(visit.endsAt, -90) }
    const apart = consequencesOf([talk, together], aroundMiami, together, spot('2017-11-06', '11:00'))
    expect(apart.settled.map(({ code }) => code)).toContain('person_in_two_places')
    expect(apart.gained).toEqual([])
  })

  test('of moving nowhere are none', () => {
    expect(consequencesOf([talk, visit], aroundMiami, talk, spotOf(talk))).toMatchObject({ gained: [], settled: [] })
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, dateIn, onTheClock } from '#platform/pure/instant.ts'
import { type LocalDate, asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { cityOf, districtIn, slotsElsewhere, slotsOfOtherLegs } from './legs.ts'
import { shownDay, shownSlots } from './shown-slots.ts'
import { amongLegs, slotsOf } from './stretches.ts'

const grid = { slotMinutes: 20, pauseMinutes: 5 }
const quebec = { id: 'q', cityName: { fr: 'Québec' }, timeZone: asTimeZone('America/Toronto') }
const vancouver = { id: 'v', cityName: { fr: 'Vancouver' }, timeZone: asTimeZone('America/Vancouver') }
const legs = [quebec, vancouver]
const on = (date: string, from = '09:00', to = '10:10') => [{ date: asLocalDate(date), from: asLocalTime(from), to: asLocalTime(to) }]
const laidOut = (leg: typeof quebec, date: string, from?: string, to?: string) => valueOf(slotsOf(on(date, from, to), grid, leg.timeZone))
const held = (leg: typeof quebec, date: string, from?: string, to?: string) =>
  laidOut(leg, date, from, to).map((slot) => ({ ...slot, legId: leg.id, timeZone: leg.timeZone }))

describe('the days of an event on two legs', () => {
  test('are at the same hour on the clocks of each city, hence at different instants', () => {
    const slots = valueOf(amongLegs(vancouver, laidOut(vancouver, '2024-05-29'), held(quebec, '2024-05-27')))

    expect(slots.map(({ legId, stretch, startsAt }) => [legId, stretch, startsAt])).toEqual([
      ['q', 0, '2024-05-27T13:00:00.000Z'],
      ['q', 0, '2024-05-27T13:25:00.000Z'],
      ['q', 0, '2024-05-27T13:50:00.000Z'],
      ['v', 1, '2024-05-29T16:00:00.000Z'],
      ['v', 1, '2024-05-29T16:25:00.000Z'],
      ['v', 1, '2024-05-29T16:50:00.000Z'],
    ])
  })

  test('are each in one city', () => {
    expect(amongLegs(vancouver, laidOut(vancouver, '2024-05-27', '15:00', '16:00'), held(quebec, '2024-05-27'))).toEqual({
      ok: false,
      problem: { code: 'a_day_is_on_one_leg' },
    })
  })

  test('do not overlap, even when the calendars of two cities say two days', () => {
    const late = held(vancouver, '2024-05-27', '22:00', '23:30')
    expect(amongLegs(quebec, laidOut(quebec, '2024-05-28', '01:00', '02:00'), late)).toEqual({
      ok: false,
      problem: { code: 'stretches_overlap' },
    })
  })

  test('on a night when clocks change there, a stretch at the hour told twice is refused in that city and taken in another', () => {
    const night = on('2024-11-03', '01:30', '03:00')
    expect(slotsOf(night, grid, asTimeZone('America/Toronto'))).toEqual({ ok: false, problem: { code: 'clocks_change_there' } })
    expect(slotsOf(night, grid, asTimeZone('Europe/Paris')).ok).toBe(true)
  })

  test('whatever they are, each slot keeps its hour, one stretch is one city, and the order is that of time', () => {
    const zones = ['America/Toronto', 'America/Vancouver', 'Europe/Paris', 'Asia/Tokyo', 'Pacific/Auckland', 'America/St_Johns'].map(
      asTimeZone,
    )
    const day = (rank: number): LocalDate => asLocalDate(`2024-05-${String(10 + rank).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...zones),
        fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 6 }),
        fc.nat(5),
        fc.integer({ min: 6, max: 20 }),
        (first, second, days, cut, hour) => {
          const [a, b] = [
            { ...quebec, timeZone: first },
            { ...vancouver, timeZone: second },
          ]
          const of = (leg: typeof a, ranks: readonly number[]) =>
            slotsOf(
              ranks.map((rank) => ({
                date: day(rank),
                from: asLocalTime(`${String(hour).padStart(2, '0')}:00`),
                to: asLocalTime('23:59'),
              })),
              grid,
              leg.timeZone,
            )
          const [mine, theirs] = [of(a, days.slice(0, cut)), of(b, days.slice(cut))]
          const others = valueOf(theirs).map((slot) => ({ ...slot, legId: b.id, timeZone: second }))
          const outcome = amongLegs(a, valueOf(mine), others)
          if (!outcome.ok) {
            expect(outcome.problem.code).toMatch(/^(stretches_overlap|too_many_slots)$/)
            return
          }
          const slots = outcome.value
          expect(slots).toHaveLength(valueOf(mine).length + others.length)
          slots.forEach((slot, index) => {
            const before = slots[index - 1]
            if (before) {
              expect(before.endsAt <= slot.startsAt).toBe(true)
              expect(slot.stretch - before.stretch === 0 || slot.stretch - before.stretch === 1).toBe(true)
              if (slot.stretch === before.stretch) expect(slot.legId).toBe(before.legId)
            }
            const zone = slot.legId === a.id ? first : second
            expect(Number(onTheClock({ instant: slot.startsAt, zone }).time.slice(0, 2))).toBeGreaterThanOrEqual(hour)
          })
          const dates = (legId: string, zone: typeof first) =>
            new Set(slots.flatMap((slot) => (slot.legId === legId ? [dateIn(zone, slot.startsAt)] : [])))
          expect([...dates(a.id, first)].filter((date) => dates(b.id, second).has(date))).toEqual([])
        },
      ),
    )
  })
})

describe('of several legs', () => {
  const slots = [...held(quebec, '2024-05-27'), ...held(vancouver, '2024-05-29')].map((slot, rank) => ({ ...slot, id: `s${rank}` }))

  test('whoever is on one is away from the slots of the others; who is on no list is on all', () => {
    const presences = new Map([['host', ['q']]])
    expect(slotsElsewhere(presences, 'host', slots)).toEqual(['s3', 's4', 's5'])
    expect(slotsElsewhere(presences, 'home', slots)).toEqual([])
    expect(slotsOfOtherLegs({ legId: 'v' }, slots)).toEqual(['s0', 's1', 's2'])
  })

  test('districts of one name are two in two cities, and are what was typed in one', () => {
    expect(districtIn(legs, { legId: 'q', district: 'Port' })).not.toBe(districtIn(legs, { legId: 'v', district: 'Port' }))
    expect(districtIn([quebec], { legId: 'q', district: 'Port' })).toBe('Port')
  })

  test('the city is named where there is more than one, and today is that of its clocks', () => {
    expect(cityOf([quebec], 'q')).toBe(null)
    const shown = shownSlots(slots, legs)
    expect(shown[3]).toEqual({
      id: 's3',
      stretch: 0,
      date: '2024-05-29',
      from: '09:00',
      to: '09:20',
      zone: 'America/Vancouver',
      city: { fr: 'Vancouver' },
    })
    // It is the 30th in Québec, and still the 29th in Vancouver.
    expect(shownDay(shown, null, '2024-05-30T05:00:00.000Z' as Instant).day).toMatchObject({
      date: '2024-05-29',
      city: { fr: 'Vancouver' },
    })
    expect(shownDay(shown, '2024-05-27', '2024-05-30T05:00:00.000Z' as Instant).day?.city).toEqual({ fr: 'Québec' })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import { type Adequacy, needsGround } from './adequacy.ts'
import { dietsOf, headCounts } from './headcount.ts'
import { type WallMoment, decideInstants } from './segment.ts'

const at = (date: string, time: string, zone: string): WallMoment => ({
  date: asLocalDate(date),
  time: asLocalTime(time),
  zone: asTimeZone(zone),
})

describe('the instants of a segment', () => {
  test('are read on the clocks of each place: Paris to Miami lasts more than the clocks say', () => {
    expect(decideInstants(at('2017-11-04', '10:30', 'Europe/Paris'), at('2017-11-04', '15:05', 'America/New_York'))).toEqual({
      ok: true,
      value: { departsAt: '2017-11-04T09:30:00.000Z', arrivesAt: '2017-11-04T19:05:00.000Z' },
    })
  })

  test('may arrive before they leave by the clocks, across the date line, and not in truth', () => {
    expect(decideInstants(at('2027-03-05', '19:00', 'Asia/Tokyo'), at('2027-03-05', '11:30', 'America/Los_Angeles'))).toMatchObject({
      ok: true,
    })
    expect(decideInstants(at('2027-03-05', '10:00', 'Europe/Paris'), at('2027-03-05', '09:00', 'Europe/London'))).toEqual({
      ok: false,
      problem: { code: 'arrives_after_departure' },
    })
  })

  test('skip the hour that clocks skip, and take the first of two', () => {
    expect(decideInstants(at('2027-03-28', '02:30', 'Europe/Paris'), at('2027-03-28', '05:00', 'Europe/Paris'))).toMatchObject({
      value: { departsAt: '2027-03-28T01:30:00.000Z' },
    })
    expect(decideInstants(at('2026-10-25', '02:30', 'Europe/Paris'), at('2026-10-25', '05:00', 'Europe/Paris'))).toMatchObject({
      value: { departsAt: '2026-10-25T00:30:00.000Z' },
    })
  })

  test('last three days at most', () => {
    expect(decideInstants(at('2027-03-01', '10:00', 'Europe/Paris'), at('2027-03-04', '10:01', 'Europe/Paris'))).toEqual({
      ok: false,
      problem: { code: 'a_segment_lasts_three_days_at_most' },
    })
  })
})

describe('how many people a day is prepared for', () => {
  const startsOn = asLocalDate('2027-03-05')
  const dates = { startsOn, endsOn: asLocalDate('2027-03-07') }

  test('who has a room is there from arrival to departure; who has none is there every day and sleeps nowhere', () => {
    const stay = { id: '1', memberId: 'ana' as MemberId, arrivesOn: asLocalDate('2027-03-06'), leavesOn: asLocalDate('2027-03-07') }

    expect(headCounts(dates, ['ana', 'bob'], [stay])).toEqual([
      { date: '2027-03-05', city: null, present: 1, sleeping: 0, diets: [] },
      { date: '2027-03-06', city: null, present: 2, sleeping: 1, diets: [] },
      { date: '2027-03-07', city: null, present: 2, sleeping: 0, diets: [] },
    ])
  })

  test('diets are counted among those present, the same words once; a day of transport is where one arrives', () => {
    const stay = { id: '1', memberId: 'ana' as MemberId, arrivesOn: asLocalDate('2027-03-06'), leavesOn: asLocalDate('2027-03-07') }
    const leg = (fr: string, from: string, to: string) => ({ cityName: { fr }, startsOn: asLocalDate(from), endsOn: asLocalDate(to) })
    const legs = [leg('Miami', '2027-03-05', '2027-03-06'), leg('Montréal', '2027-03-06', '2027-03-07')]
    const diets = dietsOf(
      [
        { memberId: 'ana', diet: 'Végétarien' },
        { memberId: 'bob', diet: ' vegetarien' },
        { memberId: 'cam', diet: 'Sans arachide' },
        { memberId: 'of another organisation', diet: 'Halal' },
      ],
      ['ana', 'bob', 'cam'],
    )

    expect(diets.map(({ label, memberIds }) => [label, memberIds.length])).toEqual([
      ['Végétarien', 2],
      ['Sans arachide', 1],
    ])
    expect(
      headCounts({ ...dates, legs }, ['ana', 'bob', 'cam'], [stay], diets).map(({ city, diets: counted }) => [city?.fr, counted]),
    ).toEqual([
      ['Miami', [1, 1]],
      ['Montréal', [2, 1]],
      ['Montréal', [2, 1]],
    ])
  })

  test('an organisation of the first leg and the third feeds nobody on the days of the second, but whoever has a room then', () => {
    const day = (number: number) => asLocalDate(`2027-03-${String(number).padStart(2, '0')}`)
    const leg = (fr: string, from: number, to: number) => ({ cityName: { fr }, startsOn: day(from), endsOn: day(to) })
    const legs = [leg('Miami', 1, 2), leg('Québec', 6, 7)]
    const days = { startsOn: day(1), endsOn: day(7), legs, elsewhere: [leg('Montréal', 2, 4)] }
    const counted = (stays: Parameters<typeof headCounts>[2]) =>
      headCounts(days, ['ana', 'bob'], stays).map(({ date, city, present }) => [Number(date.slice(-2)), city?.fr, present])

    expect(counted([])).toEqual([
      [1, 'Miami', 2],
      [2, 'Miami', 2],
      [5, undefined, 2],
      [6, 'Québec', 2],
      [7, 'Québec', 2],
    ])
    expect(counted([{ id: '1', memberId: 'ana' as MemberId, arrivesOn: day(2), leavesOn: day(3) }])).toEqual([
      [1, 'Miami', 1],
      [2, 'Miami', 2],
      [3, undefined, 1],
      [5, undefined, 1],
      [6, 'Québec', 1],
      [7, 'Québec', 1],
    ])
  })

  test('is never more than the people, and whoever sleeps is present', () => {
    const stays = fc.array(
      fc.record({
        who: fc.constantFrom('ana', 'bob', 'cam'),
        from: fc.integer({ min: -2, max: 3 }),
        nights: fc.integer({ min: 1, max: 4 }),
      }),
    )
    fc.assert(
      fc.property(stays, (drawn) => {
        const days = headCounts(
          dates,
          ['ana', 'bob', 'cam'],
          drawn.map(({ who, from, nights }, index) => ({
            id: String(index),
            memberId: who as MemberId,
            arrivesOn: addDays(startsOn, from),
            leavesOn: addDays(startsOn, from + nights),
          })),
        )
        expect(days).toHaveLength(3)
        for (const { present, sleeping } of days) {
          expect(present).toBeLessThanOrEqual(3)
          expect(sleeping).toBeLessThanOrEqual(present)
        }
      }),
    )
  })
})

test('a list of people needs a ground of its own where no decision covers a public authority', () => {
  const adequacy = (scope: Adequacy['scope']): Adequacy => ({
    country: 'XX',
    scope,
    words: {},
    source: 'x',
    validFrom: asLocalDate('2020-01-01'),
  })

  expect([needsGround(undefined), needsGround(adequacy('partial')), needsGround(adequacy('full')), needsGround(adequacy('eea'))]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

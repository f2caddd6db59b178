import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openWorld } from '#tests/world.ts'
import type { LegText } from '../schemas.ts'
import { readLegs } from './read-legs.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let officer: Awaited<ReturnType<(typeof world)['found']>>
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  officer = await world.found('Département de Rochebrune', 'department')
})
afterAll(() => world.close())

const blank: LegText = { city: '', country: '', timeZone: '', from: '', to: '' }
const read = (...lines: Partial<LegText>[]) =>
  world.read(officer, (ctx) =>
    readLegs(
      ctx.tx,
      lines.map((line) => ({ ...blank, ...line })),
    ),
  )
const trip = { city: 'Villefranche-des-Essais', from: '2027-03-22', to: '2027-03-24' }

test('a line left empty is no leg, whatever its country', async () => {
  expect(await read(blank, { country: 'IT' })).toEqual({ ok: true, value: [] })
})

test.each([
  ['its name in French', 'Tunisie'],
  ['its name in English', 'tunisia'],
  ['its code', 'tn'],
])('a country is known by %s, and gives its zone when it has one alone', async (_how, country) => {
  expect(await read({ ...trip, country })).toMatchObject({
    ok: true,
    value: [{ country: 'TN', timeZone: 'Africa/Tunis', startsOn: '2027-03-22', endsOn: '2027-03-24' }],
  })
})

test('a country of several zones leaves the choice, and the zone chosen is kept', async () => {
  expect(await read({ ...trip, country: 'Brésil' })).toEqual({ ok: false, problem: { 'legs.0.timeZone': 'zone_unknown' } })
  expect(await read({ ...trip, country: 'Brésil', timeZone: 'America/Manaus' })).toMatchObject({
    ok: true,
    value: [{ country: 'BR', timeZone: 'America/Manaus' }],
  })
})

test('every mistake of a line is said at once, each at its field', async () => {
  expect(await read({ ...trip, to: '2027-03-21', country: 'Atlantide' }, { from: 'hier' })).toEqual({
    ok: false,
    problem: {
      'legs.0.to': 'leg_ends_before_it_starts',
      'legs.0.timeZone': 'zone_unknown',
      'legs.0.country': 'country_unknown',
      'legs.1.city': 'city_missing',
      'legs.1.from': 'date_malformed',
      'legs.1.to': 'date_malformed',
      'legs.1.timeZone': 'zone_unknown',
      'legs.1.country': 'country_unknown',
    },
  })
})

test('one day is a leg', async () => {
  expect(await read({ ...trip, to: '', country: 'TN' })).toMatchObject({
    ok: true,
    value: [{ startsOn: '2027-03-22', endsOn: '2027-03-22' }],
  })
})

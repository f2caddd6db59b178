import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Databases, type Tx, connect } from '#platform/db.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { cloneDatabase } from '#tests/database.ts'
import { findCityByName, listCities, loadCity } from './sql/cities.ts'

type Shipped = {
  geonamesId: number
  name: string
  names: { fr: string; en: string }
  country: string
  longitude: number
  latitude: number
  timeZone: string
}
const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../../db/seed/cities.json'), 'utf8')) as {
  licence: string
  cities: Shipped[]
}

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let db: Databases
const inTx = <Result>(run: (tx: Tx) => Promise<Result>) => db.web.transaction().execute(run)

beforeAll(async () => {
  copy = await cloneDatabase(inject('templateUrl'))
  db = connect({ ownerUrl: copy.url }, 2)
})

afterAll(async () => {
  await db.close()
  await copy.drop()
})

test('the database holds the cities of the shipped file, fact for fact, under their licence', async () => {
  const cities = await inTx(listCities)

  const facts = cities.map(({ id: _id, ...city }) => city).sort((a, b) => a.geonamesId - b.geonamesId)
  expect(facts).toEqual([...file.cities].sort((a, b) => a.geonamesId - b.geonamesId))
  expect(facts).toHaveLength(35)
  expect(file.licence).toContain('CC BY 4.0')
})

test('every shipped city has a zone of the IANA database and a country the interface can name', () => {
  const countries = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })

  const unnamed = file.cities.filter((city) => !isTimeZone(city.timeZone) || countries.of(city.country) === undefined)

  expect(unnamed).toEqual([])
})

test('cities are listed as French readers sort them', async () => {
  const names = (await inTx(listCities)).map((city) => city.names.fr)

  expect(names.slice(0, 4)).toEqual(['Abidjan', 'Aix-en-Provence', 'Chicago', 'Delhi'])
  expect(names.indexOf('Gênes')).toBeLessThan(names.indexOf('Haifa'))
})

test.each([
  ['Gênes', 'Genoa'],
  ['genes', 'Genoa'],
  ['GENOA', 'Genoa'],
  ['  Saint-petersbourg ', 'Saint Petersburg'],
  ['nurnberg', 'Nuremberg'],
  ['Nuremberg', 'Nuremberg'],
])('the city named %s is %s', async (text, english) => {
  const city = await inTx((tx) => findCityByName(tx, text))

  expect(city?.names.en).toBe(english)
})

test.each([[''], ['Gên'], ['Genoa (IT)'], ['Atlantis'], ['%'], ["'; drop table directory.city; --"]])(
  'no city is guessed from « %s »',
  async (text) => {
    expect(await inTx((tx) => findCityByName(tx, text))).toBeNull()
  },
)

test('a city has the same address in every installation', async () => {
  const miami = await inTx((tx) => findCityByName(tx, 'Miami'))

  expect(miami?.id).toBe('e5ca1e00-0000-8000-8000-000004164138')
  expect(await inTx((tx) => loadCity(tx, miami?.id ?? ''))).toEqual(miami)
})

import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { firstObject, type MissionOutline } from './first-object.ts'

function aMission(city: { fr: string; en: string } | null, startsOn: string | null = '2017-10-19'): MissionOutline {
  return { title: { fr: 'Mission sans lieu' }, cities: city ? [city] : [], startsOn: startsOn === null ? null : asLocalDate(startsOn) }
}

const genoa = { fr: 'Gênes', en: 'Genoa' }

describe('the object an act begins with', () => {
  test.each<[string, MissionOutline[], { fr: string; en: string }]>([
    [
      'one mission',
      [aMission(genoa)],
      { fr: 'Déplacement 2017 : ratification de la mission à Gênes', en: 'Trip 2017: ratification of the mission to Genoa' },
    ],
    [
      'the same city twice, in two years',
      [aMission(genoa), aMission(genoa, '2018-01-05')],
      {
        fr: 'Déplacements 2017-2018 : ratification des missions à Gênes',
        en: 'Trips 2017-2018: ratification of the missions to Genoa',
      },
    ],
    [
      'a city with its article',
      [aMission({ fr: 'Le Caire', en: 'Cairo' }), aMission(genoa)],
      {
        fr: 'Déplacements 2017 : ratification des missions au Caire et à Gênes',
        en: 'Trips 2017: ratification of the missions to Cairo and Genoa',
      },
    ],
    [
      'a mission that has neither city nor date',
      [aMission(null, null)],
      {
        fr: 'Déplacement : ratification de la mission « Mission sans lieu »',
        en: 'Trip: ratification of the mission “Mission sans lieu”',
      },
    ],
  ])('%s', (_what, missions, object) => {
    expect(firstObject(missions)).toEqual(object)
  })
})

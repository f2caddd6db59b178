import { describe, expect, it } from 'vitest'
import { atPlaceFr, placeName } from './place-names.ts'

describe('going somewhere in French', () => {
  it.each([
    ['Gênes', 'à Gênes'],
    ['Le Havre', 'au Havre'],
    ['Les Abymes', 'aux Abymes'],
    ['La Havane', 'à La Havane'],
    ['Leipzig', 'à Leipzig'],
    ['Lesbos', 'à Lesbos'],
  ])('one is in %s: « %s »', (name, at) => {
    expect(atPlaceFr(name)).toBe(at)
  })

  it('keeps a locative that cannot be guessed', () => {
    expect(placeName({ fr: 'Sicile', en: 'Sicily' }, { fr: 'en Sicile' })).toEqual({
      name: { fr: 'Sicile', en: 'Sicily' },
      at: { fr: 'en Sicile', en: 'in Sicily' },
    })
  })

  it('invents no locative for a language without a name', () => {
    expect(placeName({ fr: 'Gênes' }).at).toEqual({ fr: 'à Gênes' })
  })
})

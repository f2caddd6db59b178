import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frenchSpaces, holdFrenchMarks, withDe } from './french-typography.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const visible = (text: string) => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_')

test.each([
  ['Annuler « Visite » ?', 'Annuler «_Visite_»_?'],
  ['Heures locales : Paris ; Miami !', 'Heures locales~: Paris_; Miami_!'],
  ['Hello: what? at 10:30', 'Hello: what? at 10:30'],
  ['https://escale.example/a?b=1 :', 'https://escale.example/a?b=1~:'],
])('the marks of « %s » are held, and nothing is added', (text, expected) => {
  expect(visible(holdFrenchMarks(text))).toBe(expected)
})

describe('French spaces', () => {
  test.each([
    ['Quoi ? Non !', 'Quoi_? Non_!'],
    ['Quoi? Non!', 'Quoi_? Non_!'],
    ['Vraiment ?!', 'Vraiment_?!'],
    ['Objet : mission', 'Objet~: mission'],
    ['Objet: mission', 'Objet~: mission'],
    ['six élus ; sept agents', 'six élus_; sept agents'],
    ['«Aix-Marseille»', '«_Aix-Marseille_»'],
    ['« Aix » ; « Nice » : fin', '«_Aix_»_; «_Nice_»~: fin'],
    ['« Partir ? »', '«_Partir_?_»'],
    ['50 % de 24,70 €', '50~% de 24,70~€'],
    ['à 10:30, voir https://escale.example/a?b=1;c!', 'à 10:30, voir https://escale.example/a?b=1;c!'],
    ['écrire à rp@nice.example !', 'écrire à rp@nice.example_!'],
    ['(12 jours) : oui', '(12 jours)~: oui'],
    ['', ''],
  ])('« %s » is set as « %s »', (text, expected) => {
    expect(visible(frenchSpaces(text))).toBe(expected)
  })

  const sentence = fc
    .array(
      fc.constantFrom(
        'mission',
        'à',
        '50',
        ' ',
        '\u00A0',
        '\u202F',
        ';',
        '!',
        '?',
        ':',
        '«',
        '»',
        '%',
        '€',
        '\n',
        'http://a.fr/?b',
        'a@b.fr',
      ),
      {
        maxLength: 20,
      },
    )
    .map((words) => words.join(''))

  test('a second pass changes nothing', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(frenchSpaces(frenchSpaces(text))).toBe(frenchSpaces(text))
      }),
    )
  })

  test('only spaces are ever touched', () => {
    const withoutSpaces = (text: string) => text.replace(/[ \t\u00A0\u2009\u202F]/g, '')

    fc.assert(
      fc.property(sentence, (text) => {
        expect(withoutSpaces(frenchSpaces(text))).toBe(withoutSpaces(text))
      }),
    )
  })
})

test.each([
  ['entreprises', 'd’entreprises'],
  ['personnes', 'de personnes'],
  ['élus', 'd’élus'],
  ['œuvres', 'd’œuvres'],
  ['habitants', 'd’habitants'],
  ['hôtels', 'd’hôtels'],
  ['héros', 'de héros'],
  ['héroïnes', 'd’héroïnes'],
  ['onze pays', 'de onze pays'],
  ['Aix-en-Provence', 'd’Aix-en-Provence'],
  ['Gênes', 'de Gênes'],
  ['Abidjan', 'd’Abidjan'],
  ['Houston', 'de Houston'],
  ['Hambourg', 'de Hambourg'],
  ['Yokohama', 'de Yokohama'],
  ['Yvetot', 'd’Yvetot'],
  ['hier', 'd’hier'],
  ['Helsinki', 'd’Helsinki'],
  ['Le Caire', 'du Caire'],
  ['Les Ulis', 'des Ulis'],
  ['La Havane', 'de La Havane'],
])('« de » before %s gives « %s »', (noun, expected) => {
  expect(withDe(noun)).toBe(expected)
})

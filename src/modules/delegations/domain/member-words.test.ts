import { describe, expect, test } from 'vitest'
import { delegationTexts } from '../texts.ts'
import { memberCategories, memberFunctions } from './member.ts'
import { readCategory, readFunction } from './member-words.ts'

test.each([
  ['Élu', 'elected'],
  ['ÉLUE', 'elected'],
  ['élus', 'elected'],
  ['élu(e)', 'elected'],
  ['Élu·e·s', 'elected'],
  ['élu.e', 'elected'],
  ['Conseillère', 'elected'],
  ['Invitée', 'guest'],
  ['invité·e', 'guest'],
  [' agent  de la collectivité ', 'staff'],
  ['Agente', 'staff'],
  ['AGENTS', 'staff'],
  ['Entreprises', 'company'],
  ['Représentante d’entreprise', 'company'],
  ['chercheuse', 'academic'],
  ['Université', 'academic'],
  ['culturelle', 'cultural'],
  ['Journaliste', 'press'],
  ['Interprète', 'interpreter'],
  ['Traductrice', 'interpreter'],
  ['company', 'company'],
])('« %s » is the category %s', (text, category) => {
  expect(readCategory(text)).toBe(category)
})

test.each([[''], ['touriste'], ['?'], ['élu ou agent'], ['=1+1']])('« %s » is no category', (text) => {
  expect(readCategory(text)).toBeNull()
})

test.each([
  ['Membre', 'member'],
  ['Cheffe de délégation', 'head'],
  ['Head of delegation', 'head'],
  ['adjointe au chef', 'deputy'],
  ['Protocole', 'protocol'],
  ['capitaine', null],
  ['', null],
])('« %s » is the function %s', (text, meaning) => {
  expect(readFunction(text)).toBe(meaning)
})

describe('what a downloaded list says is understood when it comes back', () => {
  test.each(['fr', 'en'] as const)('in %s', (locale) => {
    const texts = delegationTexts[locale]

    expect(memberCategories.map((category) => readCategory(texts.categories[category]))).toEqual([...memberCategories])
    expect(memberFunctions.map((meaning) => readFunction(texts.functions[meaning]))).toEqual([...memberFunctions])
  })
})

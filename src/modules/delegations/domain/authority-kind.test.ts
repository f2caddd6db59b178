import { expect, test } from 'vitest'
import { authorityKind } from './authority-kind.ts'

test.each([
  ['department', 'Département de Rochebrune', 'department'],
  ['intermunicipal', 'Métropole de Rochebrune', 'metropolis'],
  ['intermunicipal', 'Communauté de communes du Détroit', 'intermunicipal'],
  ['foreign_authority', 'Métropole de Gênes', null],
  ['chamber', 'Chambre de commerce', null],
  ['toString', 'Rien', null],
])('%s « %s » is the authority of kind %s', (kind, name, expected) => {
  expect(authorityKind({ kind, name })).toBe(expected)
})

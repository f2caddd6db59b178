import { describe, expect, test } from 'vitest'
import { LOCALES } from '#platform/pure/locale.ts'
import { cellFieldName, readCellFieldName } from './cell-field-name.ts'
import { importProblemCode, importProblemText } from './problem-words.ts'
import { summaryWords } from './summary-words.ts'

test('the name of the field that mends a cell is read back', () => {
  expect(readCellFieldName(cellFieldName(12, 'capacityFr'))).toEqual({ row: 12, field: 'capacityFr' })
})

test.each([['intent'], ['cell-'], ['cell-x-name'], ['cell-1-'], ['cell-99999999999999999999-name']])('« %s » mends no cell', (name) => {
  expect(readCellFieldName(name)).toBeNull()
})

describe('a refused file', () => {
  test.each([
    [{ code: 'quote_not_closed', line: 12 }, 'Un guillemet ouvert à la ligne 12 n’est pas refermé'],
    [{ code: 'table_too_large', limit: 'rows' }, 'Ce tableau a trop de lignes : partagez-le en plusieurs fichiers'],
    [{ code: 'table_too_large', limit: 'pages' }, 'Ce tableau est trop grand : partagez-le en plusieurs fichiers'],
    [{ code: 'sheet_not_found', sheet: 'Liste : 2' }, 'La feuille « Liste : 2 » n’existe pas dans ce classeur'],
    [{ code: 'table_empty' }, 'Ce tableau n’a aucune ligne sous ses titres'],
  ])('%o', (problem, sentence) => {
    expect(importProblemText(importProblemCode(problem), 'fr')).toBe(sentence)
  })

  test.each(LOCALES)('leaves the codes of modules to them, in %s', (locale) => {
    expect(importProblemText('category_unknown', locale)).toBeNull()
    expect(importProblemText('toString', locale)).toBeNull()
  })
})

test.each([
  [{ create: 1, update: 0, same: 0 }, 'fr', '1 ajout.'],
  [{ create: 1200, update: 1, same: 2 }, 'fr', '1\u202f200 ajouts, 1 mise à jour, 2 lignes sans changement.'],
  [{ create: 0, update: 2, same: 1 }, 'en', '2 updates, 1 row unchanged.'],
  [{ create: 0, update: 0, same: 0 }, 'en', null],
] as const)('%o in %s', (summary, locale, words) => {
  expect(summaryWords(summary, locale)).toBe(words)
})

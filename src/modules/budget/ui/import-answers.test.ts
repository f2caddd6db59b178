import { expect, test } from 'vitest'
import { ok, refused } from '#platform/pure/outcome.ts'
import { mappingIn, mendedCellsIn } from './import-answers.ts'

test('columns are named by their index, and those left out are not imported', () => {
  expect(mappingIn({ intent: 'map', 'column-0': 'amount', 'column-1': '', 'column-2': 'spentOn' }, 3)).toEqual(
    ok({ amount: 0, spentOn: 2 }),
  )
})

test('a meaning given to two columns is refused on the second', () => {
  expect(mappingIn({ 'column-0': 'amount', 'column-1': 'label', 'column-2': 'amount' }, 3)).toEqual(
    refused({ fields: { 'column-2': 'column_used_twice' } }),
  )
})

test('mended cells are told from the other answers', () => {
  expect(mendedCellsIn({ intent: 'correct', 'cell-3-amount': '1 234,00', 'cell-x-amount': '1', 'cell-4-label': '' })).toEqual([
    { line: 3, column: 'amount', text: '1 234,00' },
    { line: 4, column: 'label', text: '' },
  ])
})

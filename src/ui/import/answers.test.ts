import { expect, test } from 'vitest'
import { ok, refused } from '#platform/pure/outcome.ts'
import { readMapping, readMendedCells } from './answers.ts'

test('columns are named by their index, and those left out are not imported', () => {
  expect(readMapping({ intent: 'map', 'column-0': 'amount', 'column-1': '', 'column-2': 'spentOn' })).toEqual(ok({ amount: 0, spentOn: 2 }))
})

test('a meaning given to two columns is refused on the second', () => {
  expect(readMapping({ 'column-0': 'amount', 'column-1': 'label', 'column-2': 'amount' })).toEqual(
    refused({ 'column-2': 'column_used_twice' }),
  )
})

test('a file names no property that objects have by themselves', () => {
  expect(readMapping({ 'column-0': 'toString' })).toEqual(ok({ toString: 0 }))
})

test('mended cells are told from the other answers', () => {
  expect(readMendedCells({ intent: 'correct', 'cell-3-amount': '1 234,00', 'cell-x-amount': '1', 'cell-4-label': '' })).toEqual([
    { line: 3, column: 'amount', text: '1 234,00' },
    { line: 4, column: 'label', text: '' },
  ])
})

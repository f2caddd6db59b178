import { expect, test } from 'vitest'
import type { LineOutcome } from '../usecases/show-import.ts'
import { previewRow } from './preview-rows.ts'

const line: LineOutcome = {
  line: 3,
  effect: 'refused',
  texts: { amount: '1,234', supplier: 'Taxi' },
  problems: { amount: 'amount_ambiguous', rate: 'rate_needed', supplier: 'cell_blank' },
  looksRecordedTwice: true,
}

test('a problem stands on its cell, and on the row when the file has no such column', () => {
  expect(previewRow(line, 'en')).toEqual({
    number: 3,
    effect: 'refused',
    note: 'Give the exchange rate of this currency · Another line has the same date, supplier and amount.',
    cells: {
      amount: { text: '1,234', problem: 'This amount can be read in two ways: write all the cents, for example 1,234.00 or 1.23' },
      supplier: { text: 'Taxi', problem: expect.any(String) },
    },
  })
})

test('a line without a problem says only what the file says', () => {
  expect(previewRow({ ...line, effect: 'create', problems: {}, looksRecordedTwice: false }, 'fr')).toEqual({
    number: 3,
    effect: 'create',
    cells: { amount: { text: '1,234' }, supplier: { text: 'Taxi' } },
  })
})

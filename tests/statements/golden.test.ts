import { expect, test } from 'vitest'
import { missingCalls } from './golden.ts'

test('a function that is never called is named, with what to write; parts of statements are not functions to call', () => {
  const exports = { listCalls: async () => [], loadCall: async () => null, selectCalls: () => 'select', callColumns: ['id'] }

  expect(missingCalls('sql.ts', exports, { loadCall: () => [] })).toEqual([
    'listCalls of sql.ts is never shown: add a line “listCalls: ({ tx }) => [tx, …],” to sql.golden.test.ts of its module',
  ])
})

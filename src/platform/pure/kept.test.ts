import { expect, test } from 'vitest'
import { type Kept, keptOnce } from './kept.ts'

type Said = Kept & { readonly said: { readonly code: string; readonly day?: string } }
const entry = (key: string, code: string, state: Kept['state'] = 'waiting'): Said => ({ key, said: { code, day: '2026-11-23' }, state })
const keys = (entries: readonly Said[]) => entries.map(({ key }) => key)

test('the same said twice while it waits is kept once, whatever the order of its facts', () => {
  const again: Said = { key: '2', said: { day: '2026-11-23', code: 'A' }, state: 'waiting' }
  expect(keys(keptOnce([entry('1', 'A')], again))).toEqual(['1'])
})

test('what was said after something else is kept: it may take that back', () => {
  expect(keys(keptOnce([entry('1', 'A'), entry('2', 'B')], entry('3', 'A')))).toEqual(['1', '2', '3'])
})

test('a new try takes the place of what was refused, and leaves the other refusals', () => {
  const refused = [entry('1', 'A', 'refused'), entry('2', 'B', 'refused')]
  expect(keys(keptOnce(refused, entry('3', 'A')))).toEqual(['2', '3'])
})

test('what has left already may be said again', () => {
  expect(keys(keptOnce([entry('1', 'A', 'sent')], entry('2', 'A')))).toEqual(['1', '2'])
})

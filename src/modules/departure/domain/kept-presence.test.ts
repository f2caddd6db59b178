import { expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { withoutSent } from '#platform/pure/kept.ts'
import { type KeptPresence, type SaidPresence, afterReply, withKept } from './kept-presence.ts'

const at = (minute: number) => `2027-03-05T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant
const entry = (minute: number, said: SaidPresence, more: Partial<KeptPresence> = {}): KeptPresence => ({
  key: `${minute}`,
  notedAt: at(minute),
  said,
  state: 'waiting',
  ...more,
})
const people = [
  { id: 'ana', notedAt: null },
  { id: 'bob', notedAt: at(1) },
]
const noted = (...entries: KeptPresence[]) => withKept(people, entries).map(({ notedAt }) => notedAt)

test('what waits for the network is on the list already, at its own moment, and a presence keeps its first', () => {
  expect(noted(entry(5, { memberId: 'ana' }), entry(6, { memberId: 'ana' }), entry(7, { memberId: 'bob' }))).toEqual([at(5), at(1)])
})

test('a mistake is taken back without the network too, and may be said again', () => {
  expect(noted(entry(5, { undo: 'bob' }))).toEqual([null, null])
  expect(withKept([{ id: 'bob', notedAt: null }], [entry(5, { undo: 'bob' }), entry(6, { memberId: 'bob' })])[0]?.notedAt).toBe(at(6))
})

test('a badge says whose it is once it is answered, and what was refused says nothing', () => {
  const badge = entry(5, { code: 'AAAABBBBCCCCDDDD' })
  expect(noted(badge)).toEqual([null, at(1)])
  expect(noted(...afterReply([badge], badge, { kind: 'kept', memberId: 'ana' }))).toEqual([at(5), at(1)])
  expect(noted(...afterReply([badge], badge, { kind: 'refused', code: 'badge_unknown' }))).toEqual([null, at(1)])
})

test('once read again from the server, only the last that left stays', () => {
  const [one, two] = [entry(1, { memberId: 'ana' }, { state: 'sent' }), entry(2, { memberId: 'bob' }, { state: 'sent' })]
  expect(withoutSent([one, two, entry(3, { undo: 'bob' })]).map(({ key }) => key)).toEqual(['2', '3'])
})

import { expect, test } from 'vitest'
import { sheetsOf } from './sheets.ts'

const meeting = (id: string, oneId: string, otherId: string, slotId: string, spotId: string) => ({
  id,
  oneId,
  otherId,
  one: oneId,
  other: otherId,
  slotId,
  spotId,
})
const order = {
  spots: [{ id: 't1' }, { id: 't2' }, { id: 't3' }],
  participants: [{ id: 'A' }, { id: 'B' }, { id: 'X' }, { id: 'Y' }],
  slots: [
    { id: 's1', date: '2017-11-06' },
    { id: 's2', date: '2017-11-06' },
    { id: 's3', date: '2017-11-07' },
  ],
}
const meetings = [meeting('late', 'A', 'Y', 's3', 't1'), meeting('second', 'A', 'X', 's2', 't2'), meeting('first', 'B', 'X', 's1', 't1')]
const told = (kind: 'table' | 'company' | 'day') =>
  sheetsOf(kind, meetings, order).map(({ id, meetings: own }) => [id, own.map((one) => one.id).join(' ')])

test('each table, company and day that has a meeting has its sheet, in time, and no other has', () => {
  expect(told('table')).toEqual([
    ['t1', 'first late'],
    ['t2', 'second'],
  ])
  expect(told('company')).toEqual([
    ['A', 'second late'],
    ['B', 'first'],
    ['X', 'first second'],
    ['Y', 'late'],
  ])
  expect(told('day')).toEqual([
    ['2017-11-06', 'first second'],
    ['2017-11-07', 'late'],
  ])
})

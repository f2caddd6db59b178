import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPublishedShape } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import { randomDocument } from '../random/documents.ts'
import { readInstance } from './read.ts'
import { writeSolution } from './write.ts'

const instances = join(import.meta.dirname, '../bench/instances')
const shipped = ['published', 'generated'].flatMap((folder) =>
  readdirSync(join(instances, folder))
    .filter((file) => file !== 'optima.json')
    .map((file) => join(instances, folder, file)),
)

function aDocument(changes: object = {}) {
  return {
    slots: { count: 4, morning: [1, 2], afternoon: [3, 4] },
    tables: 2,
    participants: [{ id: 'A', unavailable: [2] }, { id: 'B' }],
    meetings: [{ id: 'M', a: 'A', b: 'B' }],
    ...changes,
  }
}

function instanceOf(changes: object = {}) {
  const read = readInstance(aDocument(changes))
  if (!read.ok) throw new Error(read.problem.faults.join('\n'))
  return read.value
}

function faultsOf(document: unknown) {
  const read = readInstance(document)
  return read.ok ? [] : read.problem.faults
}

describe('an instance', () => {
  test('of all those shipped is read, in the shape the fast searches know', () => {
    expect(shipped.length).toBe(76 + 22)
    for (const file of shipped) {
      const read = readInstance(JSON.parse(readFileSync(file, 'utf8')))
      expect(read.ok && isPublishedShape(read.value.problem), file).toBe(true)
    }
  })

  test('becomes a problem, slots from 0', () => {
    const { problem, participantIds, meetingIds } = instanceOf({
      fairness: 1,
      meetings: [
        { id: 'M', a: 'A', b: 'B', session: 'afternoon' },
        { id: 'N', a: 'B', b: 'A', fixedSlot: 3, session: null },
      ],
      precedences: [['M', 'N']],
    })

    expect([participantIds, meetingIds]).toEqual([
      ['A', 'B'],
      ['M', 'N'],
    ])
    expect([...problem.personFree]).toEqual([1, 0, 1, 1, 1, 1, 1, 1])
    expect([...problem.startAllowed]).toEqual([0, 0, 1, 1, 0, 0, 1, 0])
    expect([...problem.candidate]).toEqual([0, 1, 1, 0])
    expect([...problem.poolCapacity]).toEqual([2, 2, 2, 2])
    expect([problem.fairness, [...problem.earlier], [...problem.later]]).toEqual([1, [0], [1]])
  })

  test('needs neither a name, nor sessions, nor fairness, nor precedences', () => {
    expect(instanceOf({ slots: { count: 4 } }).problem.fairness).toBe(-1)
    expect(instanceOf({ fairness: null, precedences: null, name: null }).name).toBe('')
  })

  test('that contradicts itself is an instance', () => {
    expect(faultsOf(aDocument({ slots: { count: 4 }, meetings: [{ id: 'M', a: 'A', b: 'B', session: 'morning', fixedSlot: 4 }] }))).toEqual(
      [],
    )
    expect(faultsOf(aDocument({ tables: 0 }))).toEqual([])
    expect(faultsOf(aDocument({ precedences: [['M', 'M']] }))).toEqual([])
  })
})

describe('faults', () => {
  test.each([
    [null, ['instance: expected an object, found null']],
    [[], ['instance: expected an object, found []']],
    [aDocument({ slots: undefined }), ['slots: expected an object, found nothing']],
    [aDocument({ slots: { count: 0 } }), ['slots.count: expected a whole number from 1 to 4096, found 0']],
    [aDocument({ slots: { count: 4, morning: [1, 5] } }), ['slots.morning[1]: expected a whole number from 1 to 4, found 5']],
    [aDocument({ tables: 1.5 }), ['tables: expected a whole number from 0 to 2147483647, found 1.5']],
    [aDocument({ fairness: -1 }), ['fairness: expected a whole number from 0 to 2147483647, found -1']],
    [
      aDocument({ participants: {} }),
      ['participants: expected a list, found {}', 'meetings[0].a: "A" is not a participant', 'meetings[0].b: "B" is not a participant'],
    ],
    [
      aDocument({ participants: [{ id: 'A', unavailable: 'never' }, { id: 'B' }] }),
      ['participants[0].unavailable: expected a list, found "never"'],
    ],
    [aDocument({ participants: [{ id: 7 }, { id: 'A' }, { id: 'B' }] }), ['participants[0].id: expected a name, found 7']],
    [aDocument({ meetings: [{ id: 'M', a: 'A' }] }), ['meetings[0].b: expected a participant, found nothing']],
    [
      aDocument({ meetings: [{ id: 'M', a: 'A', b: 'A' }] }),
      ['meetings[0].b: expected another participant than meetings[0].a, found "A" again'],
    ],
    [
      aDocument({ meetings: [{ id: 'M', a: 'A', b: 'B', fixedSlot: 9 }] }),
      ['meetings[0].fixedSlot: expected a whole number from 1 to 4, found 9'],
    ],
    [aDocument({ precedences: [['M', 'N']] }), ['precedences[0][1]: "N" is not a meeting']],
    [
      aDocument({ precedences: ['M', ['M', 'M', 'M']] }),
      ['precedences[0]: expected a list, found "M"', 'precedences[1]: expected two meetings, found 3'],
    ],
  ])('%j', (document, faults) => {
    expect(faultsOf(document)).toEqual(faults)
  })

  test('are told up to twenty, and how many more there are', () => {
    const meetings = Array.from({ length: 30 }, (_, i) => ({ id: `M${i}`, a: 'A', b: 'X' }))
    const faults = faultsOf(aDocument({ meetings }))

    expect([faults.length, faults[19], faults[20]]).toEqual([21, 'meetings[19].b: "X" is not a participant', 'and 10 more'])
  })

  test('quote what was found on one short line', () => {
    expect(faultsOf(aDocument({ tables: 'x'.repeat(200) }))[0]?.length).toBeLessThan(110)
  })

  test('never break the reader, whatever is written anywhere', () => {
    const { state } = randomFrom(5)
    const oddities = [null, -1, 1.5, 1e9, '', 'P1', [], {}, [[]], true, '__proto__']
    for (let seed = 1; seed <= 2000; seed++) {
      const document = JSON.parse(JSON.stringify(randomDocument(seed))) as object
      mutate(document, state, oddities)
      const read = readInstance(document)
      if (!read.ok) for (const fault of read.problem.faults) expect(fault).toMatch(/^[\w.[\]]+: .+$|^and \d+ more$/)
    }
  })
})

/** Puts an oddity somewhere. */
function mutate(value: object, state: Int32Array, oddities: readonly unknown[]): void {
  const keys = Object.keys(value)
  const key = keys[below(state, Math.max(1, keys.length))]
  if (key === undefined) return
  const fields = value as Record<string, unknown>
  const inner = fields[key]
  if (typeof inner === 'object' && inner !== null && below(state, 4) > 0) return mutate(inner, state, oddities)
  fields[key] = oddities[below(state, oddities.length)]
}

test('a plan gets its names back, even names that objects keep for themselves', () => {
  const { problem, ...names } = instanceOf({ meetings: [{ id: '__proto__', a: 'A', b: 'B' }] })
  const plan = { start: Int32Array.of(2), pool: Int32Array.of(0), filledBy: Int32Array.of(0, 1) }
  const solution = writeSolution({ problem, ...names }, { status: 'optimal', plan, objective: 0, bound: 0 })

  expect(JSON.stringify(solution)).toBe('{"status":"optimal","objective":0,"bound":0,"schedule":{"__proto__":3}}')
})

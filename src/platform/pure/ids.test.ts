import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { asId, isUuid, parseId, type Id } from './ids.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 300 })

describe('ids', () => {
  test('every UUID is accepted, in lower case', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(parseId(uuid.toUpperCase())).toEqual(ok(uuid))
      }),
    )
  })

  test.each([
    '',
    'mission-1',
    '0b7e3c5e-58cc-4f0e-9d0a-4f2f1f0c9a1',
    ' 0b7e3c5e-58cc-4f0e-9d0a-4f2f1f0c9a11',
    '0b7e3c5e58cc4f0e9d0a4f2f1f0c9a11',
    7,
    null,
  ])('%j is not an id', (text) => {
    expect(isUuid(text)).toBe(false)
    expect(parseId(text)).toEqual({ ok: false, problem: { code: 'id_malformed', text: String(text) } })
  })

  test('a malformed id taken for granted is a bug', () => {
    expect(() => asId('mission-1')).toThrow('an id is a UUID')
  })

  test('ids of two nouns do not mix', () => {
    expectTypeOf<Id<'mission'>>().not.toExtend<Id<'organisation'>>()
    expectTypeOf(asId<'mission'>('0b7e3c5e-58cc-4f0e-9d0a-4f2f1f0c9a11')).toExtend<string>()
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  )
}

describe('canonical JSON', () => {
  test('the example of RFC 8785 gives its canonical form', () => {
    const example = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )

    expect(canonicalJson(example)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('keys are sorted by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6', '10', '9', '']
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))

    expect([...written.matchAll(/"((?:[^"\\]|\\.)*)":/g)].map((match) => JSON.parse(`"${match[1]}"`))).toEqual([
      '',
      '\r',
      '1',
      '10',
      '9',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
  })

  test('the order in which keys were given does not matter, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJson(value)

        expect(canonicalJson(shuffled(value))).toBe(written)
        expect(canonicalJson(JSON.parse(written))).toBe(written)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('an absent key and an undefined one are the same', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  test('a composed accent and a decomposed one stay two texts', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'))
  })

  test('a value used twice is written twice, a value inside itself is a bug', () => {
    const city = { name: 'Gênes' }
    const loop: { inside?: object } = {}
    loop.inside = loop

    expect(canonicalJson([city, city])).toBe('[{"name":"Gênes"},{"name":"Gênes"}]')
    expect(() => canonicalJson(loop)).toThrow('inside itself')
  })

  test.each([
    ['a bigint', { cents: 1n }],
    ['not a number', [Number.NaN]],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined in a list', [undefined]],
    ['a hole in a list', Array(1)],
    ['undefined alone', undefined],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 0],
    ['a symbol key', { [Symbol('key')]: 1 }],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
  ])('%s is refused as a bug', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow('canonical JSON has')
  })
})

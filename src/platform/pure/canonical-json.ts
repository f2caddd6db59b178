import { assert } from './outcome.ts'

/**
 * The one JSON text of a value, for hashing and signing (RFC 8785, JSON Canonicalization Scheme):
 * no spaces, keys sorted by UTF-16 code units, numbers as ECMAScript writes them, strings as they
 * are (no Unicode normalisation). The same data give the same bytes on any machine.
 *
 * Only plain JSON is accepted. A key whose value is `undefined` is absent, as in JSON; anything
 * else that JSON would drop or bend is a bug: `undefined` in a list, a bigint (write amounts as
 * strings), NaN, a Date, a Map, an instance of a class, a lone surrogate, a value inside itself.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, ancestors: readonly object[]): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `canonical JSON has no ${value}`)
    return JSON.stringify(value)
  }
  assert(typeof value === 'object', `canonical JSON has no ${typeof value}`)
  assert(!ancestors.includes(value), 'canonical JSON has no value inside itself')
  const within = [...ancestors, value]
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, within)).join(',')}]`
  return writeObject(value, within)
}

function writeObject(value: object, within: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  assert(prototype === Object.prototype || prototype === null, 'canonical JSON has only plain objects')
  assert(Object.getOwnPropertySymbols(value).length === 0, 'canonical JSON has no symbol keys')
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}:${write(member, within)}`)
  return `{${members.join(',')}}`
}

function writeString(text: string): string {
  assert(text.isWellFormed(), 'canonical JSON has no lone surrogates')
  return JSON.stringify(text)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SealingKeys, freshSealingKey, readSealingKeys, seal, unseal } from './sealing.ts'

const keys = readSealingKeys(freshSealingKey('one'))

test('what was sealed opens again for its owner, and two seals of the same words differ', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (owner, words) => {
      const first = seal(keys, owner, words)
      expect(unseal(keys, owner, first)).toBe(words)
      expect(seal(keys, owner, words).sealed.equals(first.sealed)).toBe(false)
    }),
  )
})

test('a bit that changed, another owner or another key opens nothing', () => {
  const sealed = seal(keys, 'a row', '19AB12345')
  for (let index = 0; index < sealed.sealed.length; index += 1) {
    const changed = Buffer.from(sealed.sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => unseal(keys, 'a row', { ...sealed, sealed: changed })).toThrow()
  }
  expect(() => unseal(keys, 'another row', sealed)).toThrow()
  expect(() => unseal(readSealingKeys(freshSealingKey('one')), 'a row', sealed)).toThrow()
  expect(() => unseal(readSealingKeys(freshSealingKey('two')), 'a row', sealed)).toThrow('“one” is not configured')
})

test('a key put first seals from then on, and the former still opens what it sealed', () => {
  const before = seal(keys, 'a row', 'words')
  const rotated: SealingKeys = [...readSealingKeys(freshSealingKey('two')), ...keys]

  expect(seal(rotated, 'a row', 'words').keyId).toBe('two')
  expect(unseal(rotated, 'a row', before)).toBe('words')
})

test('keys are read from a line or several, and refused when they are short, unnamed or named twice', () => {
  const written = `${freshSealingKey('b')}\n${freshSealingKey('a')}\n`
  expect(readSealingKeys(written).map(({ id, key }) => [id, key.length])).toEqual([
    ['b', 32],
    ['a', 32],
  ])
  for (const wrong of ['', 'a:00', `:${'0'.repeat(64)}`]) expect(() => readSealingKeys(wrong)).toThrow('hexadecimal')
  expect(() => readSealingKeys([freshSealingKey('a'), freshSealingKey('a')].join(','))).toThrow('same name')
})

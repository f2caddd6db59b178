import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { apiKeyDigest, freshToken, tokenHint } from './token.ts'

test('a key begins with esc_, carries 256 bits and is known by its SHA-256', () => {
  const { token, digest } = freshToken('esc_')

  expect(token).toMatch(/^esc_[A-Za-z0-9_-]{43}$/)
  expect(digest).toEqual(createHash('sha256').update(token).digest())
  expect(apiKeyDigest(token)).toEqual(digest)
})

test('no two tokens are the same', () => {
  const tokens = new Set(Array.from({ length: 200 }, () => freshToken('').token))

  expect(tokens.size).toBe(200)
})

test.each(['', 'esc_', 'esc_court', `esc_${'a'.repeat(44)}`, `ESC_${'a'.repeat(43)}`, ` esc_${'a'.repeat(43)}`])(
  '%j cannot be a key',
  (presented) => {
    expect(apiKeyDigest(presented)).toBeNull()
  },
)

test('the hint shows eight characters of a key', () => {
  expect(tokenHint('esc_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop_q')).toBe('esc_…op_q')
})

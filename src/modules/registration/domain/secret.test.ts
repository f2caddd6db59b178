import { expect, test } from 'vitest'
import { pagePath, pageSecret, secretDigest } from './secret.ts'

const root = 's'.repeat(32)

test('the secret of a page is 256 bits that only the root secret gives, the same each time it is needed', () => {
  const secret = pageSecret(root, 'one')

  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(pageSecret(root, 'one')).toBe(secret)
  expect(pagePath(secret)).toBe(`/inscription/suivi/${secret}`)
})

test('another application, another turn or another root secret gives another', () => {
  const secrets = [pageSecret(root, 'one'), pageSecret(root, 'two'), pageSecret(root, 'one', 2), pageSecret('t'.repeat(32), 'one')]

  expect(new Set(secrets.map((secret) => secretDigest(secret).toString('hex'))).size).toBe(4)
})

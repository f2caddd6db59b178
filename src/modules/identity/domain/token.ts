import { createHash, randomBytes } from 'node:crypto'

/** A secret given once and never kept: the database holds its SHA-256, which is enough because 256 random bits cannot be guessed. */
export type FreshToken = { readonly token: string; readonly digest: Buffer }

/** `prefix` tells people, and scanners of leaked secrets, what the token opens. */
export function freshToken(prefix: '' | 'esc_'): FreshToken {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, digest: tokenDigest(token) }
}

export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The digest of an API key as a client presents it, or null when it cannot be one of ours. */
export function apiKeyDigest(presented: string): Buffer | null {
  return /^esc_[A-Za-z0-9_-]{43}$/.test(presented) ? tokenDigest(presented) : null
}

/** Enough to recognise a key in a list, too little to use it. */
export function tokenHint(token: string): string {
  return `${token.slice(0, 4)}…${token.slice(-4)}`
}

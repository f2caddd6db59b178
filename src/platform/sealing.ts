import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A key of 256 bits, and the name stored beside whatever it sealed. */
export type SealingKey = { readonly id: string; readonly key: Buffer }

/** The first seals; all of them open. Another key is put first, and the former leaves once nothing is sealed with it. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]]

/** nonce (12 bytes), tag (16), ciphertext. */
export type Sealed = { readonly keyId: string; readonly sealed: Buffer }

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** How keys are written: `name:64 hexadecimal digits`, several separated by commas or lines. */
export const sealingKeysPattern = /^[A-Za-z0-9_-]{1,32}:[0-9a-fA-F]{64}(?:[,\s]+[A-Za-z0-9_-]{1,32}:[0-9a-fA-F]{64})*$/

/** @throws when `written` does not match `sealingKeysPattern`, or names a key twice */
export function readSealingKeys(written: string): SealingKeys {
  if (!sealingKeysPattern.test(written.trim())) throw new Error('sealing keys are written name:64 hexadecimal digits')
  const keys = written
    .trim()
    .split(/[,\s]+/)
    .map((one): SealingKey => {
      const [id = '', hexadecimal = ''] = one.split(':')
      return { id, key: Buffer.from(hexadecimal, 'hex') }
    })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('two sealing keys have the same name')
  return keys as unknown as SealingKeys
}

/** A key made by this machine, as `readSealingKeys` reads it. */
export function freshSealingKey(id: string): string {
  return `${id}:${randomBytes(32).toString('hex')}`
}

/**
 * Seals some words for one row, by AES-256-GCM (NIST SP 800-38D) with a nonce of its own.
 * @param owner whose words they are: sealed words moved to another row do not open
 */
export function seal([{ id, key }]: SealingKeys, owner: string, words: string): Sealed {
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(owner))
  const ciphertext = Buffer.concat([sealing.update(words, 'utf8'), sealing.final()])
  return { keyId: id, sealed: Buffer.concat([nonce, sealing.getAuthTag(), ciphertext]) }
}

/** @throws when the key is not among these, or when a bit of what was sealed, or its owner, has changed */
export function unseal(keys: SealingKeys, owner: string, { keyId, sealed }: Sealed): string {
  const known = keys.find(({ id }) => id === keyId)
  if (!known)
    throw new Error(`the sealing key “${keyId}” is not configured: give it back in ESCALE_SEALING_KEYS or in the file sealing-keys`)
  const opening = createDecipheriv(cipher, known.key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([opening.update(sealed.subarray(nonceLength + tagLength)), opening.final()]).toString('utf8')
}

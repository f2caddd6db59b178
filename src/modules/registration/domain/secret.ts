import { createHash, createHmac, hkdfSync } from 'node:crypto'

/**
 * The secret of an applicant's page. It is computed anew each time a letter needs it and kept nowhere: the database has its SHA-256 only,
 * so that whoever reads the database, or an outbox, cannot act in the place of the applicant.
 * @param turn counts from 1; another turn gives another secret, and the former link dies
 */
export function pageSecret(rootSecret: string, applicationId: string, turn = 1): string {
  const key = Buffer.from(hkdfSync('sha256', rootSecret, '', 'escale registration pages', 32))
  return createHmac('sha256', key).update(`${applicationId} ${turn}`).digest('base64url')
}

export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function pagePath(secret: string): string {
  return `/inscription/suivi/${secret}`
}

export function verificationPath(token: string): string {
  return `/inscription/adresse/${token}`
}

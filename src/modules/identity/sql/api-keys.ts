import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { ApiKey, ApiKeyId, KeyRole } from '../domain/membership.ts'

export async function listApiKeys(tx: Tx): Promise<ApiKey[]> {
  return tx
    .selectFrom('identity.apiKey as k')
    .leftJoin('identity.apiKeyUse as u', 'u.apiKeyId', 'k.id')
    .select(['k.id', 'k.name', 'k.tokenHint as hint', 'k.roles', 'k.createdAt', 'k.expiresAt', 'k.revokedAt', 'u.usedOn'])
    .orderBy('k.createdAt', 'desc')
    .orderBy('k.id')
    .$castTo<ApiKey>()
    .execute()
}

export type NewApiKey = {
  readonly name: string
  readonly roles: readonly KeyRole[]
  readonly expiresAt: Instant | null
  readonly tokenDigest: Buffer
  readonly tokenHint: string
}

export async function addApiKey(tx: Tx, key: NewApiKey): Promise<void> {
  await tx
    .insertInto('identity.apiKey')
    .values({ ...key, roles: [...key.roles] })
    .execute()
}

export async function revokeApiKey(tx: Tx, id: ApiKeyId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.apiKey')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

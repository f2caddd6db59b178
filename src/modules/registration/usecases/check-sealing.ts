import type { ClientBase } from 'pg'
import { type SealingKeys, unseal } from '#platform/sealing.ts'
import { sealOwner } from '../domain/passport.ts'
import { sealedPerKey } from '../sql/passports.ts'

/** A key with which passports are sealed, and whether it opens them here. Another key of the same name does not. */
export type SealingCheck = { readonly keyId: string; readonly count: number; readonly opens: boolean }

/** Whether the passports that are sealed can still be opened. Nothing that is opened leaves this function. */
export async function checkSealing(keys: SealingKeys, owner: Pick<ClientBase, 'query'>): Promise<SealingCheck[]> {
  const samples = await sealedPerKey(owner)
  return samples.map(({ keyId, count, applicationId, sealed }) => ({
    keyId,
    count,
    opens: doesOpen(keys, applicationId, { keyId, sealed }),
  }))
}

function doesOpen(keys: SealingKeys, applicationId: string, sealed: Parameters<typeof unseal>[2]): boolean {
  try {
    unseal(keys, sealOwner(applicationId), sealed)
    return true
  } catch {
    return false
  }
}

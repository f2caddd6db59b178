import type { Services } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { isSecret } from '../domain/pass.ts'
import { enterPocket } from '../sql/holder.ts'

/** One transaction of the holder of a pocket. They act for no organisation: the database shows them their own, and nothing else. */
export type HolderCtx = { readonly tx: Tx; readonly memberId: string; readonly now: Instant; readonly services: Services }

/** Runs in the pocket that a secret opens; null when it opens nothing, any more or at all: the three are one answer. */
export async function asHolder<Result>(
  services: Services,
  kind: 'device' | 'calendar',
  secret: string,
  run: (ctx: HolderCtx) => Promise<Result>,
): Promise<Result | null> {
  if (!isSecret(secret)) return null
  const now = services.now()
  return services.db.web.transaction().execute(async (tx) => {
    const memberId = await enterPocket(tx, kind, tokenDigest(secret), now)
    return memberId === null ? null : run({ tx, memberId, now, services })
  })
}

import type { OrganisationId } from '#platform/actor.ts'
import type { Money } from '#platform/pure/money.ts'

/** What one may read of one partner's spending. */
export type ReadableShare = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly cents: bigint
  readonly lineCount: number
}

export type ReadableShares = { readonly currency: string; readonly total: bigint; readonly shares: readonly ReadableShare[] }

type Sum = { readonly organisationId: OrganisationId; readonly organisationName: string; readonly total: Money; readonly lineCount: number }

/** Gathers sums by currency, then by partner: the reader's own organisation first, its partners in the order given. */
export function readableShares(sums: readonly Sum[], own: OrganisationId): ReadableShares[] {
  const byCurrency = Map.groupBy(sums, (sum) => sum.total.currency)
  return [...byCurrency].map(([currency, some]) => {
    const shares = [...Map.groupBy(some, (sum) => sum.organisationId)].map(([organisationId, theirs]) => ({
      organisationId,
      organisationName: theirs[0]?.organisationName ?? '',
      cents: theirs.reduce((cents, { total }) => cents + total.cents, 0n),
      lineCount: theirs.reduce((count, { lineCount }) => count + lineCount, 0),
    }))
    return {
      currency,
      total: shares.reduce((cents, share) => cents + share.cents, 0n),
      shares: shares.toSorted((a, b) => Number(b.organisationId === own) - Number(a.organisationId === own)),
    }
  })
}

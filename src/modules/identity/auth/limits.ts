import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'

export type TooManyTries = { readonly code: 'too_many_tries'; readonly minutes: number }

/** What is tried: a secret (code, password, second factor), the sending of a code, or a ceremony (passkey, identity provider). */
export type Trial = 'secret' | 'code' | 'ceremony'

const minute = 60

/**
 * Points and seconds of each bucket. `pair` is one address from one network; `address` from anywhere, wide enough that nobody
 * can lock a colleague out by typing their address; `network` for a whole town hall behind one address, where only failures
 * count in the end, because success gives its point back.
 */
const rules = {
  secret: { pair: [8, 15 * minute], address: [40, 60 * minute], network: [80, 15 * minute] },
  code: { pair: [5, 15 * minute], address: [15, 60 * minute], network: [60, 15 * minute] },
  ceremony: { pair: [60, 15 * minute], address: [200, 60 * minute], network: [80, 15 * minute] },
} as const satisfies Record<Trial, Record<string, readonly [number, number]>>

type Bucket = keyof (typeof rules)['secret']
const buckets: readonly Bucket[] = ['pair', 'address', 'network']

export type Limits = {
  /** Counts one try before it is made, in the database all processes share. @refuses too_many_tries */
  count(trial: Trial, who: string, network: string): Promise<Outcome<null, TooManyTries>>
  /** Gives the try back: it succeeded, and an honest morning at a large office must not close the door. */
  forgive(trial: Trial, who: string, network: string): Promise<void>
}

export function openLimits(pool: pg.Pool): Limits {
  const limiter = (trial: Trial, bucket: Bucket) => {
    const [points, duration] = rules[trial][bucket]
    return new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'auth',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: `${trial}:${bucket}`,
      points,
      duration,
    })
  }
  const limiters = new Map(
    (Object.keys(rules) as Trial[]).flatMap((trial) => buckets.map((bucket) => [`${trial}:${bucket}`, limiter(trial, bucket)] as const)),
  )
  return {
    count: async (trial, who, network) => {
      let wait = 0
      for (const bucket of buckets) {
        const refusal = await limiters
          .get(`${trial}:${bucket}`)
          ?.consume(keyOf(bucket, who, network))
          .then(() => null, asRefusal)
        wait = Math.max(wait, refusal?.msBeforeNext ?? 0)
      }
      return wait === 0 ? ok(null) : refused({ code: 'too_many_tries', minutes: Math.max(1, Math.ceil(wait / 60_000)) })
    },
    forgive: async (trial, who, network) => {
      for (const bucket of buckets) await limiters.get(`${trial}:${bucket}`)?.reward(keyOf(bucket, who, network))
    },
  }
}

function asRefusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

/** A digest: the table must not become a list of who tried to sign in. */
function keyOf(bucket: Bucket, who: string, network: string): string {
  const text = { pair: `${who}|${network}`, address: who, network }[bucket]
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}

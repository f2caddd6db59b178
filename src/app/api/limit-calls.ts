import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type ApiEnv, problemResponse } from '#platform/openapi.ts'

export const callsPerMinute = 600

/**
 * Lets a key call so many times a minute, in each process; a program in a loop must not slow the pages of its colleagues.
 * Keys fall into 65,536 buckets by their digest, so that inventing keys fills no memory: two real keys of one bucket, which is
 * rare, share its allowance.
 */
export function limitCalls(points = callsPerMinute): MiddlewareHandler<ApiEnv> {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (c, next) => {
    const left = await limiter.consume(bucketOf(c.req.header('authorization') ?? '')).catch(asRefusal)
    c.header('RateLimit-Policy', `"key";q=${points};w=60`)
    c.header('RateLimit', `"key";r=${left.remainingPoints};t=${seconds(left)}`)
    if (left.consumedPoints <= points) return next()
    c.header('Retry-After', String(seconds(left)))
    return problemResponse(c, 429, 'too_many_calls', { detail: `A key may call ${points} times a minute.` })
  }
}

function bucketOf(authorization: string): string {
  return createHash('sha256').update(authorization).digest('hex').slice(0, 4)
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}

function asRefusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

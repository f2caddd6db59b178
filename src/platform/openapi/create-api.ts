import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotFound } from '../actor.ts'
import { type Caller, type ConstraintProblem, type Ctx, type Services, act, readAs } from '../context.ts'
import type { Outcome, Refused } from '../pure/outcome.ts'
import { failureResponse, fieldErrors, keyRequired, problemResponse, sha256 } from './problems.ts'

export type ApiEnv = { Variables: { requestId: string; services: Services; caller: Caller } }

export type Api = OpenAPIHono<ApiEnv>

const largestBody = 1_000_000

/**
 * An API whose every call needs a key (`Authorization: Bearer …`), whose every error is a problem+json,
 * and whose input is checked against its published shape before anything runs. Operations are added with
 * `addRead` and `addWrite`; `sealApi` ends it.
 */
export function createApi(services: Services): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      // An identifier that cannot exist is one that does not exist.
      if (result.target === 'param') return problemResponse(c, 404, 'not_found')
      const target = result.target === 'query' || result.target === 'header' ? result.target : 'json'
      return problemResponse(c, 422, 'input_invalid', { errors: fieldErrors(result.error.issues, target) })
    },
  })
  api.use(async (c, next) => {
    c.set('services', services)
    if (!c.get('requestId')) c.set('requestId', crypto.randomUUID())
    const token = /^Bearer +([\x21-\x7E]{1,300})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (token === undefined) return keyRequired(c)
    c.set('caller', { kind: 'key', tokenDigest: sha256(token) })
    return next()
  })
  api.use(
    bodyLimit({ maxSize: largestBody, onError: (c) => problemResponse(c, 413, 'body_too_large', { details: { maxBytes: largestBody } }) }),
  )
  api.onError((error, c) => failureResponse(c, error))
  return api
}

/** To be called once all operations are there: whatever is left is an address that does not exist. */
export function sealApi(api: Api): Api {
  api.all('*', (c) => problemResponse(c, 404, 'not_found'))
  return api
}

/** Reads for the key of the call. The answer is a response when the key opens nothing. */
export function readForApi<Result>(c: Context<ApiEnv>, run: (ctx: Ctx) => Promise<Result>): Promise<Result | Response> {
  return refusingUnknownKeys(c, (noteEntry) =>
    readAs(c.get('services'), c.get('caller'), (ctx) => {
      noteEntry()
      return run(ctx)
    }),
  )
}

/** Runs a use-case for the key of the call: commits when it agrees, rolls back when it refuses. */
export function callApi<Value, Problem>(
  c: Context<ApiEnv>,
  run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>,
): Promise<Outcome<Value, Problem> | Refused<ConstraintProblem> | Response> {
  return refusingUnknownKeys(c, (noteEntry) =>
    act(c.get('services'), c.get('caller'), (ctx) => {
      noteEntry()
      return run(ctx)
    }),
  )
}

/** Entering fails with NotFound when the key is not a live one; the same error from further inside is a 404. */
async function refusingUnknownKeys<Result>(
  c: Context<ApiEnv>,
  enter: (noteEntry: () => void) => Promise<Result>,
): Promise<Result | Response> {
  let hasEntered = false
  try {
    return await enter(() => {
      hasEntered = true
    })
  } catch (error) {
    if (error instanceof NotFound && !hasEntered) return keyRequired(c)
    throw error
  }
}

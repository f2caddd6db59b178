import { type RouteConfig, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { ConstraintProblem, Ctx } from '../context.ts'
import { type OnceProblem, onceOnly } from '../once.ts'
import type { Outcome } from '../pure/outcome.ts'
import { type Api, type ApiEnv, callApi, readForApi } from './create-api.ts'
import { type Fields, type OperationDescription, describeOperation } from './describe-operation.ts'
import { type ProblemStatus, problemResponse, refusalResponse, sha256 } from './problems.ts'

type Parsed<Shape extends Fields> = Shape extends z.ZodObject ? z.output<Shape> : Record<string, never>

export type ReadOperation<Params extends Fields, Query extends Fields, Answer extends z.ZodType> = OperationDescription<
  Params,
  Query,
  Answer
>

export type WriteOperation<
  Params extends Fields,
  Query extends Fields,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> = OperationDescription<Params, Query, Answer> & {
  readonly method: 'post' | 'put' | 'patch' | 'delete'
  readonly body?: Body
  /** 201 when something was made that has an address of its own. */
  readonly status?: 200 | 201
  /** Codes this operation may refuse with, for the documentation; the status of one that is not here is 409. */
  readonly refusals?: Readonly<Record<string, 409 | 422>>
}

export type ReadInput<Params extends Fields, Query extends Fields> = { readonly params: Parsed<Params>; readonly query: Parsed<Query> }
export type WriteInput<Params extends Fields, Query extends Fields, Body extends z.ZodType | undefined> = ReadInput<Params, Query> & {
  readonly body: Body extends z.ZodType ? z.output<Body> : undefined
}

/** Adds a GET. `run` reads for the organisation of the key; NotFound and Forbidden become 404 and 403. */
export function addRead<Answer extends z.ZodType, Params extends Fields = undefined, Query extends Fields = undefined>(
  api: Api,
  operation: ReadOperation<Params, Query, Answer>,
  run: (ctx: Ctx, input: ReadInput<Params, Query>) => Promise<z.input<Answer>>,
): void {
  const route = describeOperation({ ...operation, method: 'get' }, {}, 200)
  addRoute(api, route, async (c) => {
    const result = await readForApi(c, (ctx) => run(ctx, inputOf(c)))
    return result instanceof Response ? result : c.json(operation.answer.parse(result) as object)
  })
}

/**
 * Adds an operation that changes something. With an `Idempotency-Key` header it has one effect however
 * often it is sent; the same key with another request is refused (draft-ietf-httpapi-idempotency-key-header).
 */
export function addWrite<
  Answer extends z.ZodType,
  Body extends z.ZodType | undefined = undefined,
  Params extends Fields = undefined,
  Query extends Fields = undefined,
>(
  api: Api,
  operation: WriteOperation<Params, Query, Body, Answer>,
  run: (ctx: Ctx, input: WriteInput<Params, Query, Body>) => Promise<Outcome<z.input<Answer>, { readonly code: string }>>,
): void {
  const status = operation.status ?? 200
  const body = operation.body ? { body: { required: true, content: { 'application/json': { schema: operation.body } } } } : {}
  const headers = z.object({
    'idempotency-key': z
      .string()
      .regex(/^[\x21-\x7E]{1,255}$/, 'idempotency_key_malformed')
      .optional()
      .openapi({ description: 'Any text of your choice, the same when a call is repeated.' }),
  })
  const route = describeOperation(operation, { ...body, headers }, status, operation.refusals)
  addRoute(api, route, async (c) => {
    const input = { ...inputOf(c), body: operation.body ? c.req.valid('json' as never) : undefined } as WriteInput<Params, Query, Body>
    const request = await onceRequest(c, operation.operationId)
    const answering = async (ctx: Ctx) => {
      const outcome = await run(ctx, input)
      return outcome.ok ? { ok: true as const, value: operation.answer.parse(outcome.value) } : outcome
    }
    const outcome = await callApi(c, (ctx) =>
      request ? onceOnly(ctx, { ...request, key: keyFor(ctx, request.key) }, () => answering(ctx)) : answering(ctx),
    )
    if (outcome instanceof Response) return outcome
    return outcome.ok
      ? c.json(outcome.value as object, status)
      : refusalResponse(c, outcome.problem, statusOf(outcome.problem, operation.refusals))
  })
}

function inputOf<Params extends Fields, Query extends Fields>(c: Context<ApiEnv>): ReadInput<Params, Query> {
  return { params: c.req.valid('param' as never), query: c.req.valid('query' as never) }
}

function statusOf(
  problem: { readonly code: string } | ConstraintProblem | OnceProblem,
  refusals: Readonly<Record<string, 409 | 422>> = {},
): ProblemStatus {
  return problem.code === 'request_key_reused' ? 422 : (refusals[problem.code] ?? 409)
}

/** What makes a call the same as another: the operation, its address and its body. */
async function onceRequest(c: Context<ApiEnv>, operationId: string): Promise<{ key: string; operation: string } | null> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  const url = new URL(c.req.url)
  const digest = sha256(`${c.req.method} ${url.pathname}${url.search}\n${await c.req.text()}`)
  return { key, operation: `${operationId} ${digest.toString('hex')}` }
}

/** Keys of callers are any text, and theirs alone: the UUID we keep is made from the organisation and the text (RFC 9562 version 8). */
function keyFor(ctx: Ctx, key: string): string {
  const hex = sha256(`${ctx.actor.organisationId} ${key}`).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The route's own types describe each response; ours are uniform, and are checked by the shapes themselves. */
function addRoute(api: Api, route: RouteConfig, handler: (c: Context<ApiEnv>) => Promise<Response>): void {
  api.openapi({ ...route, ...(route.request?.body ? { middleware: requireJson } : {}) }, handler as never)
}

/** Without this, a body of another type would be read as an empty object. */
const requireJson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')
  return isJson ? next() : problemResponse(c, 415, 'body_not_json', { detail: 'Send the body as application/json.' })
}

import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { DatabaseError } from 'pg'
import { z } from '@hono/zod-openapi'
import { Forbidden, NotFound } from '../actor.ts'
import type { ApiEnv } from './create-api.ts'

/** One value of the request that cannot be used: `pointer` (RFC 6901) in the body, or `parameter` of the address. */
export type FieldError = { readonly pointer?: string; readonly parameter?: string; readonly code: string; readonly detail: string }

/** RFC 9457. `code` is for programs; `details` holds what the refusal knows, amounts as texts. */
export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z
      .array(z.object({ pointer: z.string().optional(), parameter: z.string().optional(), code: z.string(), detail: z.string() }))
      .optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Problem')

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503

export type ProblemExtras = {
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  readonly details?: Readonly<Record<string, unknown>>
}

/** The only way an error leaves the API. */
export function problemResponse(c: Context<ApiEnv>, status: ContentfulStatusCode, code: string, extras: ProblemExtras = {}): Response {
  const body = {
    type: `urn:escale:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    requestId: c.get('requestId'),
    ...extras,
  }
  const text = JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  return c.body(text, status, { 'content-type': 'application/problem+json' })
}

/** A refusal by a rule, its other properties as details. */
export function refusalResponse(c: Context<ApiEnv>, problem: { readonly code: string }, status: ProblemStatus): Response {
  const { code, ...others } = problem
  const details = Object.entries(others).filter(([key]) => key !== 'isConstraint')
  return problemResponse(c, status, code, details.length > 0 ? { details: Object.fromEntries(details) } : {})
}

/** A key that is missing, unknown, expired or revoked: which of these is nobody's business. RFC 6750 §3. */
export function keyRequired(c: Context<ApiEnv>): Response {
  c.header('www-authenticate', c.req.header('authorization') ? 'Bearer realm="Escale", error="invalid_token"' : 'Bearer realm="Escale"')
  return problemResponse(c, 401, 'key_required', { detail: 'Send a valid API key: Authorization: Bearer esc_…' })
}

/** Foreign and missing things are the same 404; what is a fault of ours carries the request number and nothing else. */
export function failureResponse(c: Context<ApiEnv>, error: unknown): Response {
  if (error instanceof NotFound) return problemResponse(c, 404, 'not_found')
  if (error instanceof Forbidden) return problemResponse(c, 403, 'forbidden')
  if (error instanceof HTTPException && error.status < 500)
    return problemResponse(c, error.status as ContentfulStatusCode, codeOf(error.status), { detail: error.message })
  c.get('services').log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'an API call failed')
  return isUnavailable(error) ? problemResponse(c, 503, 'unavailable') : problemResponse(c, 500, 'fault')
}

function codeOf(status: number): string {
  return { 400: 'body_malformed', 413: 'body_too_large', 415: 'body_not_json' }[status] ?? 'request_malformed'
}

/** The database cannot be reached, is full, or is being restarted: the same call may work in a moment. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(?:08|53|57)/.test(error.code ?? '')
  return error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'].includes(String(error.code))
}

/** Each issue on its field. A message of the shape that looks like a code is the code; otherwise the kind of the issue. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], target: 'json' | 'query' | 'header'): FieldError[] {
  return issues.map((issue) => {
    const code = /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : issue.code
    const path = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))
    return target === 'json'
      ? { pointer: `#${path.map((step) => `/${step}`).join('')}`, code, detail: issue.message }
      : { parameter: path.join('.'), code, detail: issue.message }
  })
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

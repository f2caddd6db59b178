import { type RouteConfig, createRoute, type z } from '@hono/zod-openapi'
import { problemShape } from './problems.ts'

export type Fields = z.ZodObject | undefined
/** What every operation says of itself, whatever it does. */
export type OperationDescription<Params extends Fields, Query extends Fields, Answer extends z.ZodType> = {
  /** '/missions/{missionId}', below the root of the API. */
  readonly path: string
  /** Unique, verb first: 'listMissions'. Names the method in generated clients and the row in the permission matrix. */
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  /** The noun it belongs to. */
  readonly tag: string
  readonly params?: Params
  readonly query?: Query
  /** Everything that leaves passes through it: a property that is not in the shape is dropped. */
  readonly answer: Answer
}

const problems: Readonly<Record<number, string>> = {
  401: 'The API key is missing or not valid.',
  403: 'The roles of the key do not permit this.',
  404: 'There is no such thing for this organisation.',
  409: 'A rule says no; `code` says which.',
  422: 'Something sent cannot be used; `errors` says what.',
}

/** The published contract of an operation: its shapes, its key, and the problems it may answer with. */
export function describeOperation(
  operation: OperationDescription<Fields, Fields, z.ZodType> & { readonly method: RouteConfig['method'] },
  request: NonNullable<RouteConfig['request']>,
  status: 200 | 201,
  refusals: Readonly<Record<string, 409 | 422>> = {},
): RouteConfig {
  const { method, path, operationId, summary, description, tag, params, query, answer } = operation
  const codes = (wanted: number) => Object.keys(refusals).filter((code) => refusals[code] === wanted)
  const refused = (wanted: number, sentence: string) =>
    codes(wanted).length > 0 ? `${sentence} Codes: ${codes(wanted).join(', ')}.` : sentence
  const failures = Object.entries(problems).filter(([code]) => code !== '409' || method !== 'get')
  return createRoute({
    method,
    path,
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: [{ apiKey: [] }],
    request: { ...request, ...(params ? { params } : {}), ...(query ? { query } : {}) },
    responses: {
      [status]: { description: status === 201 ? 'Made.' : 'Done.', content: { 'application/json': { schema: answer } } },
      ...Object.fromEntries(
        failures.map(([code, sentence]) => [
          code,
          { description: refused(Number(code), sentence), content: { 'application/problem+json': { schema: problemShape } } },
        ]),
      ),
    },
  })
}

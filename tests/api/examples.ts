import { expectations } from '#tests/permissions/api-expectations.ts'
import { apiDocument, buildApi } from '#app/api.ts'
import type { Services } from '#platform/context.ts'
import { listOperations } from '#platform/openapi.ts'
import type { Answer, Call, Door } from './door.ts'
import { type Holder, type Stranger, holders } from './keyring.ts'
import { named, type Objects } from './objects.ts'

/** Every operation there is, without a server: operations are known before anybody calls. */
export const api = buildApi({} as Services)
export const document = apiDocument(api)
export const operations = listOperations(api)
export type ListedOperation = (typeof operations)[number]

export function expectationOf({ operationId }: ListedOperation) {
  return expectations[operationId]
}

/** Operations that change something and have an example: those without one are reported by the matrix. */
export const writes = operations.filter((operation) => operation.method !== 'get' && expectationOf(operation) !== undefined)

/** Where and what the example of an operation calls; `objects` are those it is about. */
export function exampleOf(operation: ListedOperation, objects: Objects): { path: string; call: Call & { body?: Record<string, unknown> } } {
  const { params = {}, query = '', body } = expectationOf(operation) ?? {}
  const values = named(params, objects) as Record<string, string>
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  const given = body === undefined ? {} : { body: named(body, objects) as Record<string, unknown> }
  return { path: `/api/v1${path}${query}`, call: { method: operation.method.toUpperCase(), ...given } }
}

/** Whose call is accepted, the officer of the Département first. */
export function allowedHolder(operation: ListedOperation): Holder {
  const answers = expectationOf(operation)?.answers ?? []
  const accepted = holders.filter((_, index) => (answers[index] ?? 500) < 300)
  const best = accepted.at(-1)
  if (!best) throw new Error(`no key may call ${operation.operationId} as in its example`)
  return best
}

/** Makes the calls that must come before, then nothing. */
export async function prepare(door: Door, operation: ListedOperation, objects: Objects): Promise<void> {
  for (const [who, operationId] of expectationOf(operation)?.after ?? []) {
    const earlier = operations.find((known) => known.operationId === operationId)
    if (!earlier) throw new Error(`${operationId} is not an operation`)
    const { path, call } = exampleOf(earlier, objects)
    const answer = await door.call(who, path, call)
    if (answer.status >= 300) throw new Error(`${operationId} was to be prepared, and answered ${answer.status} ${answer.text}`)
  }
}

/** What may differ between two answers that say the same: the number of the request. */
export function withoutNumber({ status, json, text }: Answer): unknown {
  return json === undefined ? { status, text } : { status, json: { ...json, requestId: undefined } }
}

export type Caller = Holder | Stranger

import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { assert, ok, type Outcome, refused } from './pure/outcome.ts'

/** One request: `key` (a UUID) travels with the form or the call; `operation` says what it does, and with what if that matters. */
export type RequestOnce = { readonly key: string; readonly operation: string }

export type OnceProblem = { readonly code: 'request_key_reused' }

/**
 * Runs a use-case once per key. The second arrival, even at the same moment, waits for the first and
 * receives its answer; nothing runs again. A refusal rolls everything back and leaves no trace, so the
 * same form may be corrected and sent again under the same key.
 *
 * The answer is kept as JSON, 24 hours: plain objects, lists, texts, numbers, booleans, null and bigint.
 * @refuses request_key_reused when the key served another operation, account or organisation
 */
export async function onceOnly<Value, Problem>(
  ctx: Ctx,
  request: RequestOnce,
  run: () => Promise<Outcome<Value, Problem>>,
): Promise<Outcome<Value, Problem | OnceProblem>> {
  // While another transaction holds the key, the insert waits for it to end; then it conflicts, or takes its place.
  const { rows } = await sql<{ id: string }>`
    insert into app.request_once (id, account_id, organisation_id, operation)
    values (${request.key}, ${ctx.actor.accountId}, ${ctx.actor.organisationId}, ${request.operation})
    on conflict (id) do nothing returning id`.execute(ctx.tx)
  if (rows.length === 0) return earlierAnswer(ctx, request)
  const outcome = await run()
  if (!outcome.ok) return outcome
  await ctx.tx
    .updateTable('app.requestOnce')
    .set({ answer: writeAnswer(outcome.value) })
    .where('id', '=', request.key)
    .execute()
  return outcome
}

async function earlierAnswer<Value>(ctx: Ctx, request: RequestOnce): Promise<Outcome<Value, OnceProblem>> {
  const earlier = await ctx.tx
    .selectFrom('app.requestOnce')
    .select(['accountId', 'operation', sql<string | null>`answer::text`.as('answer')])
    .where('id', '=', request.key)
    .executeTakeFirst()
  // Another organisation's row is not visible at all.
  if (!earlier || earlier.accountId !== ctx.actor.accountId || earlier.operation !== request.operation)
    return refused({ code: 'request_key_reused' })
  assert(earlier.answer !== null, 'a request that committed has left its answer')
  return ok(readAnswer(earlier.answer) as Value)
}

const BIGINT_KEY = '$bigint'

/** JSON in which a bigint is `{"$bigint": "…"}`; keys of ours that begin with a dollar get another one. */
export function writeAnswer(value: unknown): string {
  return JSON.stringify(tag(value)) ?? 'null'
}

/** The inverse of `writeAnswer`. `undefined` comes back as null, or as an absent key. */
export function readAnswer(text: string): unknown {
  return untag(JSON.parse(text))
}

function tag(value: unknown): unknown {
  if (typeof value === 'bigint') return { [BIGINT_KEY]: String(value) }
  if (Array.isArray(value)) return value.map(tag)
  if (typeof value !== 'object' || value === null) return value
  assert(isPlain(value), 'an answer holds plain values only')
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.startsWith('$') ? `$${key}` : key, tag(member)]))
}

function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag)
  if (typeof value !== 'object' || value === null) return value
  if (BIGINT_KEY in value) return BigInt(String(value[BIGINT_KEY]))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.startsWith('$$') ? key.slice(1) : key, untag(member)]))
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

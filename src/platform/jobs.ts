import { sql } from 'kysely'
import type { Tx } from './db.ts'

/**
 * Names and payloads of the background tasks. Each module adds its own by declaration merging:
 * `declare module '#platform/jobs.ts' { interface JobPayloads { 'calls.send-receipt': { proposalId: ProposalId } } }`.
 */
export interface JobPayloads {
  'platform.send-mail': { readonly mailId: string }
  'platform.forget-old-requests': NoPayload
  'platform.forget-old-mail': NoPayload
  'platform.forget-old-imports': NoPayload
  'platform.sweep-files': NoPayload
  'platform.recover-jobs': NoPayload
}

/** Of the tasks that the calendar starts. */
export type NoPayload = Readonly<Record<string, unknown>>

export type JobName = keyof JobPayloads

export type Jobs = {
  /** Queues a task in the transaction of the change that asks for it: no commit, no job. `key` replaces a waiting job of the same key. */
  enqueue<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    options?: { readonly key?: string; readonly runAt?: string },
  ): Promise<void>
}

export function jobsIn(tx: Tx): Jobs {
  return {
    enqueue: async (name, payload, options = {}) => {
      await sql`select app.enqueue(${name}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz)`.execute(
        tx,
      )
    },
  }
}

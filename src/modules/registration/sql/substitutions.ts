import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Application, ApplicationId, Words } from '../domain/application.ts'
import { successorStates } from '../domain/substitution.ts'
import { listApplications } from './applications.ts'

/** Who may take the place of someone: the other applicants of the same sender that were read and are not over. */
export async function listSuccessors(
  tx: Tx,
  { id, missionId, organisationId }: Pick<Application, 'id' | 'missionId' | 'organisationId'>,
): Promise<Application[]> {
  const open = await listApplications(tx, missionId, { states: successorStates, organisationId, limit: 500 })
  return open.filter((other) => other.id !== id)
}

export type NewSubstitution = {
  readonly formerId: string
  readonly successorId: ApplicationId
  /** Of a person named anew; null for someone who applied. */
  readonly named: { readonly words: Words; readonly secretDigest: Buffer } | null
  readonly reason: string
}

/** False when either is no longer where it was: nothing of it may be kept. */
export async function substitutePlace(tx: Tx, { formerId, successorId, named, reason }: NewSubstitution, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select registration.substitute(${formerId}, ${successorId}, ${named && JSON.stringify(named.words)}::jsonb, ${named?.secretDigest ?? null}, ${reason}, ${now}) as is_done`.execute(
    tx,
  )
  return rows[0]?.isDone === true
}

/** Both letters and both places; false once one of the letters has left. */
export async function undoSubstitution(tx: Tx, applicationId: string, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isUndone: boolean }>`
    select registration.undo_substitution(${applicationId}, ${now}) as is_undone`.execute(tx)
  return rows[0]?.isUndone === true
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Members one sends, who are now another card of one’s directory: what a merge of two cards changes, and what undoing it gives back. */
export async function moveMembers(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'person') return {}
  const rows = only && (only['delegations.member'] ?? [])
  const moved = await sql<{ id: string }>`select delegations.rename_person(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'delegations.member': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const memberReferences: CardReferences = { module: 'delegations', columns: ['delegations.member.person_id'], move: moveMembers }

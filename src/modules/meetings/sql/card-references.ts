import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Whom one met is now another card of one's directory. */
export async function moveKeptContacts(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'person') return {}
  const rows = only && (only['meetings.kept_contact'] ?? [])
  const moved = await sql<{ id: string }>`select meetings.rename_person(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'meetings.kept_contact': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const contactReferences: CardReferences = {
  module: 'meetings',
  columns: ['meetings.kept_contact.person_id'],
  move: moveKeptContacts,
}

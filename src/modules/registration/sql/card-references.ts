import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Applicants whose card is now another one of the directory. */
export async function moveContacts(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'person') return {}
  const rows = only && (only['registration.application_contact'] ?? [])
  const moved = await sql<{ id: string }>`select registration.rename_person(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'registration.application_contact': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const applicantReferences: CardReferences = {
  module: 'registration',
  columns: ['registration.application_contact.person_id'],
  move: moveContacts,
}

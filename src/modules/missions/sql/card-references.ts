import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Partners of the missions one leads, and contacts one shares with a room, under another card of the directory. */
export async function moveCards(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind === 'person') {
    const rows = only && (only['missions.shared_contact'] ?? [])
    const moved = await sql<{ id: string }>`select missions.rename_contact(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
    return { 'missions.shared_contact': moved.rows.map(({ id }) => id) }
  }
  const rows = only && (only['missions.partner'] ?? [])
  const moved = await sql<{ id: string }>`select missions.rename_partner(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'missions.partner': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const partnerReferences: CardReferences = {
  module: 'missions',
  columns: ['missions.partner.organisation_id', 'missions.shared_contact.person_id'],
  move: moveCards,
}

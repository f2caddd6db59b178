import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Partners of the missions one leads under another card of the directory. */
export async function movePartners(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'organisation') return {}
  const rows = only && (only['missions.partner'] ?? [])
  const moved = await sql<{ id: string }>`select missions.rename_partner(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'missions.partner': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const partnerReferences: CardReferences = { module: 'missions', columns: ['missions.partner.organisation_id'], move: movePartners }

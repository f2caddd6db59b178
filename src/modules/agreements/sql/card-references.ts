import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Parties of one’s agreements under another card of the directory: the same party, also of what was signed. */
export async function moveParties(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'organisation') return {}
  const rows = only && (only['agreements.party'] ?? [])
  const moved = await sql<{ id: string }>`select agreements.rename_party(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'agreements.party': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const partyReferences: CardReferences = { module: 'agreements', columns: ['agreements.party.party_id'], move: moveParties }

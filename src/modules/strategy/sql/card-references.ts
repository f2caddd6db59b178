import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Who shares destinations of one’s strategies, under another card of the directory. */
export async function moveSharers(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'organisation') return {}
  const rows = only && (only['strategy.destination'] ?? [])
  const moved = await sql<{ id: string }>`select strategy.rename_sharer(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'strategy.destination': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const sharerReferences: CardReferences = { module: 'strategy', columns: ['strategy.destination.shared_with_id'], move: moveSharers }

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { CardKind, Merge, MergeId, MovedRows } from '../domain/merge.ts'
import type { CardRows } from './card-rows.ts'

export type MergeRow = {
  readonly kind: CardKind
  readonly keptId: string
  readonly goneId: string
  readonly goneName: string
  /** The version the merge left the card in: undoing it would lose what was written since. */
  readonly keptVersion: number
  readonly keptBefore: CardRows
  readonly goneBefore: CardRows
  /** By module. */
  readonly moved: Readonly<Record<string, MovedRows>>
  readonly mergedAt: Instant
}

const asJson = ({ card, affiliations, identifiers }: CardRows) =>
  sql`jsonb_build_object('card', ${card}::jsonb, 'affiliations', ${affiliations}::jsonb, 'identifiers', ${identifiers}::jsonb)`

export async function insertMerge(tx: Tx, merge: MergeRow): Promise<MergeId> {
  const { rows } = await sql<{ id: MergeId }>`
    insert into directory.merge (kind, kept_id, gone_id, gone_name, kept_version, kept_before, gone_before, moved, merged_at)
      values (${merge.kind}, ${merge.keptId}, ${merge.goneId}, ${merge.goneName}, ${merge.keptVersion}, ${asJson(merge.keptBefore)},
        ${asJson(merge.goneBefore)}, ${JSON.stringify(merge.moved)}::jsonb, ${merge.mergedAt}) returning id`.execute(tx)
  return rows[0]!.id
}

export type SavedMerge = MergeRow & { readonly id: MergeId; readonly undoneAt: Instant | null }

/** Locks a merge while it is undone. Rows are read as texts, so that nothing on the way renames or rounds what they hold. */
export async function lockMerge(tx: Tx, mergeId: string): Promise<SavedMerge | null> {
  const { rows } = await sql<
    Omit<SavedMerge, 'keptBefore' | 'goneBefore' | 'moved'> &
      Record<'moved' | `${'kept' | 'gone'}${'Card' | 'Affiliations' | 'Identifiers'}`, string>
  >`
    select id, kind, kept_id, gone_id, gone_name, kept_version, merged_at, undone_at, moved::text as moved,
           (kept_before -> 'card')::text as kept_card, (kept_before -> 'affiliations')::text as kept_affiliations, (kept_before -> 'identifiers')::text as kept_identifiers,
           (gone_before -> 'card')::text as gone_card, (gone_before -> 'affiliations')::text as gone_affiliations, (gone_before -> 'identifiers')::text as gone_identifiers
      from directory.merge where id = ${mergeId} for no key update`.execute(tx)
  const [row] = rows
  if (!row) return null
  return {
    ...row,
    moved: JSON.parse(row.moved) as MergeRow['moved'],
    keptBefore: { card: row.keptCard, affiliations: row.keptAffiliations, identifiers: row.keptIdentifiers },
    goneBefore: { card: row.goneCard, affiliations: row.goneAffiliations, identifiers: row.goneIdentifiers },
  }
}

export async function markUndone(tx: Tx, mergeId: string, now: Instant): Promise<void> {
  await tx.updateTable('directory.merge').set({ undoneAt: now }).where('id', '=', mergeId).execute()
}

/** The latest merges, with the name the card that stayed has today. */
export async function listMerges(tx: Tx, limit: number): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select m.id, m.kind, m.kept_id, m.gone_name, m.merged_at, m.undone_at, coalesce(o.name, trim(p.given_name || ' ' || p.family_name)) as kept_name
      from directory.merge m left join directory.person p on p.id = m.kept_id left join directory.organisation o on o.id = m.kept_id
      order by m.merged_at desc, m.id desc limit ${limit}`.execute(tx)
  return rows
}

/** What a merge remembers of someone goes when they go. */
export async function forgetMergesOf(tx: Tx, cardId: string): Promise<void> {
  await sql`delete from directory.merge where kept_id = ${cardId} or gone_id = ${cardId}`.execute(tx)
}

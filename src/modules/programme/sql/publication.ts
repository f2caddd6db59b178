import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Publication, PublicProgramme } from '../domain/publication.ts'

export async function loadPublication(tx: Tx, missionId: string): Promise<Publication | null> {
  const { rows } = await sql<Publication>`
    select p.slug, p.is_open, p.version, array(select i.item_id from programme.public_item i where i.mission_id = p.mission_id order by i.item_id) as item_ids
      from programme.publication p where p.mission_id = ${missionId}`.execute(tx)
  return rows[0] ?? null
}

export async function savePublication(tx: Tx, missionId: string, page: Pick<Publication, 'slug' | 'isOpen'>): Promise<void> {
  await tx
    .insertInto('programme.publication')
    .values({ missionId, ...page })
    .onConflict((conflict) => conflict.column('missionId').doUpdateSet(page))
    .execute()
}

/** Makes these items public and no others. `since` is the last release, for those that were not public yet. */
export async function savePublicItems(tx: Tx, missionId: string, itemIds: readonly string[], since: number): Promise<void> {
  const chosen = [...itemIds]
  await sql`delete from programme.public_item where mission_id = ${missionId} and item_id <> all (${chosen}::uuid[])`.execute(tx)
  await sql`insert into programme.public_item (item_id, mission_id, since) select i, ${missionId}::uuid, ${since} from unnest(${chosen}::uuid[]) i
    on conflict do nothing`.execute(tx)
}

/** What is published at an address. Whoever reads it is nobody, so this does not pass through an actor. As text: the names inside are ours already. */
export async function readPublished({ web }: Pick<Databases, 'web'>, slug: string): Promise<PublicProgramme | null> {
  const { rows } = await sql<{ programme: string | null }>`select programme.published_at(${slug})::text as programme`.execute(web)
  const [row] = rows
  return row?.programme ? (JSON.parse(row.programme) as PublicProgramme) : null
}

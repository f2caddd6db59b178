import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { City } from '../domain/city.ts'

const columns = ['c.id', 'c.geonamesId', 'c.name', 'c.names', 'c.country', 'c.longitude', 'c.latitude', 'c.timeZone'] as const

/** Every city we ship, in the alphabetical order of French readers. */
export async function listCities(tx: Tx): Promise<City[]> {
  const rows = await tx
    .selectFrom('directory.city as c')
    .select(columns)
    .orderBy(sql`app.fold(c.names ->> 'fr')`)
    .orderBy('c.id')
    .execute()
  return rows as City[]
}

export async function loadCity(tx: Tx, cityId: string): Promise<City | null> {
  const row = await tx.selectFrom('directory.city as c').select(columns).where('c.id', '=', cityId).executeTakeFirst()
  return (row as City | undefined) ?? null
}

/**
 * The city of exactly this name, in any language we know it in, whatever the accents and capitals.
 * Null when there is none, and when several share the name: a guess would be worse than a question.
 */
export async function findCityByName(tx: Tx, text: string): Promise<City | null> {
  const rows = await tx
    .selectFrom('directory.city as c')
    .select(columns)
    .where(
      sql<boolean>`app.fold(btrim(${text})) in (select app.fold(n) from jsonb_each_text(c.names) as each_name (language, n) union all select app.fold(c.name))`,
    )
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0] as City) : null
}

import { sql } from 'kysely'
import type { AccountId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

/** Someone of the acting organisation who is to see, before departures, to things that are still to do. */
export type ItemHolder = { readonly accountId: AccountId; readonly name: string; readonly itemCount: number }

const entrusted = sql`
  select i.id, i.owner_account_id, i.owner_name
    from departure.own_requirements((select coalesce(array_agg(distinct mission_id), '{}') from departure.item
           where state = 'to_do' and owner_account_id is not null)) r
    join departure.item i on i.id = r.item_id and i.owner_account_id is not null
   where r.state = 'to_do'`

/** Who is to see to what is still asked of the acting organisation's people. */
export async function listItemHolders(tx: Tx): Promise<ItemHolder[]> {
  const { rows } = await sql<ItemHolder>`
    select owner_account_id as account_id, max(owner_name) as name, count(*)::int as item_count
      from (${entrusted}) held group by 1 order by 2, 1`.execute(tx)
  return rows
}

/** What one person is still to see to passes to another, terms unchanged. How many things. */
export async function passItems(tx: Tx, from: AccountId, to: { readonly accountId: AccountId; readonly name: string }): Promise<number> {
  const { numAffectedRows } = await sql`
    update departure.item set owner_account_id = ${to.accountId}, owner_name = ${to.name}
      where owner_account_id = ${from} and id in (select id from (${entrusted}) held)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import type { TravelOrder, TravelOrderId } from '../domain/travel-order.ts'

/** The register of the acting organisation, or what it holds for one mission or for some members: the latest number first. */
export async function listOrders(
  tx: Tx,
  missionId: string | null = null,
  memberIds: readonly string[] | null = null,
): Promise<TravelOrder[]> {
  const { rows } = await sql<TravelOrder>`
    select o.id, o.mission_id, coalesce(m.title, (o.facts::jsonb) -> 'missionTitle') as mission_title, o.member_id,
           (o.facts::jsonb) ->> 'givenName' as given_name, (o.facts::jsonb) ->> 'familyName' as family_name,
           o.year, o.number, o.issued_on, o.valid_from, o.valid_until, o.state, o.withdrawn_on, o.withdrawn_because
      from departure.travel_order o
      left join missions.pub_mission m on m.id = o.mission_id
      where (${missionId}::uuid is null or o.mission_id = ${missionId})
        and (${memberIds}::uuid[] is null or o.member_id = any (${memberIds}::uuid[]))
      order by o.year desc, o.number desc
      limit 1000`.execute(tx)
  return rows
}

/** The frozen text of an order and what became of it; null for anyone else's, as for none. */
export async function loadOrder(
  tx: Tx,
  orderId: string,
): Promise<{ id: TravelOrderId; missionId: string; facts: string; digest: Buffer; state: TravelOrder['state'] } | null> {
  const row = await tx
    .selectFrom('departure.travelOrder')
    .select(['id', 'missionId', 'facts', 'digest', 'state'])
    .where('id', '=', orderId)
    .$castTo<{ id: TravelOrderId; missionId: string; facts: string; digest: Buffer; state: TravelOrder['state'] }>()
    .executeTakeFirst()
  return row ?? null
}

/** The next number of the register for a year. Numbers of one organisation are given one transaction after the other. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('departure.travel_order' || app.actor_organisation(), 0))`.execute(tx)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from departure.travel_order where year = ${year} and organisation_id = app.actor_organisation()`.execute(
    tx,
  )
  return rows[0]?.next ?? 1
}

export type NewOrder = {
  readonly missionId: string
  readonly memberId: MemberId
  readonly year: number
  readonly number: number
  readonly issuedOn: LocalDate
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate
  readonly facts: string
  readonly digest: Buffer
}

export async function insertOrders(tx: Tx, orders: readonly NewOrder[]): Promise<TravelOrderId[]> {
  const rows = await tx
    .insertInto('departure.travelOrder')
    .values([...orders])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id as TravelOrderId)
}

export async function withdrawOrder(tx: Tx, orderId: TravelOrderId, on: LocalDate, because: string): Promise<void> {
  await tx
    .updateTable('departure.travelOrder')
    .set({ state: 'withdrawn', withdrawnOn: on, withdrawnBecause: because })
    .where('id', '=', orderId)
    .execute()
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import type { BookingId, Segment, SegmentDraft, SegmentId } from '../domain/segment.ts'

/** How people travel: what the acting organisation arranged, and what partners share, in the order of departures. */
export async function listSegments(tx: Tx, missionId: string, segmentId: string | null = null): Promise<Segment[]> {
  const { rows } = await sql<Segment>`
    select s.id, s.organisation_id, o.name as organisation_name, s.is_shared, s.mode, s.carrier, s.number, s.from_place, s.to_place,
           s.departs_at, s.departs_zone, s.arrives_at, s.arrives_zone, s.seats, s.note, s.version, b.id as booking_id,
           case when b.id is not null then jsonb_build_object('label', b.label, 'locator', b.locator) end as booking,
           coalesce((select array_agg(p.member_id order by p.member_id) from departure.passenger p where p.segment_id = s.id), '{}') as member_ids
      from departure.segment s
      join directory.pub_organisation o on o.id = s.organisation_id
      left join departure.booking b on b.id = s.booking_id
      where s.mission_id = ${missionId} and (${segmentId}::uuid is null or s.id = ${segmentId})
      order by s.departs_at, s.id`.execute(tx)
  return rows
}

/** One of those, and nobody else changes it before the end of the transaction when it is one's own. */
export async function lockSegment(tx: Tx, missionId: string, segmentId: string): Promise<Segment | null> {
  await sql`select from departure.segment where id = ${segmentId} and organisation_id = app.actor_organisation() for no key update`.execute(
    tx,
  )
  const [segment] = await listSegments(tx, missionId, segmentId)
  return segment ?? null
}

export async function insertSegment(tx: Tx, missionId: string, draft: SegmentDraft): Promise<SegmentId> {
  const { id } = await tx
    .insertInto('departure.segment')
    .values({ missionId, ...draft })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as SegmentId
}

export async function updateSegment(tx: Tx, id: SegmentId, draft: SegmentDraft): Promise<void> {
  await tx.updateTable('departure.segment').set(draft).where('id', '=', id).execute()
}

export async function deleteSegment(tx: Tx, id: SegmentId): Promise<void> {
  await tx.deleteFrom('departure.segment').where('id', '=', id).execute()
}

/** The acting organisation's people aboard are these, and no other; those of the others stay. */
export async function savePassengers(tx: Tx, missionId: string, segment: Segment, memberIds: readonly MemberId[]): Promise<void> {
  await sql`
    delete from departure.passenger
      where segment_id = ${segment.id} and organisation_id = app.actor_organisation() and member_id <> all (${[...memberIds]}::uuid[])`.execute(
    tx,
  )
  if (memberIds.length === 0) return
  const { departsAt, arrivesAt } = segment
  await tx
    .insertInto('departure.passenger')
    .values(memberIds.map((memberId) => ({ missionId, segmentId: segment.id, memberId, departsAt, arrivesAt })))
    .onConflict((conflict) => conflict.columns(['segmentId', 'memberId']).doNothing())
    .execute()
}

export type Booking = { readonly id: BookingId; readonly label: string; readonly locator: string }

/** The groups of the acting organisation on a mission, with their locators. */
export async function listBookings(tx: Tx, missionId: string): Promise<Booking[]> {
  return tx
    .selectFrom('departure.booking')
    .select(['id', 'label', 'locator'])
    .where('missionId', '=', missionId)
    .orderBy('label')
    .orderBy('id')
    .$castTo<Booking>()
    .execute()
}

export async function insertBooking(tx: Tx, missionId: string, booking: Omit<Booking, 'id'>): Promise<BookingId> {
  const { id } = await tx
    .insertInto('departure.booking')
    .values({ missionId, ...booking })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as BookingId
}

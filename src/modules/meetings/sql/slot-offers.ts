import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { SlotOffer } from '../domain/slot-offer.ts'

/** The offers that stand, as far as the acting organisation may read them. */
export async function listOffers(tx: Tx, eventId: string): Promise<SlotOffer[]> {
  return tx
    .selectFrom('meetings.slotOffer')
    .where('eventId', '=', eventId)
    .where('state', '<>', 'withdrawn')
    .select(['id', 'wishId', 'slotIds', 'state', 'chosenSlotId'])
    .orderBy('id')
    .$castTo<SlotOffer>()
    .execute()
}

export type NewOffer = {
  readonly missionId: string
  readonly eventId: string
  readonly wishId: string
  readonly hostId: string
  readonly slotIds: readonly string[]
  readonly offeredAt: Instant
}

export async function insertOffer(tx: Tx, { slotIds, ...offer }: NewOffer): Promise<void> {
  await tx
    .insertInto('meetings.slotOffer')
    .values({ ...offer, slotIds: [...slotIds] })
    .execute()
}

/** Whether it was chosen or not: the request waits for other slots, or for none. */
export async function withdrawOffers(tx: Tx, wishId: string): Promise<void> {
  await tx
    .updateTable('meetings.slotOffer')
    .set({ state: 'withdrawn' })
    .where('wishId', '=', wishId)
    .where('state', '<>', 'withdrawn')
    .execute()
}

/** @returns false when the offer is over, or the slot is not one of the three */
export async function chooseSlot(tx: Tx, hostId: string, offerId: string, slotId: string, now: Instant): Promise<boolean> {
  const { rows } = await sql<{
    isChosen: boolean
  }>`select meetings.choose_slot_for(${hostId}, ${offerId}, ${slotId}, ${now}) as is_chosen`.execute(tx)
  return rows[0]?.isChosen === true
}

export async function chooseSlotByLink(
  web: Databases['web'],
  digest: Buffer,
  offerId: string,
  slotId: string,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    isChosen: boolean
  }>`select meetings.choose_slot_by_link(${digest}, ${offerId}, ${slotId}, ${now}) as is_chosen`.execute(web)
  return rows[0]?.isChosen === true
}

export async function offersOfLink({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<SlotOffer[]> {
  const { rows } = await sql<{ offers: SlotOffer[] }>`select meetings.offers_of_link(${digest}, ${now}) as offers`.execute(web)
  return rows[0]?.offers ?? []
}

import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { EarlierContact } from '../domain/affinity.ts'

type ContactRow = { readonly participantId: string; readonly otherId: string; readonly isHeld: boolean }

/** Whom each participant of an event came across before, or one of them, as far as the actor may read it: by the id of the one, then of the other. */
export async function listEarlierContacts(
  tx: Tx,
  eventId: string,
  participantId: string | null,
  now: Instant,
): Promise<ReadonlyMap<string, ReadonlyMap<string, EarlierContact>>> {
  const { rows } = await sql<ContactRow>`
    select participant_id, other_id, is_held from meetings.earlier_contacts(${eventId}, ${participantId}, ${now})`.execute(tx)
  const byOne = Map.groupBy(rows, (row) => row.participantId)
  return new Map([...byOne].map(([id, met]) => [id, new Map(met.map(({ otherId, isHeld }) => [otherId, contactOf(isHeld)]))]))
}

/** The same for the holder of a link, with the country of its company; null when the link does not open. */
export async function contactsOfLink(
  { web }: Pick<Databases, 'web'>,
  digest: Buffer,
  now: Instant,
): Promise<{ readonly country: string | null; readonly contacts: ReadonlyMap<string, EarlierContact> } | null> {
  const { rows } = await sql<{
    known: { country: string | null; contacts: Readonly<Record<string, boolean>> } | null
  }>`select meetings.contacts_of_link(${digest}, ${now}) as known`.execute(web)
  const known = rows[0]?.known
  if (!known) return null
  return { country: known.country, contacts: new Map(Object.entries(known.contacts).map(([id, isHeld]) => [id, contactOf(isHeld)])) }
}

function contactOf(isHeld: boolean): EarlierContact {
  return isHeld ? 'met_before' : 'same_event_before'
}

import { sql } from 'kysely'
import type { AccountId } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { ContentDigest, DeliveredFile } from '#platform/files.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Appointment, Pocket } from '../domain/agenda.ts'
import type { PocketEvent } from '../domain/events.ts'

type Web = Pick<Databases, 'web'>

/** Opens the pocket for the rest of the transaction; the member, or null when the secret opens nothing. */
export async function enterPocket(tx: Tx, kind: 'device' | 'calendar', digest: Buffer, now: Instant): Promise<string | null> {
  const { rows } = await sql<{ memberId: string | null }>`select pocket.enter(${kind}, ${digest}, ${now}) as member_id`.execute(tx)
  return rows[0]?.memberId ?? null
}

/** What the open pocket holds. As text: the names inside are those of the database, and are ours already. */
export async function loadPocket(tx: Tx): Promise<Pocket | null> {
  const { rows } = await sql<{
    facts: string | null
  }>`select (pocket.facts() || jsonb_build_object('changelog', pocket.changelog(), 'meetings', pocket.meetings()))::text as facts`.execute(
    tx,
  )
  const [row] = rows
  return row?.facts ? (JSON.parse(row.facts) as Pocket) : null
}

/** The one-to-one meetings of the open pocket, as its calendar says them: those called off too. As text, like all that a pocket holds. */
export async function listAppointments(tx: Tx): Promise<Appointment[]> {
  const { rows } = await sql<{ appointments: string }>`select pocket.appointments()::text as appointments`.execute(tx)
  return rows[0] ? (JSON.parse(rows[0].appointments) as Appointment[]) : []
}

/** A document of the open pocket, as it is delivered; null when the pocket holds no such document. */
export async function findDocument(tx: Tx, id: string): Promise<(DeliveredFile & { readonly sha256: ContentDigest }) | null> {
  type Row = Omit<DeliveredFile, 'sizeBytes'> & { readonly sha256: ContentDigest; readonly sizeBytes: bigint }
  const { rows } = await sql<Row>`
    select name, media_type, size_bytes, encode(sha256, 'hex') as sha256 from pocket.documents() where id = ${id}`.execute(tx)
  return rows[0] ? { ...rows[0], sizeBytes: Number(rows[0].sizeBytes) } : null
}

export type LinkLetter = {
  readonly givenName: string
  readonly familyName: string
  readonly organisationName: string
  readonly title: Localized
}

/** Whose pocket a link opens. Whoever holds it is nobody yet, so this does not pass through an actor. */
export async function readLinkLetter({ web }: Web, digest: Buffer, now: Instant): Promise<LinkLetter | null> {
  const { rows } = await sql<LinkLetter>`select * from pocket.link_letter(${digest}, ${now})`.execute(web)
  return rows[0] ?? null
}

export async function openByLink({ web }: Web, link: Buffer, secret: Buffer, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isOpen: boolean }>`select pocket.open_by_link(${link}, ${secret}, ${now}) as is_open`.execute(web)
  return rows[0]?.isOpen === true
}

/** A journey that an account may take in its pocket. */
export type OwnJourney = {
  readonly memberId: string
  readonly missionId: string
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly organisationName: string
}

export async function listJourneys({ web }: Web, accountId: AccountId): Promise<OwnJourney[]> {
  const { rows } = await sql<OwnJourney>`select * from pocket.journeys_of(${accountId})`.execute(web)
  return rows
}

export async function openByAccount({ web }: Web, accountId: AccountId, memberId: string, secret: Buffer, now: Instant): Promise<boolean> {
  const { rows } = await sql<{
    isOpen: boolean
  }>`select pocket.open_by_account(${accountId}, ${memberId}, ${secret}, ${now}) as is_open`.execute(web)
  return rows[0]?.isOpen === true
}

export async function closePocket({ web }: Web, secret: Buffer, now: Instant): Promise<void> {
  await sql`select pocket.close(${secret}, ${now})`.execute(web)
}

/** How the calendar of the open pocket follows: a new secret address, none any more, invitations or not. */
export async function chooseCalendar(
  tx: Tx,
  event: PocketEvent,
  choice: { readonly address?: Buffer | null; readonly invitations?: boolean },
  now: Instant,
): Promise<void> {
  const { address, invitations } = choice
  await sql`select pocket.choose_calendar(${event}, ${address ?? null}, ${address === null}, ${invitations ?? null}, ${now})`.execute(tx)
}

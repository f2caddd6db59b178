import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { ClosedLink, OpenedLink } from '../domain/answer-link.ts'
import type { Allowance, Degree, Wish, WishState } from '../domain/wish.ts'

/** What is wished, of the whole event or by one participant, as far as the acting organisation may read it. */
export async function listWishes(tx: Tx, eventId: string, participantId?: string): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    select id, participant_id, about_id, degree, state, motive, asked_at, expires_at, answered_at, reason from meetings.wish
      where event_id = ${eventId} and (${participantId ?? null}::uuid is null or participant_id = ${participantId ?? null}) order by asked_at, id`.execute(
    tx,
  )
  return rows
}

export type ReceivedRequest = {
  readonly id: string
  readonly aboutId: string
  readonly participantId: string
  readonly name: string
  readonly city: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly offers: readonly string[]
  readonly needs: readonly string[]
  readonly state: WishState
  readonly motive: string
  readonly expiresAt: Instant
  readonly reason: string | null
}

/** What is asked of one participant. */
export async function listReceivedRequests(tx: Tx, eventId: string, aboutId: string): Promise<ReceivedRequest[]> {
  const { rows } = await sql<ReceivedRequest>`
    select id, about_id, participant_id, name, city, country, sectors, offers, needs, state, motive, expires_at, reason
      from meetings.received_request where event_id = ${eventId} and about_id = ${aboutId} order by asked_at, id`.execute(tx)
  return rows
}

export type WishRow = { readonly aboutId: string; readonly degree: Degree | ''; readonly motive: string }

/** Writes wishes in this order, or takes back those of an empty degree. @returns false when wishes are closed or one was answered already */
export async function putWishes(tx: Tx, participantId: string, wishes: readonly WishRow[], now: Instant): Promise<boolean> {
  const { rows } = await sql<{ arePut: boolean }>`
    select coalesce(bool_and(meetings.put_wish(${participantId}, (d.value ->> 'aboutId')::uuid, d.value ->> 'degree', d.value ->> 'motive', ${now})), true) as are_put
      from jsonb_array_elements(${JSON.stringify(wishes)}::jsonb) with ordinality as d`.execute(tx)
  return rows[0]?.arePut === true
}

export type AnswerRow = { readonly wishId: string; readonly accepts: boolean; readonly reason: string }

/** @returns false when one of the requests is not open any more */
export async function answerRequests(tx: Tx, answers: readonly AnswerRow[], now: Instant): Promise<boolean> {
  const { rows } = await sql<{ areAnswered: boolean }>`
    select coalesce(bool_and(meetings.answer_request((d.value ->> 'wishId')::uuid, (d.value ->> 'accepts')::boolean, d.value ->> 'reason', ${now})), true) as are_answered
      from jsonb_array_elements(${JSON.stringify(answers)}::jsonb) with ordinality as d`.execute(tx)
  return rows[0]?.areAnswered === true
}

/** Closes what is past its term, and gives it back. */
export async function expireRequests(run: Tx | Databases['web'], eventId: string, now: Instant): Promise<void> {
  await sql`select meetings.expire_requests(${eventId}, ${now})`.execute(run)
}

export async function listAllowances(tx: Tx, eventId: string): Promise<Allowance[]> {
  const { rows } = await sql<Allowance>`
    select a.participant_id, a.request_quota, a.meeting_quota, a.requested, a.accepted
      from meetings.allowance a join meetings.participant p on p.id = a.participant_id where p.event_id = ${eventId} order by app.fold(p.name), p.id`.execute(
    tx,
  )
  return rows
}

export type NewLink = {
  readonly eventId: string
  readonly missionId: string
  readonly participantId: string
  readonly tokenDigest: Buffer
  readonly language: Locale
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

/** The link that stood before ends: one participant has one way in. */
export async function replaceLink(tx: Tx, link: NewLink): Promise<void> {
  await endLink(tx, link.participantId, link.madeAt)
  await tx.insertInto('meetings.answerLink').values(link).execute()
}

export async function endLink(tx: Tx, participantId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('meetings.answerLink')
    .set({ revokedAt: now })
    .where('participantId', '=', participantId)
    .where('revokedAt', 'is', null)
    .execute()
}

export async function loadStandingLink(tx: Tx, participantId: string): Promise<{ madeAt: Instant; expiresAt: Instant } | null> {
  const row = await tx
    .selectFrom('meetings.answerLink')
    .where('participantId', '=', participantId)
    .where('revokedAt', 'is', null)
    .select(['madeAt', 'expiresAt'])
    .$castTo<{ madeAt: Instant; expiresAt: Instant }>()
    .executeTakeFirst()
  return row ?? null
}

/** By the digest of its token: the holder of the link is nobody, so this passes through no actor. */
export async function openLink({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<OpenedLink | ClosedLink | null> {
  const { rows } = await sql<{ opened: OpenedLink | null }>`select meetings.open_link(${digest}, ${now}) as opened`.execute(web)
  return rows[0]?.opened ?? null
}

export async function answerByLink(
  web: Databases['web'],
  digest: Buffer,
  answer: { wishId: string; accepts: boolean; reason: string },
  now: Instant,
): Promise<boolean> {
  const { wishId, accepts, reason } = answer
  const { rows } = await sql<{
    isAnswered: boolean
  }>`select meetings.answer_by_link(${digest}, ${wishId}, ${accepts}, ${reason}, ${now}) as is_answered`.execute(web)
  return rows[0]?.isAnswered === true
}

export async function wishByLink(
  web: Databases['web'],
  digest: Buffer,
  wish: { readonly aboutId: string; readonly degree: Degree | ''; readonly motive: string },
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    isPut: boolean
  }>`select meetings.wish_by_link(${digest}, ${wish.aboutId}, ${wish.degree}, ${wish.motive}, ${now}) as is_put`.execute(web)
  return rows[0]?.isPut === true
}

export async function awayByLink(
  web: Databases['web'],
  digest: Buffer,
  representativeId: string,
  slotIds: readonly string[],
  now: Instant,
): Promise<boolean> {
  const slots = [...slotIds]
  const { rows } = await sql<{
    isSaved: boolean
  }>`select meetings.away_by_link(${digest}, ${representativeId}, ${slots}::uuid[], ${now}) as is_saved`.execute(web)
  return rows[0]?.isSaved === true
}

import { sql } from 'kysely'
import type pg from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { PublicDesk } from '../domain/desk.ts'
import type { Request, RequestFacts, RequestId, RequestLine, RequestSource, RequestState } from '../domain/request.ts'

export type RequestFilter = { readonly states: readonly RequestState[]; readonly limit: number }

/** Requests in these states, the latest first. */
export async function listRequests(tx: Tx, { states, limit }: RequestFilter): Promise<RequestLine[]> {
  return tx
    .selectFrom('visits.request')
    .where('state', 'in', states)
    .select(['id', 'number', 'source', 'receivedAt', 'asker', 'askerKind', 'country', 'city', 'headName', 'headCapacity', 'peopleCount'])
    .select(['wishedFrom', 'wishedTo', 'topics', 'purpose', 'state', 'decidedAt', 'missionId', 'redirectedTo'])
    .orderBy('receivedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .$castTo<RequestLine>()
    .execute()
}

/** How many requests are in each state; a state without any is absent. */
export async function countRequests(tx: Tx): Promise<Partial<Record<RequestState, number>>> {
  const rows = await tx
    .selectFrom('visits.request')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

export async function loadRequest(tx: Tx, id: string): Promise<Request | null> {
  const row = await tx
    .selectFrom('visits.request')
    .where('id', '=', id)
    .select(['id', 'number', 'source', 'receivedAt', 'language', 'asker', 'askerKind', 'country', 'city', 'contactName', 'contactEmail'])
    .select(['contactPhone', 'headName', 'headCapacity', 'peopleCount', 'wishedFrom', 'wishedTo', 'topics', 'purpose', 'original', 'state'])
    .select(['decidedAt', 'decidedByName', 'reason', 'redirectedTo', 'duplicateOf', 'missionId', 'version'])
    .executeTakeFirst()
  return (row as Request | undefined) ?? null
}

/** The request of the acting organisation that a visit answers, if one was made. */
export async function findRequestOfMission(tx: Tx, missionId: MissionId): Promise<Pick<Request, 'id' | 'number'> | null> {
  const row = await tx.selectFrom('visits.request').where('missionId', '=', missionId).select(['id', 'number']).executeTakeFirst()
  return (row as Pick<Request, 'id' | 'number'> | undefined) ?? null
}

/** Locks a request, so that two colleagues who answer it at once give one answer. */
export async function lockRequest(tx: Tx, id: string): Promise<Request | null> {
  await sql`select from visits.request where id = ${id} for no key update`.execute(tx)
  return loadRequest(tx, id)
}

export type NewRequest = RequestFacts & { readonly source: RequestSource; readonly receivedAt: Instant; readonly original: string }

export async function addRequest(tx: Tx, request: NewRequest): Promise<RequestId> {
  const { rows } = await sql<{ number: number }>`select visits.next_number(app.actor_organisation()) as number`.execute(tx)
  const { id } = await tx
    .insertInto('visits.request')
    .values({ ...request, number: rows[0]?.number ?? 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as RequestId
}

export type Decision = {
  readonly state: Exclude<RequestState, 'received'>
  readonly decidedAt: Instant
  readonly decidedByName: string
  readonly reason?: string | null
  readonly redirectedTo?: string
  readonly duplicateOf?: RequestId
  readonly missionId?: MissionId
}

export async function saveDecision(tx: Tx, id: RequestId, decision: Decision): Promise<void> {
  await tx.updateTable('visits.request').set(decision).where('id', '=', id).execute()
}

/** What whoever holds the address of a desk reads; null when no desk has it. */
export async function openDeskAt({ web }: Databases, slug: string): Promise<PublicDesk | null> {
  const { rows } = await sql<PublicDesk>`select organisation_name, is_open, welcome from visits.desk_at(${slug})`.execute(web)
  return rows[0] ?? null
}

export type Received = { readonly number: number | null; readonly refusal: 'desk_closed' | 'too_many_requests' | null }

/** Leaves a request at a desk, for someone without an account. The same key twice is one request. */
export async function receiveRequest(
  { web }: Databases,
  slug: string,
  {
    key,
    networkDigest,
    now,
    facts,
  }: { readonly key: string; readonly networkDigest: Buffer; readonly now: Instant; readonly facts: RequestFacts },
): Promise<Received> {
  const columns = {
    language: facts.language,
    asker: facts.asker,
    asker_kind: facts.askerKind,
    country: facts.country,
    city: facts.city,
    contact_name: facts.contactName,
    contact_email: facts.contactEmail,
    contact_phone: facts.contactPhone,
    head_name: facts.headName,
    head_capacity: facts.headCapacity,
    people_count: facts.peopleCount,
    wished_from: facts.wishedFrom,
    wished_to: facts.wishedTo,
    topics: facts.topics,
    purpose: facts.purpose,
  }
  const { rows } = await sql<Received>`
    select number, refusal from visits.receive(${slug}, ${key}, ${networkDigest}, ${now}, ${JSON.stringify(columns)}::jsonb)`.execute(web)
  return rows[0] ?? { number: null, refusal: 'desk_closed' }
}

/** What those who answer are told of a new request, and for whom. For the background task, which acts for nobody. */
export type ToldRequest = {
  readonly organisationId: OrganisationId
  readonly number: number
  readonly asker: string
  readonly city: string
  readonly language: Locale
}

export async function loadToldRequest(owner: Pick<pg.ClientBase, 'query'>, id: string): Promise<ToldRequest | null> {
  const { rows } = await owner.query<ToldRequest>(
    `select organisation_id as "organisationId", number, asker, city, language from visits.request where id = $1`,
    [id],
  )
  return rows[0] ?? null
}

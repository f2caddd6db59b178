import { sql } from 'kysely'
import type pg from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Application, ApplicationContact, ApplicationId, ApplicationState, Category } from '../domain/application.ts'

export type ApplicationFilter = {
  readonly states?: readonly ApplicationState[]
  readonly organisationId?: string
  readonly category?: Category
  readonly ids?: readonly string[]
  readonly limit?: number
  readonly offset?: number
}

const applicationFacts = sql`
  a.id, a.mission_id, a.organisation_id, o.name as organisation_name, a.link_kind, a.state, a.language, a.given_name, a.family_name, a.category,
  a.represents, a.capacity, a.answers, a.created_at, a.changed_at, a.submitted_at, a.verified_at, a.endorsed_at, a.waiting_since, a.decided_name, a.reason, a.member_id,
  case when a.state = 'waiting' then (select count(*)::int from registration.application w where w.mission_id = a.mission_id
    and w.organisation_id = a.organisation_id and w.state = 'waiting' and (w.waiting_since, w.id) <= (a.waiting_since, a.id)) end as waiting_rank`

/**
 * Applications that the acting organisation may read: its own, and once endorsed those of the missions it organises. Those that wait longest
 * come first; what was only begun is its applicant's.
 */
export async function listApplications(tx: Tx, missionId: string, filter: ApplicationFilter = {}): Promise<Application[]> {
  const { states, organisationId, category, ids, limit = 100, offset = 0 } = filter
  const { rows } = await sql<Application>`
    select ${applicationFacts}
      from registration.application a join directory.pub_organisation o on o.id = a.organisation_id
      where a.mission_id = ${missionId} and (a.state <> 'draft' or a.submitted_at is not null)
        and (${states ? [...states] : null}::text[] is null or a.state = any (${states ? [...states] : null}::text[]))
        and (${organisationId ?? null}::uuid is null or a.organisation_id = ${organisationId ?? null})
        and (${category ?? null}::text is null or a.category = ${category ?? null})
        and (${ids ? [...ids] : null}::uuid[] is null or a.id = any (${ids ? [...ids] : null}::uuid[]))
      order by a.waiting_since nulls last, a.changed_at, a.id limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

/** The same in the order of their ids, page by page. @param after the last id of the page before; null for the first */
export async function pageApplications(
  tx: Tx,
  missionId: string,
  state: ApplicationState | null,
  after: string | null,
  limit: number,
): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${applicationFacts}
      from registration.application a join directory.pub_organisation o on o.id = a.organisation_id
      where a.mission_id = ${missionId} and (a.state <> 'draft' or a.submitted_at is not null)
        and (${state}::text is null or a.state = ${state}) and (${after}::uuid is null or a.id > ${after})
      order by a.id limit ${limit}`.execute(tx)
  return rows
}

export type StateCount = { readonly organisationId: OrganisationId; readonly state: ApplicationState; readonly count: number }

/** How many the acting organisation may read, by sender and state. */
export async function countApplications(tx: Tx, missionId: string): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    select a.organisation_id, a.state, count(*)::int as count from registration.application a
      where a.mission_id = ${missionId} and (a.state <> 'draft' or a.submitted_at is not null) group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

export async function loadApplication(tx: Tx, missionId: string, applicationId: string): Promise<Application | null> {
  const [application] = await listApplications(tx, missionId, { ids: [applicationId] })
  return application ?? null
}

/** The same, locked until the end of the transaction, one after the other in the order of their ids. */
export async function lockApplications(tx: Tx, missionId: string, ids: readonly string[]): Promise<Application[]> {
  await sql`select from registration.application a where a.mission_id = ${missionId} and a.id = any (${[...ids]}::uuid[])
    order by a.id for no key update`.execute(tx)
  return listApplications(tx, missionId, { ids, limit: ids.length })
}

/** How to reach the applicant; null when another organisation sends them. */
export async function loadContact(tx: Tx, applicationId: string): Promise<ApplicationContact | null> {
  const row = await tx
    .selectFrom('registration.applicationContact')
    .where('applicationId', '=', applicationId)
    .select(['email', 'phone', 'personId'])
    .executeTakeFirst()
  return row ?? null
}

export async function nameCard(tx: Tx, applicationId: string, personId: string | null): Promise<void> {
  await tx.updateTable('registration.applicationContact').set({ personId }).where('applicationId', '=', applicationId).execute()
}

export type Move = {
  readonly state: ApplicationState
  readonly changedAt: Instant
  readonly decidedName: string | null
  readonly reason?: string | null
  readonly endorsedAt?: Instant | null
  readonly waitingSince?: Instant | null
}

/** Moves an application; who may take which step is the database's to check too. */
export async function moveApplication(tx: Tx, applicationId: string, move: Move): Promise<void> {
  await tx.updateTable('registration.application').set(move).where('id', '=', applicationId).execute()
}

/** Gives a place, and makes the member. Who decided is written by the same hand. */
export async function givePlace(tx: Tx, applicationId: string, decidedName: string, now: Instant): Promise<void> {
  await tx.updateTable('registration.application').set({ decidedName }).where('id', '=', applicationId).execute()
  await sql`select registration.approve(${applicationId}, ${now})`.execute(tx)
}

/** Takes it back before anybody was told. */
export async function takePlaceBack(
  tx: Tx,
  applicationId: string,
  former: { readonly state: ApplicationState; readonly waitingSince: Instant | null },
  now: Instant,
): Promise<void> {
  await sql`select registration.take_place_back(${applicationId}, ${former.state}, ${former.waitingSince}, ${now})`.execute(tx)
}

/** By the organisation that sends them. False when there is nobody to withdraw. */
export async function withdrawFor(tx: Tx, applicationId: string, now: Instant): Promise<boolean> {
  const { rows } = await sql<{
    isWithdrawn: boolean
  }>`select registration.withdraw_for(${applicationId}, ${now}) as is_withdrawn`.execute(tx)
  return rows[0]?.isWithdrawn === true
}

/** Someone who may be the applicant: another application, or someone who travels already. */
export type Namesake = {
  readonly kind: 'application' | 'member'
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly represents: string | null
  readonly organisationName: string
  readonly isSameAddress: boolean
}

/** Who has the same name or, among one's own, the same address; as far as the acting organisation may read. The public is told nothing of it. */
export async function listNamesakes(tx: Tx, application: Pick<Application, 'id' | 'missionId' | 'memberId'>): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`
    with wanted as (
      select a.id, a.mission_id, app.fold(a.family_name || '|' || a.given_name) as name, c.email
        from registration.application a left join registration.application_contact c on c.application_id = a.id where a.id = ${application.id}
    )
    select 'application' as kind, a.id, a.given_name, a.family_name, a.represents, o.name as organisation_name, coalesce(c.email = w.email, false) as is_same_address
      from wanted w
      join registration.application a on a.mission_id = w.mission_id and a.id <> w.id and a.state not in ('draft', 'withdrawn')
      join directory.pub_organisation o on o.id = a.organisation_id
      left join registration.application_contact c on c.application_id = a.id
      where app.fold(a.family_name || '|' || a.given_name) = w.name or c.email = w.email
    union all
    select 'member', m.id, m.given_name, m.family_name, m.represents, o.name, false
      from wanted w
      join delegations.pub_member m on m.mission_id = w.mission_id and m.id is distinct from ${application.memberId}
      join directory.pub_organisation o on o.id = m.organisation_id
      where app.fold(m.family_name || '|' || m.given_name) = w.name
    order by 1, 6, 4, 3, 2 limit 20`.execute(tx)
  return rows
}

/** Someone listed in two sub-delegations under the same name and organisation: counted twice unless someone mends it. */
export type CountedTwice = {
  readonly givenName: string
  readonly familyName: string
  readonly represents: string | null
  readonly members: readonly { readonly id: string; readonly organisationName: string }[]
}

export async function listCountedTwice(tx: Tx, missionId: string): Promise<CountedTwice[]> {
  const { rows } = await sql<CountedTwice>`
    select min(m.given_name) as given_name, min(m.family_name) as family_name, min(m.represents) as represents,
           jsonb_agg(jsonb_build_object('id', m.id, 'organisationName', o.name) order by o.name, m.id) as members
      from delegations.pub_member m join directory.pub_organisation o on o.id = m.organisation_id
      where m.mission_id = ${missionId}
      group by app.fold(m.family_name || '|' || m.given_name), app.fold(coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end, ''))
      having count(distinct m.organisation_id) > 1
      order by 2, 1 limit 100`.execute(tx)
  return rows
}

export type Promoted = { readonly applicationId: ApplicationId; readonly formerWaitingSince: Instant }

/** Gives the places that are free to those who wait, in their order. For the background task. */
export async function promoteWaiting(
  owner: Pick<pg.ClientBase, 'query'>,
  missionId: string,
  organisationId: OrganisationId,
  now: Instant,
): Promise<Promoted[]> {
  const { rows } = await owner.query<Promoted>(
    `select application_id as "applicationId", former_waiting_since as "formerWaitingSince" from registration.promote($1, $2, $3)`,
    [missionId, organisationId, now],
  )
  return rows
}

/** An application as a background task tells it. */
export type ToldApplication = {
  readonly id: ApplicationId
  readonly missionId: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly givenName: string
  readonly familyName: string
  readonly language: Locale
  readonly state: ApplicationState
  readonly title: Localized
}

export async function loadToldApplication(owner: Pick<pg.ClientBase, 'query'>, id: string): Promise<ToldApplication | null> {
  const { rows } = await owner.query<ToldApplication>(
    `select a.id, a.mission_id as "missionId", a.organisation_id as "organisationId", o.name as "organisationName", a.given_name as "givenName",
            a.family_name as "familyName", a.language, a.state, m.title
       from registration.application a
       join directory.pub_organisation o on o.id = a.organisation_id
       join missions.pub_mission m on m.id = a.mission_id
      where a.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** Uses of links older than a day. */
export async function forgetKnocks(owner: Pick<pg.ClientBase, 'query'>, now: Instant): Promise<void> {
  await owner.query(`delete from registration.knock where knocked_at < $1::timestamptz - interval '1 day'`, [now])
}

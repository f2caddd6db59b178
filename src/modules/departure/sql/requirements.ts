import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { FileId } from '#platform/files.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Assignment, Marking } from '../domain/marking.ts'
import type { ItemId, PartnerReadiness, PassportTerm, Requirement, RequirementKey, RequirementKind } from '../domain/requirement.ts'

/** What is asked of the acting organisation's people on a mission, and where each thing stands. */
export async function listRequirements(tx: Tx, missionId: string, memberId: string | null = null): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    select r.member_id, r.kind, r.country, r.due_on, r.state, i.done_on, coalesce(i.reference, '') as reference, i.file_id, i.because,
           i.owner_account_id, i.owner_name, coalesce(i.version, 0) as version
      from departure.own_requirements(array[${missionId}::uuid]) r
      left join departure.item i on i.id = r.item_id
      where ${memberId}::uuid is null or r.member_id = ${memberId}
      order by r.due_on, r.kind, r.country, r.member_id`.execute(tx)
  return rows
}

/** A document that proves what someone needed to leave. */
export type EvidenceKept = Pick<Requirement, 'memberId' | 'kind' | 'country' | 'doneOn'> & {
  readonly id: ItemId
  readonly missionId: string
  readonly missionTitle: Localized
}

/** The documents kept for some members of the acting organisation, the latest first. */
export async function listEvidence(tx: Tx, memberIds: readonly string[]): Promise<EvidenceKept[]> {
  const { rows } = await sql<EvidenceKept>`
    select i.id, i.mission_id, m.title as mission_title, i.member_id, i.kind, i.country, i.done_on
      from departure.item i join missions.pub_mission m on m.id = i.mission_id
      where i.member_id = any (${memberIds}::uuid[]) and i.file_id is not null
      order by i.done_on desc, i.id limit 200`.execute(tx)
  return rows
}

/** What the passport of one of the acting organisation's people is worth for each country of a mission, when they told it. */
export async function listPassportTerms(tx: Tx, missionId: string, memberId: string): Promise<PassportTerm[]> {
  const { rows } = await sql<PassportTerm>`
    select country, valid_until, is_long_enough from departure.own_passport_terms(array[${missionId}::uuid])
      where member_id = ${memberId} order by country`.execute(tx)
  return rows
}

/** How many people of each partner travel, and how many are ready: figures, and nothing behind them. */
export async function readReadiness(tx: Tx, missionId: string): Promise<PartnerReadiness[]> {
  const { rows } = await sql<PartnerReadiness>`
    select organisation_id, person_count, ready_count from departure.readiness(array[${missionId}::uuid]) order by organisation_id`.execute(
    tx,
  )
  return rows
}

/** Of each mission, how many of the acting organisation's people wait for something else than the mandate, which the ribbon asks for itself. */
export async function waitingOfMissions(tx: Tx, missionIds: readonly string[]): Promise<Map<string, number>> {
  if (missionIds.length === 0) return new Map()
  const { rows } = await sql<{ missionId: string; count: number }>`
    select mission_id, count(distinct member_id)::int as count from departure.own_requirements(${[...missionIds]}::uuid[])
      where state = 'to_do' and kind <> 'special_mandate' group by mission_id`.execute(tx)
  return new Map(rows.map(({ missionId, count }) => [missionId, count]))
}

/** Nobody else marks the requirements of this mission's people before the end of the transaction. */
export async function lockItems(tx: Tx, missionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`departure ${missionId}`} || app.actor_organisation(), 0))`.execute(tx)
}

type Change = { readonly missionId: string; readonly key: RequirementKey }

/** Says what became of some requirements; what was said before of their evidence is replaced. */
export async function markItems(tx: Tx, changes: readonly Change[], marking: Marking, fileId: FileId | null): Promise<void> {
  const said = {
    state: marking.state,
    doneOn: marking.state === 'done' ? marking.doneOn : null,
    reference: marking.state === 'done' ? marking.reference : '',
    fileId: marking.state === 'done' ? fileId : null,
    because: marking.state === 'not_needed' ? marking.because : null,
  }
  await upsert(tx, changes, said)
}

/** Gives some requirements an owner and a term. Another term is called to mind anew. */
export async function assignItems(tx: Tx, changes: readonly Change[], { owner, dueOn }: Assignment): Promise<void> {
  const forgotten = { remindedBeforeAt: null, remindedDueAt: null }
  await upsert(tx, changes, { ownerAccountId: owner?.accountId ?? null, ownerName: owner?.name ?? null, dueOn, ...forgotten })
}

async function upsert(tx: Tx, changes: readonly Change[], values: Record<string, unknown>): Promise<void> {
  await tx
    .insertInto('departure.item')
    .values(changes.map(({ missionId, key }) => ({ missionId, memberId: key.memberId, kind: key.kind, country: key.country, ...values })))
    .onConflict((conflict) => conflict.constraint('one_item_per_requirement').doUpdateSet(values))
    .execute()
}

/** Something that a person owes before a departure, as a background task reads it. */
export type DueItem = {
  readonly id: ItemId
  readonly missionId: string
  readonly missionTitle: Localized
  readonly memberName: string
  readonly kind: RequirementKind
  readonly organisationId: OrganisationId
  readonly ownerAccountId: AccountId
  readonly dueOn: LocalDate
  readonly remindedBeforeAt: Instant | null
  readonly remindedDueAt: Instant | null
}

/** What has an owner, and is still asked and to do. @param until a day later than any zone's term of notice */
export async function listDueItems(owner: Pick<pg.ClientBase, 'query'>, until: LocalDate): Promise<DueItem[]> {
  const { rows } = await owner.query<DueItem>(
    `select i.id, i.mission_id as "missionId", m.title as "missionTitle", mem.given_name || ' ' || mem.family_name as "memberName", i.kind,
            i.organisation_id as "organisationId", i.owner_account_id as "ownerAccountId", r.due_on::text as "dueOn",
            i.reminded_before_at::text as "remindedBeforeAt", i.reminded_due_at::text as "remindedDueAt"
       from departure.requirements((select coalesce(array_agg(distinct mission_id), '{}') from departure.item
              where state = 'to_do' and owner_account_id is not null and reminded_due_at is null)) r
       join departure.item i on i.id = r.item_id and i.owner_account_id is not null and i.reminded_due_at is null
       join missions.pub_mission m on m.id = i.mission_id
       join delegations.pub_member mem on mem.id = i.member_id
      where r.state = 'to_do' and r.due_on <= $1
      order by r.due_on, i.id`,
    [until],
  )
  return rows
}

/** Notes that a reminder leaves, for one worker only: false when it has left already. */
export async function noteReminder(
  owner: Pick<pg.ClientBase, 'query'>,
  id: ItemId,
  kind: 'before' | 'due',
  now: Instant,
): Promise<boolean> {
  const column = kind === 'before' ? 'reminded_before_at' : 'reminded_due_at'
  const { rowCount } = await owner.query(
    `update departure.item set ${column} = $2 where id = $1 and ${column} is null and state = 'to_do'`,
    [id, now],
  )
  return rowCount === 1
}

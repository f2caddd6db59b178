import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Act, type ActId, shownState, type Standing } from '../domain/act.ts'
import type { ActHeader } from '../domain/act-header.ts'
import type { ActLanguage } from '../domain/document.ts'
import type { ActState } from '../domain/lifecycle.ts'
import type { FrozenSnapshot } from '../domain/snapshot.ts'
import { selectActs, toAct } from './act-rows.ts'

export async function loadAct(tx: Tx, actId: string): Promise<Act | null> {
  const row = await selectActs(tx).where('a.id', '=', actId).executeTakeFirst()
  return row ? toAct(row) : null
}

/** Locks the act, so that submitting, changing and voting cannot interleave. */
export async function lockAct(tx: Tx, actId: string): Promise<Act | null> {
  await sql`select from acts.act where id = ${actId} for update`.execute(tx)
  return loadAct(tx, actId)
}

/** The latest act of the acting organisation under a reference, unless it was withdrawn. */
export async function findActByReference(tx: Tx, reference: string): Promise<Act | null> {
  const row = await tx
    .selectFrom('acts.act')
    .where('reference', '=', reference)
    .where('state', '<>', 'withdrawn')
    .select('id')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? loadAct(tx, row.id) : null
}

/** One line of the list of acts. */
export type ActLine = Standing & {
  readonly id: ActId
  readonly reference: string
  readonly object: Localized
  readonly meetingOn: LocalDate | null
  readonly executoryOn: LocalDate | null
  /** What it is about: its missions in their order, or its agreement. */
  readonly missionTitles: readonly Localized[]
  readonly agreementTitle: Localized | null
  readonly shown: ActState
}

/** Acts of the acting organisation, the latest opened first. Screens turn pages by `offset`; the API walks with `after`. */
export async function listActs(
  tx: Tx,
  { limit, offset = 0, after }: { limit: number; offset?: number; after?: string },
): Promise<ActLine[]> {
  let query = selectLines(tx).limit(limit).offset(offset)
  if (after) query = query.where(sql<boolean>`(a.created_at, a.id) < (select b.created_at, b.id from acts.act b where b.id = ${after})`)
  return linesOf(await query.$castTo<Omit<ActLine, 'shown'>>().execute())
}

/** The acts about one of these missions or agreements, the latest opened first; those that were withdrawn left out. */
export async function listActsAbout(
  tx: Tx,
  { missionIds, agreementIds }: { readonly missionIds: readonly string[]; readonly agreementIds: readonly string[] },
): Promise<ActLine[]> {
  const rows = await selectLines(tx)
    .where('a.state', '<>', 'withdrawn')
    .where(
      sql<boolean>`a.agreement_id = any (${agreementIds}::uuid[])
        or exists (select from acts.act_mission am where am.act_id = a.id and am.mission_id = any (${missionIds}::uuid[]))`,
    )
    .limit(200)
    .$castTo<Omit<ActLine, 'shown'>>()
    .execute()
  return linesOf(rows)
}

function selectLines(tx: Tx) {
  return tx
    .selectFrom('acts.act as a')
    .select(['a.id', 'a.state', 'a.outcome', 'a.reference', 'a.object', 'a.meetingOn', 'a.transmittedOn', 'a.publishedOn', 'a.executoryOn'])
    .select(
      sql<Localized[]>`coalesce((select jsonb_agg(m.title order by am.position) from acts.act_mission am
        join missions.pub_mission m on m.id = am.mission_id where am.act_id = a.id), '[]')`.as('missionTitles'),
    )
    .select((eb) =>
      eb.selectFrom('agreements.pubAgreement as g').whereRef('g.id', '=', 'a.agreementId').select('g.title').as('agreementTitle'),
    )
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
}

function linesOf(rows: readonly Omit<ActLine, 'shown'>[]): ActLine[] {
  return rows.map((row) => Object.assign(row, { shown: shownState(row) }))
}

export async function countActs(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('acts.act')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Of these missions, those about which the acting organisation has an act under way or adopted. After a rejected one, another may follow. */
export async function missionsWithAct(tx: Tx, missionIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await runningActs(tx, missionIds)).keys())
}

/** The act under way or adopted about each mission that has one: at most one, says the constraint a_mission_has_one_act_at_a_time. */
export async function runningActs(tx: Tx, missionIds: readonly string[]): Promise<ReadonlyMap<string, ActId>> {
  if (missionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('acts.actMission as am')
    .innerJoin('acts.act as a', 'a.id', 'am.actId')
    .where('am.missionId', 'in', missionIds)
    .where((eb) => eb.or([eb('a.state', 'in', ['draft', 'submitted', 'adjourned']), eb('a.outcome', '=', 'adopted')]))
    .select(['am.missionId', 'a.id'])
    .execute()
  return new Map(rows.map(({ missionId, id }) => [missionId, id as ActId]))
}

/** The agreements that an act under way or adopted is about: each has one at most, says the index an_agreement_has_one_act_at_a_time. */
export async function agreementsWithAct(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('acts.act')
    .where('agreementId', 'is not', null)
    .where((eb) => eb.or([eb('state', 'in', ['draft', 'submitted', 'adjourned']), eb('outcome', '=', 'adopted')]))
    .select('agreementId')
    .execute()
  return new Set(rows.flatMap(({ agreementId }) => agreementId ?? []))
}

/** The act under way or adopted about an agreement. */
export async function loadActAbout(tx: Tx, agreementId: string): Promise<Act | null> {
  const row = await selectActs(tx)
    .where('a.agreementId', '=', agreementId)
    .where((eb) => eb.or([eb('a.state', 'in', ['draft', 'submitted', 'adjourned']), eb('a.outcome', '=', 'adopted')]))
    .executeTakeFirst()
  return row ? toAct(row) : null
}

/** The head of the organisation's latest act, for the next one to begin with: nothing is typed twice. */
export async function latestHeader(tx: Tx): Promise<{ header: ActHeader; language: ActLanguage } | null> {
  const row = await tx
    .selectFrom('acts.act')
    .select(['header', 'language'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { header: row.header as unknown as ActHeader, language: row.language as ActLanguage } : null
}

/** What was given to the assembly. */
export async function loadSnapshot(tx: Tx, actId: ActId): Promise<FrozenSnapshot | null> {
  const row = await tx
    .selectFrom('acts.act as a')
    .innerJoin('acts.snapshot as s', 's.id', 'a.snapshotId')
    .where('a.id', '=', actId)
    .select(['s.content', sql<string>`encode(s.digest, 'hex')`.as('hash')])
    .executeTakeFirst()
  return row ? { text: row.content, hash: row.hash } : null
}

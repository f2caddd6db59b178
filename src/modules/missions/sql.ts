import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/types.ts'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Mandate, Mission, MissionId, MissionKind, MissionLine, MissionState, NewLeg, PartnerRole } from './domain/mission.ts'

export type MissionFilter = {
  readonly search?: string
  readonly after?: string
  readonly offset?: number
  readonly limit: number
  readonly isOpen?: boolean
}

/** Missions of the acting organisation, the latest first. Screens turn pages by `offset`; the API walks with `after`, the id of the last line read. */
export async function listMissions(tx: Tx, organisationId: OrganisationId, filter: MissionFilter): Promise<MissionLine[]> {
  return tx
    .selectFrom((eb) => pageOfMissions(eb, organisationId, filter).as('page'))
    .innerJoin('directory.pubOrganisation as lead', 'lead.id', 'page.leadOrganisationId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('missions.ownSeat as seat')
          .whereRef('seat.missionId', '=', 'page.id')
          .where('seat.organisationId', '=', organisationId)
          .select(['seat.partnerCount', 'seat.objectiveCount', 'seat.mandateDecidedOn', 'seat.cities'])
          // There is one seat at most. Said here, it is looked up line by line, instead of counting for all missions first.
          .limit(1)
          .as('facts'),
      (join) => join.onTrue(),
    )
    .select(['page.id', 'page.kind', 'page.title', 'page.state', 'page.startsOn', 'page.endsOn', 'page.ownRole'])
    .select(['page.accountsClosedOn', 'page.ratifiedOn', 'lead.name as leadName'])
    .select(['facts.partnerCount', 'facts.objectiveCount', 'facts.mandateDecidedOn', 'facts.cities'])
    .orderBy(sql`page.starts_on desc nulls first`)
    .orderBy('page.id', 'desc')
    .$castTo<MissionLine>()
    .execute()
}

/** Which missions the page shows, before anything is counted about them. */
function pageOfMissions(
  eb: ExpressionBuilder<DB, never>,
  organisationId: OrganisationId,
  { search, after, offset = 0, limit, isOpen }: MissionFilter,
) {
  let query = eb
    .selectFrom('missions.mission as m')
    .innerJoin('missions.ownSeat as own', (join) => join.onRef('own.missionId', '=', 'm.id').on('own.organisationId', '=', organisationId))
    .select(['m.id', 'm.kind', 'm.title', 'm.state', 'm.startsOn', 'm.endsOn', 'm.leadOrganisationId'])
    .select(['own.role as ownRole', 'own.accountsClosedOn', 'own.ratifiedOn'])
    .orderBy(sql`m.starts_on desc nulls first`)
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
  if (search) query = query.where(matches(search))
  if (isOpen) query = query.where('m.state', '<>', 'cancelled').where('own.ratifiedOn', 'is', null)
  if (after) {
    query = query.where(
      sql<boolean>`(coalesce(m.starts_on, 'infinity'), m.id) < (select coalesce(a.starts_on, 'infinity'), a.id from missions.mission a where a.id = ${after})`,
    )
  }
  return query
}

export async function countMissions(tx: Tx, organisationId: OrganisationId, search?: string): Promise<number> {
  let query = tx
    .selectFrom('missions.ownSeat as own')
    .where('own.organisationId', '=', organisationId)
    .select(sql<number>`count(*)::int`.as('count'))
  if (search) query = query.innerJoin('missions.mission as m', 'm.id', 'own.missionId').where(matches(search))
  return (await query.executeTakeFirstOrThrow()).count
}

/** Ignores accents and case, and forgives a typo: « gene » finds Gênes, « maimi » finds Miami. */
function matches(search: string) {
  return sql<boolean>`(m.search_text like '%' || app.fold(${search}) || '%' or app.fold(${search}) <% m.search_text)`
}

export async function loadMission(tx: Tx, missionId: string): Promise<Mission | null> {
  const row = await tx
    .selectFrom('missions.mission as m')
    .where('m.id', '=', missionId)
    .select((eb) => [
      'm.id',
      'm.leadOrganisationId',
      'm.kind',
      'm.title',
      'm.purpose',
      'm.state',
      'm.headMemberId',
      'm.startsOn',
      'm.endsOn',
      'm.version',
      jsonArrayFrom(
        eb
          .selectFrom('missions.leg as l')
          .whereRef('l.missionId', '=', 'm.id')
          .select(['l.id', 'l.cityId', 'l.cityName', 'l.country', 'l.startsOn', 'l.endsOn', 'l.timeZone'])
          .orderBy('l.position'),
      ).as('legs'),
      jsonArrayFrom(
        eb
          .selectFrom('missions.partner as p')
          .innerJoin('directory.pubOrganisation as o', 'o.id', 'p.organisationId')
          .whereRef('p.missionId', '=', 'm.id')
          .select([
            'p.id',
            'p.organisationId',
            'o.name',
            'p.role',
            'p.workstream',
            'p.leftAt',
            'p.accountsClosedOn',
            'p.ratifiedOn',
            'o.isWorkspace',
            'p.version',
            sql<string[]>`array(select pl.leg_id from missions.partner_leg pl where pl.partner_id = p.id order by pl.leg_id)`.as('legIds'),
          ])
          .orderBy(sql`array_position(array['lead','co_organiser','partner','funder','host','support'], p.role)`)
          .orderBy('o.name'),
      ).as('partners'),
      sql<Localized[]>`coalesce((select jsonb_agg(text order by position) from missions.objective where mission_id = m.id), '[]')`.as(
        'objectives',
      ),
      jsonArrayFrom(
        eb
          .selectFrom('missions.missionTheme as mt')
          .innerJoin('missions.theme as t', 't.id', 'mt.themeId')
          .whereRef('mt.missionId', '=', 'm.id')
          .select(['t.id', 't.label'])
          .orderBy(sql`app.fold(t.label ->> 'fr')`),
      ).as('themes'),
    ])
    .executeTakeFirst()
  return (row as Mission | undefined) ?? null
}

/** Locks the mission row, so that two organisers who change it at once are told of each other. */
export async function lockMission(tx: Tx, missionId: string): Promise<Mission | null> {
  await sql`select from missions.mission where id = ${missionId} for no key update`.execute(tx)
  return loadMission(tx, missionId)
}

export type NewMission = {
  readonly id: MissionId
  readonly kind: MissionKind
  readonly title: Localized
  readonly purpose: Localized
  readonly state: MissionState
}

export async function insertMission(tx: Tx, mission: NewMission, lead: OrganisationId, now: Instant): Promise<void> {
  await tx
    .insertInto('missions.mission')
    .values({ ...mission, leadOrganisationId: lead })
    .execute()
  await insertPartner(tx, mission.id, { organisationId: lead, role: 'lead', workstream: {} }, now)
}

export async function updateMission(
  tx: Tx,
  missionId: MissionId,
  change: { kind?: MissionKind; title?: Localized; purpose?: Localized; state?: MissionState; headMemberId?: string | null },
): Promise<void> {
  await tx.updateTable('missions.mission').set(change).where('id', '=', missionId).execute()
}

export type NewPartner = { readonly organisationId: OrganisationId; readonly role: PartnerRole; readonly workstream: Localized }

export async function insertPartner(tx: Tx, missionId: MissionId, partner: NewPartner, now: Instant): Promise<void> {
  await tx
    .insertInto('missions.partner')
    .values({ ...partner, missionId, joinedAt: now })
    .execute()
}

export async function updatePartner(
  tx: Tx,
  partnerId: string,
  change: {
    role?: PartnerRole
    workstream?: Localized
    leftAt?: string | null
    accountsClosedOn?: LocalDate | null
    ratifiedOn?: LocalDate | null
  },
): Promise<void> {
  await tx.updateTable('missions.partner').set(change).where('id', '=', partnerId).execute()
}

/**
 * Replaces the legs as a whole: their order and contiguity are judged together. A leg that stays keeps its row, because the programme of a
 * mission is placed on its legs: it is known by its city, else by its first day.
 */
export async function replaceLegs(tx: Tx, missionId: MissionId, legs: readonly NewLeg[]): Promise<void> {
  const known = await tx
    .selectFrom('missions.leg')
    .where('missionId', '=', missionId)
    .select(['id', 'cityId', 'cityName', 'startsOn'])
    .orderBy('position')
    .execute()
  const sameCity = (leg: NewLeg) => (row: (typeof known)[number]) =>
    leg.cityId === null ? row.cityName.fr === leg.cityName.fr : row.cityId === leg.cityId
  const kept = new Map<number, string>()
  for (const isSame of [sameCity, (leg: NewLeg) => (row: (typeof known)[number]) => row.startsOn === leg.startsOn]) {
    for (const [position, leg] of legs.entries()) {
      const row = kept.has(position) ? undefined : known.find(isSame(leg))
      if (!row) continue
      kept.set(position, row.id)
      known.splice(known.indexOf(row), 1)
    }
  }
  await sql`set constraints missions.legs_share_at_most_a_transfer_day deferred`.execute(tx)
  if (known.length > 0)
    await tx
      .deleteFrom('missions.leg')
      .where(
        'id',
        'in',
        known.map(({ id }) => id),
      )
      .execute()
  for (const [position, leg] of legs.entries()) {
    const id = kept.get(position)
    if (id)
      await tx
        .updateTable('missions.leg')
        .set({ ...leg, position })
        .where('id', '=', id)
        .execute()
    else
      await tx
        .insertInto('missions.leg')
        .values({ ...leg, missionId, position })
        .execute()
  }
  await sql`set constraints missions.legs_share_at_most_a_transfer_day, missions.mission_follows_legs immediate`.execute(tx)
  await sql`set constraints missions.mission_follows_legs deferred`.execute(tx)
}

/** Replaces the legs of each partner named here. */
export async function replacePartnerLegs(
  tx: Tx,
  missionId: MissionId,
  changes: readonly { readonly partnerId: string; readonly legIds: readonly string[] }[],
): Promise<void> {
  const partnerIds = changes.map(({ partnerId }) => partnerId)
  await tx.deleteFrom('missions.partnerLeg').where('missionId', '=', missionId).where('partnerId', 'in', partnerIds).execute()
  const rows = changes.flatMap(({ partnerId, legIds }) => legIds.map((legId) => ({ missionId, partnerId, legId })))
  if (rows.length > 0) await tx.insertInto('missions.partnerLeg').values(rows).execute()
}

export async function replaceObjectives(tx: Tx, missionId: MissionId, objectives: readonly Localized[]): Promise<void> {
  await tx.deleteFrom('missions.objective').where('missionId', '=', missionId).execute()
  if (objectives.length > 0)
    await tx
      .insertInto('missions.objective')
      .values(objectives.map((text, position) => ({ missionId, position, text })))
      .execute()
}

/** Names the themes of a mission; a label the organisation does not know yet becomes one of its themes. */
export async function replaceThemes(tx: Tx, missionId: MissionId, labels: readonly Localized[]): Promise<void> {
  await tx.deleteFrom('missions.missionTheme').where('missionId', '=', missionId).execute()
  for (const label of labels) {
    await sql`
      with known as (select id from missions.theme where organisation_id = app.actor_organisation() and app.fold(label ->> 'fr') = app.fold(${label.fr ?? ''})),
           made as (insert into missions.theme (label) select ${JSON.stringify(label)}::jsonb where not exists (select from known) returning id)
      insert into missions.mission_theme (mission_id, theme_id) select ${missionId}, id from (select id from known union all select id from made) t`.execute(
      tx,
    )
  }
}

export async function loadMandate(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<Mandate | null> {
  const row = await tx
    .selectFrom('missions.mandate')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .select(['decidedBy', 'decidedOn', 'reference', 'version'])
    .executeTakeFirst()
  return (row as Mandate | undefined) ?? null
}

export async function saveMandate(tx: Tx, missionId: MissionId, mandate: Omit<Mandate, 'version'>): Promise<void> {
  await tx
    .insertInto('missions.mandate')
    .values({ missionId, ...mandate })
    .onConflict((conflict) => conflict.columns(['missionId', 'organisationId']).doUpdateSet(mandate))
    .execute()
}

export async function loadNarrative(tx: Tx, missionId: string): Promise<{ body: Localized; version: number } | null> {
  const row = await tx.selectFrom('missions.narrative').where('missionId', '=', missionId).select(['body', 'version']).executeTakeFirst()
  return row ?? null
}

export async function saveNarrative(tx: Tx, missionId: MissionId, body: Localized): Promise<void> {
  await tx
    .insertInto('missions.narrative')
    .values({ missionId, body })
    .onConflict((conflict) => conflict.columns(['missionId', 'organisationId']).doUpdateSet({ body }))
    .execute()
}

/** Themes the acting organisation has used, for the suggestions of the form. */
export async function listThemes(tx: Tx, organisationId: OrganisationId): Promise<{ id: string; label: Localized }[]> {
  return tx
    .selectFrom('missions.theme')
    .where('organisationId', '=', organisationId)
    .select(['id', 'label'])
    .orderBy(sql`app.fold(label ->> 'fr')`)
    .execute()
}

import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Mission, MissionId, MissionKind, MissionState } from '../domain/mission.ts'
import { insertPartner } from './partners.ts'

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

/** Themes the acting organisation has used, for the suggestions of the form. */
export async function listThemes(tx: Tx, organisationId: OrganisationId): Promise<{ id: string; label: Localized }[]> {
  return tx
    .selectFrom('missions.theme')
    .where('organisationId', '=', organisationId)
    .select(['id', 'label'])
    .orderBy(sql`app.fold(label ->> 'fr')`)
    .execute()
}

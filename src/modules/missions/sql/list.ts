import { type ExpressionBuilder, sql } from 'kysely'
import type { DB } from '#db/types.ts'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { MissionLine } from '../domain/mission.ts'

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

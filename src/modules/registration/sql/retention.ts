import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { NamedOverdue, Overdue, Purge } from '../domain/retention.ts'

type Owner = Pick<pg.ClientBase, 'query'>

const columns = `o.subject, o.mission_id as "missionId", o.organisation_id as "organisationId", o.row_count as "rowCount", o.kept_until::text as "keptUntil", o.days, o.ground`

/** What a purge of that day would erase, of every organisation: said, and nothing touched. */
export async function listOverdue(owner: Owner, day: LocalDate): Promise<NamedOverdue[]> {
  const { rows } = await owner.query<NamedOverdue>(
    `select ${columns}, m.title from registration.overdue($1) o join missions.pub_mission m on m.id = o.mission_id
      order by o.kept_until, o.mission_id, o.organisation_id, o.subject`,
    [day],
  )
  return rows
}

/** Erases it, and says so in the journal of each organisation. */
export async function purgeOverdue(owner: Owner, now: Instant): Promise<Overdue[]> {
  const { rows } = await owner.query<Overdue>(`select ${columns} from registration.purge_overdue($1) o`, [now])
  return rows
}

/** What the next purge would erase of the acting organisation; nothing for who is not its administrator. */
export async function listOwnOverdue(tx: Tx, day: LocalDate): Promise<NamedOverdue[]> {
  const { rows } = await sql<NamedOverdue>`
    select o.*, m.title from registration.own_overdue(${day}) o join missions.pub_mission m on m.id = o.mission_id
      order by o.kept_until, o.mission_id, o.subject`.execute(tx)
  return rows
}

/** The latest purges that erased something of the acting organisation. */
export async function listPurges(tx: Tx, limit = 50): Promise<Purge[]> {
  return tx
    .selectFrom('registration.purge as p')
    .innerJoin('missions.pubMission as m', 'm.id', 'p.missionId')
    .select(['p.id', 'p.subject', 'p.missionId', 'p.organisationId', 'p.rowCount', 'p.keptUntil', 'p.ground', 'p.purgedAt', 'm.title'])
    .orderBy('p.purgedAt', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .$castTo<Purge>()
    .execute()
}

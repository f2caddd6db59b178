import { sql } from 'kysely'
import type { Tx } from './db.ts'
import type { Instant } from './pure/instant.ts'

/** One change as its readers may see it: row-level security leaves out what other partners did in private. */
export type HistoryEntry = {
  readonly key: string
  readonly recordedAt: Instant
  readonly actorName: string | null
  readonly organisationName: string | null
  readonly event: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly entity: string
  readonly entityId: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

export type HistoryFilter = {
  readonly missionId?: string
  readonly entity?: string
  readonly entityId?: string
  readonly organisationId?: string
  /** The card of the directory, with what hangs on it: its identifiers, its affiliations. */
  readonly cardId?: string
  /** A row and all that hangs on it: every entry of a schema that names it in this column, or is about what does. */
  readonly whole?: { readonly schema: string; readonly column: string; readonly id: string }
  readonly limit: number
  readonly offset?: number
}

/** The latest changes first, of a mission as a whole or of one object. */
export async function listHistory(tx: Tx, filter: HistoryFilter): Promise<HistoryEntry[]> {
  let query = tx
    .selectFrom('app.journal as j')
    .leftJoin('directory.pubOrganisation as o', 'o.id', 'j.organisationId')
    .select([
      sql<string>`j.chain || '/' || j.seq`.as('key'),
      'j.recordedAt',
      'j.actorName',
      'o.name as organisationName',
      'j.event',
      'j.operation',
      'j.entity',
      'j.entityId',
      sql<HistoryEntry['before']>`j.payload -> 'before'`.as('before'),
      sql<HistoryEntry['after']>`j.payload -> 'after'`.as('after'),
    ])
    .orderBy('j.recordedAt', 'desc')
    .orderBy('j.seq', 'desc')
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
  if (filter.missionId) query = query.where('j.missionId', '=', filter.missionId)
  if (filter.organisationId) query = query.where('j.organisationId', '=', filter.organisationId)
  if (filter.entity) query = query.where('j.entity', '=', filter.entity)
  if (filter.entityId) query = query.where('j.entityId', '=', filter.entityId)
  if (filter.whole) query = query.where(aboutWhole(filter.whole))
  if (filter.cardId) query = query.where(aboutCard(filter.cardId))
  return query.$castTo<HistoryEntry>().execute()
}

const cardEntities = ['directory.organisation', 'directory.organisation_identifier', 'directory.person', 'directory.affiliation']
const cardReferences = ['organisation_id', 'person_id', 'affiliated_to_id']

/** Also what was removed since: only the journal still knows to whom it belonged. */
function aboutCard(id: string) {
  const isReferred = cardReferences.map((column) => sql`coalesce(j.payload -> 'after', j.payload -> 'before') ->> ${column} = ${id}`)
  return sql<boolean>`j.entity in (${sql.join(cardEntities)}) and (j.entity_id = ${id}::uuid
    or (j.entity in ('directory.organisation_identifier', 'directory.affiliation') and (${sql.join(isReferred, sql` or `)})))`
}

/** A change of a row tells only the columns that moved: what it hangs on was told when it came, or when it went. */
function aboutWhole({ schema, column, id }: NonNullable<HistoryFilter['whole']>) {
  return sql<boolean>`j.entity like ${`${schema}.%`} and (j.entity_id = ${id}::uuid or j.entity_id in (
    select k.entity_id from app.journal k where k.entity like ${`${schema}.%`}
      and coalesce(k.payload -> 'after', k.payload -> 'before') ->> ${column} = ${id}))`
}

import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { OrganisationIdentifier } from '../domain/identifier.ts'
import type { Organisation, OrganisationLine } from '../domain/organisation.ts'

const lineColumns = ['o.id', 'o.name', 'o.names', 'o.kind', 'o.country', 'o.cityName', 'o.isWorkspace'] as const

/** The organisations that work in Escale: those a mission can really be shared with. */
export async function listWorkspaceOrganisations(tx: Tx): Promise<OrganisationLine[]> {
  const rows = await tx
    .selectFrom('directory.organisation as o')
    .select(lineColumns)
    .where('o.isWorkspace', '=', true)
    .orderBy(sql`app.fold(o.name)`)
    .orderBy('o.id')
    .execute()
  return rows as OrganisationLine[]
}

export async function loadOrganisation(tx: Tx, organisationId: string): Promise<Organisation | null> {
  const row = await tx
    .selectFrom('directory.organisation as o')
    .select((eb) => [
      ...lineColumns,
      'o.keptBy',
      'o.cityId',
      'o.website',
      'o.version',
      jsonArrayFrom(
        eb
          .selectFrom('directory.organisationIdentifier as i')
          .whereRef('i.organisationId', '=', 'o.id')
          .select(['i.scheme', 'i.value'])
          .orderBy('i.scheme')
          .orderBy('i.value'),
      ).as('identifiers'),
    ])
    .where('o.id', '=', organisationId)
    .executeTakeFirst()
  return (row as Organisation | undefined) ?? null
}

/** One card at a time per directory: two imports that name the same new company make one card of it. */
export async function lockDirectory(tx: Tx, keeper: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('directory of ' || ${keeper}, 0))`.execute(tx)
}

/** A visible organisation known by one of these identifiers; one that works in Escale before a card, one's own card before another's. */
export async function findByIdentifiers(tx: Tx, identifiers: readonly OrganisationIdentifier[]): Promise<OrganisationLine | null> {
  if (identifiers.length === 0) return null
  const row = await tx
    .selectFrom('directory.organisation as o')
    .innerJoin('directory.organisationIdentifier as i', 'i.organisationId', 'o.id')
    .select(lineColumns)
    .where((eb) => eb.or(identifiers.map(({ scheme, value }) => eb.and({ 'i.scheme': scheme, 'i.value': value }))))
    .orderBy('o.isWorkspace', 'desc')
    .orderBy(sql`o.kept_by = app.actor_organisation() desc`)
    .orderBy('o.id')
    .executeTakeFirst()
  return (row as OrganisationLine | undefined) ?? null
}

/** A visible organisation of this name in that country, in any language, whatever the accents and capitals. */
export async function findByName(tx: Tx, name: string, country: string): Promise<OrganisationLine | null> {
  const row = await tx
    .selectFrom('directory.organisation as o')
    .select(lineColumns)
    .where('o.country', '=', country)
    .where(
      sql<boolean>`app.fold(${name}) in (select app.fold(o.name) union all select app.fold(n) from jsonb_each_text(o.names) as each_name (language, n))`,
    )
    .orderBy(sql`o.kept_by = app.actor_organisation() desc`)
    .orderBy('o.isWorkspace', 'desc')
    .orderBy('o.id')
    .executeTakeFirst()
  return (row as OrganisationLine | undefined) ?? null
}

export type OrganisationRow = Pick<Organisation, 'id' | 'name' | 'names' | 'kind' | 'country' | 'cityId' | 'cityName' | 'website'>

export async function insertOrganisation(
  tx: Tx,
  row: OrganisationRow,
  keptBy: OrganisationId,
  identifiers: readonly OrganisationIdentifier[],
): Promise<void> {
  await tx
    .insertInto('directory.organisation')
    .values({ ...row, keptBy })
    .execute()
  await insertIdentifiers(tx, row.id, identifiers)
}

async function insertIdentifiers(tx: Tx, organisationId: OrganisationId, identifiers: readonly OrganisationIdentifier[]): Promise<void> {
  if (identifiers.length > 0) {
    await tx
      .insertInto('directory.organisationIdentifier')
      .values(identifiers.map((identifier) => ({ ...identifier, organisationId })))
      .execute()
  }
}

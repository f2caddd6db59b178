import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/types.ts'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { OrganisationIdentifier } from '../domain/identifier.ts'
import type { Organisation, OrganisationLine } from '../domain/organisation.ts'

const lineColumns = ['o.id', 'o.name', 'o.names', 'o.kind', 'o.country', 'o.cityName', 'o.isWorkspace'] as const

const cardColumns = (eb: ExpressionBuilder<DB & { o: DB['directory.organisation'] }, 'o'>) =>
  [
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
  ] as const

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
  const row = await tx.selectFrom('directory.organisation as o').select(cardColumns).where('o.id', '=', organisationId).executeTakeFirst()
  return (row as Organisation | undefined) ?? null
}

/** Locks a card while it is changed, so that two who change it at once are told of each other. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<Organisation | null> {
  await sql`select from directory.organisation where id = ${organisationId} for no key update`.execute(tx)
  return loadOrganisation(tx, organisationId)
}

/** One new card at a time per directory: two imports that name the same new company make one card of it. */
export async function lockDirectory(tx: Tx, keeper: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('directory of ' || ${keeper}, 0))`.execute(tx)
}

/** A visible organisation known by one of these identifiers: one that works in Escale before a card, one's own card before another's. */
export async function findByIdentifiers(
  tx: Tx,
  identifiers: readonly OrganisationIdentifier[],
  except?: OrganisationId,
): Promise<OrganisationLine | null> {
  if (identifiers.length === 0) return null
  let query = tx
    .selectFrom('directory.organisation as o')
    .innerJoin('directory.organisationIdentifier as i', 'i.organisationId', 'o.id')
    .select(lineColumns)
    .where((eb) => eb.or(identifiers.map(({ scheme, value }) => eb.and({ 'i.scheme': scheme, 'i.value': value }))))
    .orderBy('o.isWorkspace', 'desc')
    .orderBy(sql`o.kept_by = app.actor_organisation() desc`)
    .orderBy('o.id')
  if (except) query = query.where('o.id', '!=', except)
  return ((await query.executeTakeFirst()) as OrganisationLine | undefined) ?? null
}

/** A visible organisation of this name in that country, in any language, accents and capitals aside; one's own card first. */
export async function findByName(tx: Tx, name: string, country: string): Promise<OrganisationLine | null> {
  const row = await tx
    .selectFrom('directory.organisation as o')
    .innerJoin(
      sql<{ id: string; position: bigint }>`directory.organisations_named(${name}, ${country}) with ordinality`.as<'n'>(
        sql`n (id, position)`,
      ),
      'n.id',
      'o.id',
    )
    .select(lineColumns)
    .orderBy('n.position')
    .executeTakeFirst()
  return (row as OrganisationLine | undefined) ?? null
}

export type OrganisationFacts = Pick<Organisation, 'name' | 'names' | 'kind' | 'country' | 'cityId' | 'cityName' | 'website'>

export async function insertOrganisation(
  tx: Tx,
  facts: OrganisationFacts,
  keptBy: OrganisationId,
  identifiers: readonly OrganisationIdentifier[],
): Promise<OrganisationId> {
  const { id } = await tx
    .insertInto('directory.organisation')
    .values({ ...facts, keptBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertIdentifiers(tx, id as OrganisationId, identifiers)
  return id as OrganisationId
}

export async function updateOrganisation(tx: Tx, organisationId: OrganisationId, facts: OrganisationFacts): Promise<void> {
  await tx.updateTable('directory.organisation').set(facts).where('id', '=', organisationId).execute()
}

/** Leaves the identifiers that stay untouched, so that the history tells only what changed. */
export async function replaceIdentifiers(
  tx: Tx,
  organisationId: OrganisationId,
  saved: readonly OrganisationIdentifier[],
  wanted: readonly OrganisationIdentifier[],
): Promise<void> {
  const without = (list: readonly OrganisationIdentifier[]) => (one: OrganisationIdentifier) =>
    !list.some(({ scheme, value }) => scheme === one.scheme && value === one.value)
  const dropped = saved.filter(without(wanted))
  if (dropped.length > 0) {
    await tx
      .deleteFrom('directory.organisationIdentifier')
      .where('organisationId', '=', organisationId)
      .where((eb) => eb.or(dropped.map(({ scheme, value }) => eb.and({ scheme, value }))))
      .execute()
  }
  await insertIdentifiers(tx, organisationId, wanted.filter(without(saved)))
}

async function insertIdentifiers(tx: Tx, organisationId: OrganisationId, identifiers: readonly OrganisationIdentifier[]): Promise<void> {
  if (identifiers.length === 0) return
  await tx
    .insertInto('directory.organisationIdentifier')
    .values(identifiers.map(({ scheme, value }) => ({ scheme, value, organisationId })))
    .execute()
}

/** Every organisation the actor sees, by name: one page of the browsing list. */
export async function listOrganisations(tx: Tx, { limit, offset }: { limit: number; offset: number }): Promise<OrganisationLine[]> {
  const rows = await tx
    .selectFrom('directory.organisation as o')
    .select(lineColumns)
    .orderBy(sql`app.fold(o.name)`)
    .orderBy('o.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows as OrganisationLine[]
}

/** The same in the order in which they came, for those who read them all by and by: `after` is the id of the last one read. */
export async function listOrganisationsAfter(tx: Tx, after: string | null, limit: number): Promise<Organisation[]> {
  let query = tx.selectFrom('directory.organisation as o').select(cardColumns).orderBy('o.id').limit(limit)
  if (after) query = query.where('o.id', '>', after)
  return query.$castTo<Organisation>().execute()
}

/** Whole cards in the order of names: these, or with null all that one sees. */
export async function listOrganisationCards(tx: Tx, ids: readonly string[] | null, limit: number): Promise<Organisation[]> {
  let query = tx
    .selectFrom('directory.organisation as o')
    .select(cardColumns)
    .orderBy(sql`app.fold(o.name)`)
    .orderBy('o.id')
    .limit(limit)
  if (ids) query = query.where('o.id', '=', sql<string>`any (${ids}::uuid[])`)
  return query.$castTo<Organisation>().execute()
}

/** Names to propose where an organisation is to be typed: one's own cards first, then those that work in Escale. */
export async function listOrganisationNames(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('directory.organisation as o')
    .select('o.name')
    .orderBy(sql`o.kept_by = app.actor_organisation() desc`)
    .orderBy(sql`app.fold(o.name)`)
    .orderBy('o.id')
    .limit(limit)
    .execute()
  return [...new Set(rows.map(({ name }) => name))]
}

/** Organisations one sees in a city we ship. */
export async function listOrganisationsOfCity(tx: Tx, cityId: string): Promise<OrganisationLine[]> {
  const rows = await tx
    .selectFrom('directory.organisation as o')
    .select(lineColumns)
    .where('o.cityId', '=', cityId)
    .orderBy(sql`app.fold(o.name)`)
    .orderBy('o.id')
    .limit(200)
    .execute()
  return rows as OrganisationLine[]
}

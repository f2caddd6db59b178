import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Affiliation, AffiliationId, Person, PersonId, PersonLine } from '../domain/person.ts'

const cardColumns = [
  'p.id',
  'p.organisationId',
  'p.givenName',
  'p.familyName',
  'p.honorific',
  'p.originalScript',
  'p.preferredLanguage',
  'p.email',
  'p.phone',
  'p.legalBasis',
  'p.consentedOn',
  'p.consentSource',
  'p.lastContactOn',
  'p.version',
  sql<Affiliation[]>`coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'capacity', a.capacity, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'protocolRank', a.protocol_rank,
               'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'names', o.names, 'kind', o.kind, 'country', o.country)) order by a.starts_on, a.id)
        from directory.affiliation a join directory.organisation o on o.id = a.affiliated_to_id
        where a.person_id = p.id), '[]')`.as('affiliations'),
] as const

/** What people are on one day, for whom: the words after their name in a list. */
export const capacitiesOn = (today: LocalDate) =>
  sql<PersonLine['capacities']>`coalesce((
    select jsonb_agg(jsonb_build_object('capacity', a.capacity, 'organisation', o.name) order by a.starts_on, a.id)
      from directory.affiliation a join directory.organisation o on o.id = a.affiliated_to_id
      where a.person_id = p.id and coalesce(a.starts_on, '-infinity') <= ${today} and coalesce(a.ends_on, 'infinity') >= ${today}), '[]')`.as(
    'capacities',
  )

export async function loadPerson(tx: Tx, personId: string): Promise<Person | null> {
  const row = await tx.selectFrom('directory.person as p').select(cardColumns).where('p.id', '=', personId).executeTakeFirst()
  return (row as Person | undefined) ?? null
}

/** Locks a person while their card is changed, so that two who change it at once are told of each other. */
export async function lockPerson(tx: Tx, personId: string): Promise<Person | null> {
  await sql`select from directory.person where id = ${personId} for no key update`.execute(tx)
  return loadPerson(tx, personId)
}

/** The people of one's directory by family name: one page of the browsing list. */
export async function listPeople(tx: Tx, today: LocalDate, { limit, offset }: { limit: number; offset: number }): Promise<PersonLine[]> {
  const rows = await tx
    .selectFrom('directory.person as p')
    .select(['p.id', 'p.givenName', 'p.familyName', 'p.honorific', capacitiesOn(today)])
    .orderBy(sql`app.fold(p.family_name)`)
    .orderBy(sql`app.fold(p.given_name)`)
    .orderBy('p.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows as PersonLine[]
}

/** The same in the order in which they came, for those who read them all by and by: `after` is the id of the last one read. */
export async function listPeopleAfter(tx: Tx, after: string | null, limit: number): Promise<Person[]> {
  let query = tx.selectFrom('directory.person as p').select(cardColumns).orderBy('p.id').limit(limit)
  if (after) query = query.where('p.id', '>', after)
  return query.$castTo<Person>().execute()
}

/** Whole cards in the order of names: these, or with null all of one's directory. */
export async function listPeopleCards(tx: Tx, ids: readonly string[] | null, limit: number): Promise<Person[]> {
  let query = tx
    .selectFrom('directory.person as p')
    .select(cardColumns)
    .orderBy(sql`app.fold(p.family_name)`)
    .orderBy(sql`app.fold(p.given_name)`)
    .orderBy('p.id')
    .limit(limit)
  if (ids) query = query.where('p.id', '=', sql<string>`any (${ids}::uuid[])`)
  return query.$castTo<Person>().execute()
}

export type AffiliatedPerson = Pick<PersonLine, 'id' | 'givenName' | 'familyName' | 'honorific'> &
  Pick<Affiliation, 'capacity' | 'startsOn' | 'endsOn' | 'protocolRank'> & { readonly affiliationId: AffiliationId }

/** Those of one's people who are, were or will be of an organisation, in the order in which they are named. */
export async function listAffiliatedPeople(tx: Tx, organisationId: OrganisationId): Promise<AffiliatedPerson[]> {
  const rows = await tx
    .selectFrom('directory.affiliation as a')
    .innerJoin('directory.person as p', 'p.id', 'a.personId')
    .select([
      'p.id',
      'p.givenName',
      'p.familyName',
      'p.honorific',
      'a.id as affiliationId',
      'a.capacity',
      'a.startsOn',
      'a.endsOn',
      'a.protocolRank',
    ])
    .where('a.affiliatedToId', '=', organisationId)
    .orderBy(sql`a.protocol_rank nulls last`)
    .orderBy(sql`app.fold(p.family_name)`)
    .orderBy(sql`app.fold(p.given_name)`)
    .orderBy('a.id')
    .limit(500)
    .execute()
  return rows as AffiliatedPerson[]
}

export type PersonOfCity = Pick<PersonLine, 'id' | 'givenName' | 'familyName'> &
  Pick<Affiliation, 'capacity'> & { readonly affiliationId: AffiliationId; readonly organisationName: string }

/** Those of one's people who hold a position today in an organisation of a city, in the order in which one names them. */
export async function listPeopleOfCity(tx: Tx, cityId: string, today: LocalDate): Promise<PersonOfCity[]> {
  const rows = await tx
    .selectFrom('directory.organisation as o')
    .innerJoin('directory.affiliation as a', 'a.affiliatedToId', 'o.id')
    .innerJoin('directory.person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.givenName', 'p.familyName', 'a.id as affiliationId', 'a.capacity', 'o.name as organisationName'])
    .where('o.cityId', '=', cityId)
    .where(sql<boolean>`coalesce(a.starts_on, '-infinity') <= ${today} and coalesce(a.ends_on, 'infinity') >= ${today}`)
    .orderBy(sql`a.protocol_rank nulls last`)
    .orderBy(sql`app.fold(p.family_name)`)
    .orderBy('a.id')
    .limit(100)
    .execute()
  return rows as PersonOfCity[]
}

/** Someone of one's directory with the same name, accents and capitals aside. */
export async function findNamesake(tx: Tx, { givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('directory.person as p')
    .select('p.id')
    .where(sql<boolean>`app.fold(p.family_name) = app.fold(${familyName}) and app.fold(p.given_name) = app.fold(${givenName})`)
    .orderBy('p.id')
    .executeTakeFirst()
  return (row?.id as PersonId | undefined) ?? null
}

export type PersonFacts = Omit<Person, 'id' | 'organisationId' | 'affiliations' | 'version'>

export async function insertPerson(tx: Tx, facts: PersonFacts): Promise<PersonId> {
  const { id } = await tx.insertInto('directory.person').values(facts).returning('id').executeTakeFirstOrThrow()
  return id as PersonId
}

export async function updatePerson(tx: Tx, personId: PersonId, facts: PersonFacts): Promise<void> {
  await tx.updateTable('directory.person').set(facts).where('id', '=', personId).execute()
}

export async function deletePerson(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('directory.person').where('id', '=', personId).execute()
}

export type AffiliationFacts = Pick<Affiliation, 'capacity' | 'startsOn' | 'endsOn' | 'protocolRank'>

export async function insertAffiliation(
  tx: Tx,
  personId: PersonId,
  organisationId: OrganisationId,
  facts: AffiliationFacts,
): Promise<AffiliationId> {
  const { id } = await tx
    .insertInto('directory.affiliation')
    .values({ ...facts, personId, affiliatedToId: organisationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as AffiliationId
}

export async function updateAffiliation(tx: Tx, affiliationId: AffiliationId, facts: AffiliationFacts): Promise<void> {
  await tx.updateTable('directory.affiliation').set(facts).where('id', '=', affiliationId).execute()
}

export async function deleteAffiliation(tx: Tx, affiliationId: AffiliationId): Promise<void> {
  await tx.deleteFrom('directory.affiliation').where('id', '=', affiliationId).execute()
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'
import type { Exchange, ExchangeDraft } from './domain/exchange.ts'
import type { Fact, FactDraft } from './domain/fact.ts'
import type { Membership, MembershipDraft, Network } from './domain/membership.ts'

/** What sources say of a city: by what is told, the latest year first, so that two sources of one year are neighbours. */
export async function listFacts(tx: Tx, cityId: string): Promise<Fact[]> {
  return tx
    .selectFrom('relations.fact')
    .select(['id', 'label', 'value', 'qualifier', 'year', 'scope', 'source'])
    .where('cityId', '=', cityId)
    .orderBy(sql`app.fold(coalesce(label ->> 'fr', label::text))`)
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(200)
    .$castTo<Fact>()
    .execute()
}

export async function insertFact(tx: Tx, cityId: string, fact: FactDraft): Promise<void> {
  await tx
    .insertInto('relations.fact')
    .values({ ...fact, cityId })
    .execute()
}

const exchangeColumns = ['id', 'kind', 'direction', 'onDay', 'subject', 'withWhom', 'personId'] as const

/** The latest first. */
export async function listExchanges(tx: Tx, cityId: string): Promise<Exchange[]> {
  return tx
    .selectFrom('relations.exchange')
    .select(exchangeColumns)
    .where('cityId', '=', cityId)
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .$castTo<Exchange>()
    .execute()
}

export async function insertExchange(tx: Tx, cityId: string, exchange: ExchangeDraft): Promise<void> {
  await tx
    .insertInto('relations.exchange')
    .values({ ...exchange, cityId })
    .execute()
}

export type ExchangeOfPerson = Exchange & { readonly cityId: string }

/** Letters, calls and meetings with someone of one's directory, the latest first. */
export async function listExchangesOfPerson(tx: Tx, personId: string): Promise<ExchangeOfPerson[]> {
  return tx
    .selectFrom('relations.exchange')
    .select([...exchangeColumns, 'cityId'])
    .where('personId', '=', personId)
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .$castTo<ExchangeOfPerson>()
    .execute()
}

/** The day of the latest exchange with each of these people. */
export async function lastExchangesOfPeople(tx: Tx, personIds: readonly string[]): Promise<{ personId: string; onDay: LocalDate }[]> {
  const { rows } = await sql<{ personId: string; onDay: LocalDate }>`
    select person_id, max(on_day) as on_day from relations.exchange where person_id = any (${personIds}::uuid[]) group by person_id order by person_id`.execute(
    tx,
  )
  return rows
}

/** Letters and meetings stay in the story of their city; with whom they were does not. Answers how many. For administrators. */
export async function forgetPerson(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select relations.forget_person(${personId}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Exchanges with one card are now with another: what a merge of two cards changes, and what undoing it gives back. */
async function moveExchanges(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'person') return {}
  const rows = only && (only['relations.exchange'] ?? [])
  const moved = await sql<{ id: string }>`select relations.rename_person(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'relations.exchange': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const exchangeReferences: CardReferences = { module: 'relations', columns: ['relations.exchange.person_id'], move: moveExchanges }

/** The day of the latest exchange with each city, those to come left out. */
export async function lastExchanges(tx: Tx, today: LocalDate): Promise<{ cityId: string; onDay: LocalDate }[]> {
  return tx
    .selectFrom('relations.exchange')
    .select((eb) => ['cityId', eb.fn.max('onDay').as('onDay')])
    .where('onDay', '<=', today)
    .groupBy('cityId')
    .$castTo<{ cityId: string; onDay: LocalDate }>()
    .execute()
}

export async function listNetworks(tx: Tx): Promise<Network[]> {
  return tx.selectFrom('relations.network').select(['code', 'name']).orderBy('code').$castTo<Network>().execute()
}

/** Memberships of a city, and our own. */
export async function listMemberships(tx: Tx, cityId: string): Promise<Membership[]> {
  return tx
    .selectFrom('relations.membership as m')
    .innerJoin('relations.network as n', 'n.code', 'm.networkCode')
    .select(['m.id', 'm.networkCode', 'n.name as networkName', 'm.role', 'm.detail', 'm.sinceYear', 'm.untilYear', 'm.source'])
    .select(sql<boolean>`m.city_id is null`.as('isOurs'))
    .where((eb) => eb.or([eb('m.cityId', 'is', null), eb('m.cityId', '=', cityId)]))
    .orderBy('m.networkCode')
    .orderBy('m.id')
    .$castTo<Membership>()
    .execute()
}

export async function insertMembership(tx: Tx, cityId: string, { isOurs, ...membership }: MembershipDraft): Promise<void> {
  await tx
    .insertInto('relations.membership')
    .values({ ...membership, cityId: isOurs ? null : cityId })
    .execute()
}

/** Removes an entry of the sheet of a city; false when there is none. */
export async function removeEntry(tx: Tx, table: 'fact' | 'exchange' | 'membership', id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from ${sql.table(`relations.${table}`)} where id = ${id}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardKind } from '../domain/merge.ts'

/** A card and what hangs on it, as the JSON of its rows: what undoing a merge writes back, to the letter. */
export type CardRows = { readonly card: string; readonly affiliations: string; readonly identifiers: string }

/** Affiliations are those of a person, or those of one's people to an organisation. */
export async function readCardRows(tx: Tx, kind: CardKind, cardId: string): Promise<CardRows | null> {
  const { rows } = await sql<CardRows>`
    select (to_jsonb(c) - 'search_text')::text as card,
           coalesce((select jsonb_agg(a order by a.id) from directory.affiliation a where a.${sql.ref(namingColumn[kind])} = c.id), '[]')::text as affiliations,
           coalesce((select jsonb_agg(i order by i.id) from directory.organisation_identifier i where i.organisation_id = c.id), '[]')::text as identifiers
      from ${sql.table(`directory.${kind}`)} c where c.id = ${cardId}`.execute(tx)
  return rows[0] ?? null
}

const namingColumn = { person: 'person_id', organisation: 'affiliated_to_id' } as const

/** Affiliations of a card, moved to another. Those the other holds already, word for word and at that time, stay, and leave with the card. */
export async function moveAffiliations(
  tx: Tx,
  { kind, from, to }: { kind: CardKind; from: string; to: string },
  only: readonly string[] | null = null,
): Promise<string[]> {
  const naming = sql.ref(namingColumn[kind])
  const across = sql.ref(namingColumn[kind === 'person' ? 'organisation' : 'person'])
  const { rows } = await sql<{ id: string }>`
    update directory.affiliation a set ${naming} = ${to}
      where a.${naming} = ${from} and (${only}::uuid[] is null or a.id = any (${only}::uuid[]))
        and not exists (select from directory.affiliation b where b.${naming} = ${to} and b.${across} = a.${across} and b.capacity::text = a.capacity::text
          and daterange(b.starts_on, b.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]'))
      returning a.id`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function moveIdentifiers(tx: Tx, from: string, to: string, only: readonly string[] | null = null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update directory.organisation_identifier i set organisation_id = ${to}
      where i.organisation_id = ${from} and (${only}::uuid[] is null or i.id = any (${only}::uuid[]))
        and not exists (select from directory.organisation_identifier b where b.organisation_id = ${to} and b.scheme = i.scheme and b.value = i.value)
      returning i.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A card that was merged leaves its directory, with what hangs on it. Whatever else still names it makes the database refuse, by the name of a foreign key. */
export async function dropMergedCard(tx: Tx, kind: CardKind, cardId: string): Promise<void> {
  if (kind === 'person') {
    await sql`delete from directory.person where id = ${cardId}`.execute(tx)
    return
  }
  await sql`delete from directory.affiliation where affiliated_to_id = ${cardId}`.execute(tx)
  await sql`select directory.drop_merged_card(${cardId})`.execute(tx)
}

const columns = {
  person:
    'given_name, family_name, honorific, original_script, preferred_language, email, phone, legal_basis, consented_on, consent_source, last_contact_on',
  organisation: 'name, names, kind, country, city_id, city_name, website',
} as const
const bookkeeping = {
  person: 'id, organisation_id, version, created_at',
  organisation: 'id, kept_by, is_workspace, version, created_at',
} as const

/** A card that went comes back, under its own id. */
export async function writeCardBack(tx: Tx, kind: CardKind, { card }: Pick<CardRows, 'card'>): Promise<void> {
  const table = sql.table(`directory.${kind}`)
  const all = sql.raw(`${bookkeeping[kind]}, ${columns[kind]}`)
  await sql`insert into ${table} (${all}) select ${all} from jsonb_populate_record(null::${table}, ${card}::jsonb)`.execute(tx)
}

/** The facts of a card become again what they were. */
export async function restoreFacts(tx: Tx, kind: CardKind, { card }: Pick<CardRows, 'card'>): Promise<void> {
  const table = sql.table(`directory.${kind}`)
  const facts = sql.raw(columns[kind])
  await sql`
    update ${table} c set (${facts}) = (select ${facts} from jsonb_populate_record(null::${table}, ${card}::jsonb))
      where c.id = (${card}::jsonb ->> 'id')::uuid`.execute(tx)
}

/** What left with a card comes back with it; what was moved is there already. */
export async function writeRowsBack(tx: Tx, { affiliations, identifiers }: Omit<CardRows, 'card'>): Promise<void> {
  await sql`
    insert into directory.affiliation (id, person_id, affiliated_to_id, capacity, starts_on, ends_on, protocol_rank)
      select id, person_id, affiliated_to_id, capacity, starts_on, ends_on, protocol_rank
      from jsonb_populate_recordset(null::directory.affiliation, ${affiliations}::jsonb) r
      where not exists (select from directory.affiliation a where a.id = r.id)`.execute(tx)
  await sql`
    insert into directory.organisation_identifier (id, organisation_id, scheme, value)
      select id, organisation_id, scheme, value
      from jsonb_populate_recordset(null::directory.organisation_identifier, ${identifiers}::jsonb) r
      where not exists (select from directory.organisation_identifier i where i.id = r.id)`.execute(tx)
}

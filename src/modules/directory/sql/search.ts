import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { PersonLine } from '../domain/person.ts'
import type { ResultKind, SearchResult } from '../domain/search-result.ts'
import { capacitiesOn } from './people.ts'

export type Question = {
  /** Forms of each word, see `domain/search-words.ts`. */
  readonly words: readonly (readonly string[])[]
  /** Similarity from which a word is found, 0 to 1. */
  readonly threshold: number
  readonly identifier: string
  readonly country: string | null
  readonly kind: ResultKind | null
  readonly today: LocalDate
  readonly limit: number
  readonly offset: number
}

type Row = {
  kind: ResultKind
  id: string
  total: bigint
  name: string | null
  names: Localized | null
  country: string | null
  organisationKind: OrganisationKind | null
  cityName: string | null
  isWorkspace: boolean | null
  givenName: string | null
  familyName: string | null
  capacities: PersonLine['capacities']
}

/** The best answers first, and how many there are in all. What the keeper's function found is read again under the reader's own policies. */
export async function search(tx: Tx, question: Question): Promise<{ results: SearchResult[]; total: number }> {
  const { words, threshold, identifier, country, kind, today, limit, offset } = question
  const { rows } = await sql<Row>`
    select f.kind, f.id, f.total, coalesce(o.name, c.name) as name, coalesce(o.names, c.names) as names, coalesce(o.country, c.country) as country,
           o.kind as organisation_kind, o.city_name, o.is_workspace, p.given_name, p.family_name, ${capacitiesOn(today)}
      from directory.search(${JSON.stringify(words)}::jsonb, ${threshold}, ${identifier}, ${country}, ${kind}, ${limit}, ${offset})
           with ordinality f (kind, id, total, position)
      left join directory.organisation o on f.kind = 'organisation' and o.id = f.id
      left join directory.person p on f.kind = 'person' and p.id = f.id
      left join directory.city c on f.kind = 'city' and c.id = f.id
      where o.id is not null or p.id is not null or c.id is not null
      order by f.position`.execute(tx)
  return { results: rows.map(toResult), total: Number(rows[0]?.total ?? 0) }
}

function toResult(row: Row): SearchResult {
  const { kind, id } = row
  if (kind === 'person') return { kind, id, givenName: row.givenName ?? '', familyName: row.familyName ?? '', capacities: row.capacities }
  const place = { id, name: row.name ?? '', names: row.names ?? {}, country: row.country ?? '' }
  if (kind === 'city') return { kind, ...place }
  return {
    kind,
    ...place,
    organisationKind: row.organisationKind ?? 'other',
    cityName: row.cityName,
    isWorkspace: row.isWorkspace ?? false,
  }
}

/** How many cards of each kind the actor sees. */
export async function countCards(tx: Tx): Promise<Record<ResultKind, number>> {
  const { rows } = await sql<Record<ResultKind, number>>`
    select (select count(*)::int from directory.organisation) as organisation, (select count(*)::int from directory.person) as person,
           (select count(*)::int from directory.city) as city`.execute(tx)
  return rows[0] ?? { organisation: 0, person: 0, city: 0 }
}

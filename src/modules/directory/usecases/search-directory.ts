import type { Ctx } from '#platform/context.ts'
import { countryNamed } from '../domain/country.ts'
import type { OrganisationLine } from '../domain/organisation.ts'
import type { PersonLine } from '../domain/person.ts'
import type { ResultKind, SearchResult } from '../domain/search-result.ts'
import { SAME_WORD, SIMILAR_WORD, searchWords, withSwappedLetters } from '../domain/search-words.ts'
import { listCities } from '../sql/cities.ts'
import { listOrganisations } from '../sql/organisations.ts'
import { listPeople } from '../sql/people.ts'
import * as sql from '../sql/search.ts'

export type Search = { readonly text: string; readonly kind?: ResultKind | null; readonly limit: number; readonly offset?: number }

export type Found = {
  readonly results: readonly SearchResult[]
  readonly total: number
  /** Nothing answers the words as typed; these resemble them. */
  readonly isApproximate: boolean
}

/**
 * Organisations, people and cities that answer a text, by name, by identifier, or by country. Accents and capitals do not
 * count; a slip of the keyboard is forgiven, more of them once nothing else is found. Every member may ask.
 */
export async function searchDirectory(ctx: Ctx, { text, kind = null, limit, offset = 0 }: Search): Promise<Found> {
  const words = searchWords(text)
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  const identifier = /^[0-9A-Z]+$/.test(compact) ? compact : ''
  const question = { identifier, country: countryNamed(text), kind, today: ctx.today, limit, offset }
  if (words.length === 0) return { results: [], total: 0, isApproximate: false }
  const exact = await sql.search(ctx.tx, { ...question, words, threshold: SAME_WORD })
  if (exact.total > 0 || offset > 0) return { ...exact, isApproximate: false }
  const similar = await sql.search(ctx.tx, { ...question, words: withSwappedLetters(words), threshold: SIMILAR_WORD })
  return { results: similar.results, total: similar.results.length, isApproximate: true }
}

/** The ten organisations that answer a text best, for the fields of other modules. */
export async function searchOrganisations(ctx: Ctx, text: string): Promise<OrganisationLine[]> {
  const { results } = await searchDirectory(ctx, { text, kind: 'organisation', limit: 10 })
  return results.flatMap((result) => {
    if (result.kind !== 'organisation') return []
    const { kind: _kind, organisationKind, id, ...line } = result
    return [{ ...line, id: id as OrganisationLine['id'], kind: organisationKind }]
  })
}

export type FoundPerson = Omit<PersonLine, 'honorific'>

/** The ten people of one's directory who answer a text best, and what they are today. */
export async function searchPeople(ctx: Ctx, text: string): Promise<FoundPerson[]> {
  const { results } = await searchDirectory(ctx, { text, kind: 'person', limit: 10 })
  return results.flatMap((result) => {
    if (result.kind !== 'person') return []
    const { kind: _kind, id, ...line } = result
    return [{ ...line, id: id as FoundPerson['id'] }]
  })
}

/** One page of everything there is of a kind, in alphabetical order. */
export async function browseDirectory(ctx: Ctx, kind: ResultKind, span: { limit: number; offset: number }): Promise<SearchResult[]> {
  if (kind === 'person') return (await listPeople(ctx.tx, ctx.today, span)).map((person) => ({ ...person, kind }))
  if (kind === 'organisation') {
    const organisations = await listOrganisations(ctx.tx, span)
    return organisations.map(({ kind: organisationKind, ...line }) => ({ ...line, kind, organisationKind }))
  }
  const cities = await listCities(ctx.tx)
  return cities.slice(span.offset, span.offset + span.limit).map(({ id, name, names, country }) => ({ kind, id, name, names, country }))
}

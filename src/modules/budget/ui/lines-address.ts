import { isUuid } from '#platform/pure/ids.ts'
import { type Category, categories } from '../domain/expense.ts'

/** Which lines of a ledger a page shows: of one category, of one partner that shares, and which hundred of them. */
export type LinesAddress = { readonly category: Category | null; readonly organisationId: string | null; readonly page: number }

/** What the address asks for. What it does not know it leaves aside: an old link still opens the page. */
export function readLinesAddress({ searchParams }: URL): LinesAddress {
  const organisationId = searchParams.get('organisation')
  const page = Number(searchParams.get('page'))
  return {
    category: categories.find((category) => category === searchParams.get('categorie')) ?? null,
    organisationId: isUuid(organisationId) ? organisationId.toLowerCase() : null,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

/** The same address, written from `path`: each part only where it says something. */
export function writeLinesAddress(path: string, { category, organisationId, page }: Partial<LinesAddress>): string {
  const asked = new URLSearchParams()
  if (organisationId) asked.set('organisation', organisationId)
  if (category) asked.set('categorie', category)
  if (page && page > 1) asked.set('page', String(page))
  return `${path}${asked.size > 0 ? `?${asked}` : ''}#lignes`
}

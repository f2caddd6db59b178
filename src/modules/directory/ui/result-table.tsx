import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { organisationLabel } from '../domain/organisation.ts'
import { fullName } from '../domain/person.ts'
import type { SearchResult } from '../domain/search-result.ts'
import { directoryTexts } from '../texts.ts'

/** A result and, for a place, the name of its country in the reader's language. */
export type ShownResult = SearchResult & { readonly countryName: string }

/** Answers of the directory, each told by its kind: an organisation, a person, a city. */
export function ResultTable({ caption, results }: { caption: string; results: readonly ShownResult[] }) {
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  const columns = texts.search.columns
  return (
    <DataTable
      caption={caption}
      rows={results}
      rowKey={(result) => `${result.kind} ${result.id}`}
      rowLink={addressOf}
      columns={[
        { key: 'name', header: columns.name, render: (result) => nameOf(result, locale) },
        { key: 'kind', header: columns.kind, render: (result) => <Tag>{texts.resultKinds[result.kind]}</Tag> },
        { key: 'details', header: columns.details, isLong: true, render: (result) => <Details result={result} /> },
      ]}
    />
  )
}

function addressOf(result: SearchResult): string {
  if (result.kind === 'person') return href('/annuaire/personnes/:personId', { personId: result.id })
  if (result.kind === 'city') return href('/annuaire/villes/:cityId', { cityId: result.id })
  return href('/annuaire/organisations/:organisationId', { organisationId: result.id })
}

function nameOf(result: SearchResult, locale: string): string {
  return result.kind === 'person' ? fullName(result) : organisationLabel(result, locale)
}

function Details({ result }: { result: ShownResult }) {
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  if (result.kind === 'city') return result.countryName
  if (result.kind === 'person')
    return result.capacities.map(({ capacity, organisation }) => `${pick(capacity, locale).text}, ${organisation}`).join(' ; ')
  const ownName = organisationLabel(result, locale) === result.name ? undefined : result.name
  return [
    ownName,
    texts.kinds[result.organisationKind],
    result.cityName,
    result.countryName,
    result.isWorkspace ? texts.isWorkspace : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}

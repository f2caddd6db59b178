import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CountryRule } from '../domain/rule.ts'
import { departureTexts } from '../texts.ts'
import { countryName } from './country-name.ts'

/** What the countries of a mission ask for, each with its source; and those of which nothing is known. */
export function DestinationRules({
  rules,
  unknown,
  maySet,
}: {
  rules: readonly CountryRule[]
  unknown: readonly string[]
  maySet: boolean
}) {
  const texts = useCatalogue(departureTexts)
  const words = texts.readiness
  const locale = useLocale()
  return (
    <>
      {unknown.length > 0 && (
        <Notice tone="warning">
          <p>
            {words.noRule(new Intl.ListFormat(locale).format(unknown.map((code) => countryName(code, locale))))}{' '}
            {maySet && <Link to={href('/reglages/depart')}>{words.toRules}</Link>}
          </p>
        </Notice>
      )}
      {rules.length > 0 && (
        <DataTable
          caption={words.destinationCaption}
          captionHidden
          rows={rules}
          rowKey={({ country, kind }) => `${country}-${kind}`}
          columns={[
            { key: 'country', header: words.country, render: ({ country }) => countryName(country, locale) },
            { key: 'kind', header: words.requirement, render: ({ kind }) => texts.kinds[kind] },
            { key: 'words', header: words.rule, isLong: true, render: (rule) => <LocalizedText content={rule.words} /> },
            { key: 'need', header: words.need, render: ({ need }) => texts.needs[need] },
            { key: 'source', header: words.source, isLong: true, render: ({ source }) => source },
          ]}
        />
      )}
    </>
  )
}

import { formatZoned } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { type SuggestionRun, pointsIn } from '../../domain/suggestion-run.ts'
import { profileTexts } from '../../texts/profile-texts.ts'
import { suggestionTexts } from '../../texts/suggestion-texts.ts'
import { useProfileWords } from '../use-profile-words.ts'
import { useReasonWords } from '../use-reason-words.ts'

type RunDetailsProps = {
  run: SuggestionRun
  /** Of those who still take part, by id. */
  names: Readonly<Record<string, string>>
  timeZone: TimeZone
  isOpen?: boolean
}

/** One run as it was shown: from what, with which weights, and what weighed in each pair. By name, never by rank. */
export function RunDetails({ run, names, timeZone, isOpen = false }: RunDetailsProps) {
  const words = useCatalogue(suggestionTexts)
  const profile = useCatalogue(profileTexts)
  const wordsOf = useProfileWords()
  const reasonsOf = useReasonWords()
  const locale = useLocale()
  const { own, pairs, compared } = run
  const moment = formatZoned({ instant: run.shownAt, zone: timeZone }, locale)
  const written = [
    { label: words.own.offers, value: own.offers.join(', ') },
    { label: words.own.needs, value: own.needs.join(', ') },
    { label: words.own.sectors, value: own.sectors.join(', ') },
    { label: words.own.languages, value: own.languages.join(', ') },
    { label: words.own.country, value: own.country ?? '' },
    ...wordsOf({ ...own, knownBy: '' }),
  ].filter(({ value }) => value !== '')
  const named = pairs
    .map((pair) => ({ ...pair, name: names[pair.otherId] ?? words.gone }))
    .sort((a, b) => a.name.localeCompare(b.name, locale) || (a.otherId < b.otherId ? -1 : 1))
  return (
    <details open={isOpen}>
      <summary>{words.run(run.number, moment, run.shownName)}</summary>
      <p>{words.compared(compared, pairs.length)}</p>
      <p>{words.own.told(written.map(({ label, value }) => profile.told(label, value)))}</p>
      <DataTable
        caption={words.pairs(run.number)}
        captionHidden
        rows={named}
        rowKey={({ otherId }) => otherId}
        empty={<p>{words.nothing}</p>}
        columns={[
          { key: 'other', header: words.other, isRowHeader: true, render: ({ name }) => name },
          { key: 'why', header: words.why, isLong: true, render: ({ reasons }) => reasonsOf(reasons) },
          { key: 'points', header: words.points, align: 'figure', render: (pair) => pointsIn(run, pair) },
        ]}
      />
      <p>{words.weights(run.version, run.weights)}</p>
    </details>
  )
}

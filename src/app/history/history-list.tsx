import type { HistoryEntry } from '#platform/history.ts'
import { type TimeZone, asTimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { eventTexts } from '../event-texts.ts'
import { isShownInHistory } from './columns.ts'
import styles from './history-list.module.css'
import { shownValue } from './shown-value.ts'
import { historyTexts } from './texts.ts'

/** The changes of an object, in the words of the product: who, for which organisation, what, before and after. */
export function HistoryList({ entries, timeZone }: { entries: readonly HistoryEntry[]; timeZone: string }) {
  const texts = useCatalogue(historyTexts)
  const events = useCatalogue(eventTexts)
  const zone = asTimeZone(timeZone)
  if (entries.length === 0) return <p>{texts.empty}</p>
  return (
    <Timeline
      label={texts.label}
      entries={transactionsOf(entries).map(([first, ...others]) => ({
        key: first.key,
        when: <ZonedTime instant={first.recordedAt} zone={zone} />,
        title: events[first.event] ?? first.event,
        by: [first.actorName ?? texts.system, first.organisationName].filter(Boolean).join(', '),
        children: [first, ...others].map((entry) => <Changes key={entry.key} entry={entry} zone={zone} />),
      }))}
    />
  )
}

type Transaction = readonly [HistoryEntry, ...HistoryEntry[]]

/** One use-case writes several rows in one transaction, hence at one instant: people read it as one event. */
function transactionsOf(entries: readonly HistoryEntry[]): Transaction[] {
  const keyOf = (entry: HistoryEntry) => [entry.recordedAt, entry.event, entry.actorName, entry.organisationName].join('|')
  return [...Map.groupBy(entries, keyOf).values()].flatMap(([first, ...others]) => (first ? [[first, ...others]] : []))
}

function Changes({ entry, zone }: { entry: HistoryEntry; zone: TimeZone }) {
  const texts = useCatalogue(historyTexts)
  const reader = { locale: useLocale(), zone }
  const { entity, before, after, operation } = entry
  const fields = Object.keys({ ...before, ...after }).filter(isShownInHistory)
  if (fields.length === 0) return null
  return (
    <details>
      <summary>{texts.operations[operation](texts.entities[entity] ?? entity)}</summary>
      <dl className={styles.changes}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{texts.fields[field] ?? spelt(field)}</dt>
            <dd>
              {operation === 'update' ? (
                <>
                  <del>{shownValue(before, entity, field, reader)}</del> <ins>{shownValue(after, entity, field, reader)}</ins>
                </>
              ) : (
                shownValue(after ?? before, entity, field, reader)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** A column that has lost its words since it was written: 'rateSource' reads "rate source". */
function spelt(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

import type { HistoryEntry } from '#platform/history.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { ZonedTime } from '#ui/format.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { eventTexts } from './event-texts.ts'
import { appTexts } from './texts.ts'

/** The changes of an object, in the words of the product: who, for which organisation, what, before and after. */
export function HistoryList({ entries, timeZone }: { entries: readonly HistoryEntry[]; timeZone: string }) {
  const texts = useCatalogue(appTexts)
  const events = useCatalogue(eventTexts)
  return (
    <Timeline
      label={texts.history.label}
      entries={transactionsOf(entries).map(([first, ...others]) => ({
        key: first.key,
        when: <ZonedTime instant={first.recordedAt} zone={asTimeZone(timeZone)} />,
        title: events[first.event] ?? first.event,
        by: [first.actorName ?? texts.history.system, first.organisationName].filter(Boolean).join(', '),
        children: [first, ...others].map((entry) => <Changes key={entry.key} entry={entry} />),
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

function Changes({ entry }: { entry: HistoryEntry }) {
  const texts = useCatalogue(appTexts)
  const fields = Object.keys({ ...entry.before, ...entry.after }).filter((field) => !technical.has(field) && !field.endsWith('Id'))
  if (fields.length === 0) return null
  return (
    <details>
      <summary>{texts.history.operations[entry.operation](entry.entity)}</summary>
      <dl>
        {fields.map((field) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {entry.operation === 'update' ? (
                <>
                  <del>{shown(entry.before?.[field])}</del> <ins>{shown(entry.after?.[field])}</ins>
                </>
              ) : (
                shown((entry.after ?? entry.before)?.[field])
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const technical = new Set([
  'id',
  'version',
  'position',
  'created_at',
  'createdAt',
  'updatedAt',
  'tokenDigest',
  'identityKey',
  'recordedAt',
  'recordedBy',
])

function shown(value: unknown): string {
  if (value === undefined || value === null) return '∅'
  if (typeof value === 'object') return Object.values(value).map(String).join(' / ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Change, ChangeKind, SaidItem } from '../domain/delta.ts'
import { endingOf } from '../domain/ending.ts'
import { programmeTexts } from '../texts.ts'

const tones: Record<ChangeKind, 'success' | 'warning' | 'info' | 'danger'> = {
  new: 'success',
  moved: 'warning',
  changed: 'info',
  cancelled: 'danger',
}

/** What a release changed, in the order of the day: the word for it, then before and now. */
export function Changelog({ changes }: { changes: readonly Change<SaidItem>[] }) {
  const texts = useCatalogue(programmeTexts)
  const words = texts.releases
  if (changes.length === 0) return <p>{words.nothing}</p>
  return (
    <DataTable
      caption={words.changelogCaption}
      captionHidden
      rows={changes}
      rowKey={({ after }) => after.id}
      columns={[
        { key: 'moment', header: words.moment, isRowHeader: true, render: ({ after }) => <LocalizedText content={after.title} /> },
        { key: 'kind', header: words.change, render: ({ kind }) => <Tag tone={tones[kind]}>{texts.changes[kind]}</Tag> },
        {
          key: 'before',
          header: words.before,
          isLong: true,
          render: ({ kind, before }) => before && kind !== 'changed' && <Moment item={before} />,
        },
        { key: 'after', header: words.after, isLong: true, render: ({ kind, after }) => kind !== 'cancelled' && <Moment item={after} /> },
      ]}
    />
  )
}

function Moment({ item }: { item: SaidItem }) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  return (
    <>
      <ZonedTime instant={item.startsAt} zone={item.timeZone} /> {texts.timetable.until(endingOf(item, locale))}
      {item.venue && (
        <>
          {', '}
          <LocalizedText content={item.venue.name} />
        </>
      )}
    </>
  )
}

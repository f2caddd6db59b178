import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { pocketTexts } from '../texts.ts'
import type { ShownChange, ShownPocket } from '../usecases/read-pocket.ts'
import styles from './pocket-page.module.css'

const tones: Record<ShownChange['kind'], 'success' | 'warning' | 'info' | 'danger'> = {
  new: 'success',
  moved: 'warning',
  changed: 'info',
  cancelled: 'danger',
}

/** What each release changed for the reader, the latest in sight, the others folded. */
export function Changelog({ changelog, zone }: Pick<ShownPocket, 'changelog'> & { zone: TimeZone }) {
  const { sections, changelog: words } = useCatalogue(pocketTexts)
  const told = changelog.filter(({ number }) => number > 1)
  return (
    <Section title={sections.changelog} id="changements" titlePlace="above">
      {told.length === 0 && <p>{words.first}</p>}
      {told.map(({ number, releasedAt, changes }, index) => (
        <details key={number} open={index === 0}>
          <summary>
            {words.version(number)} <ZonedTime instant={releasedAt} zone={zone} />, {words.count(changes.length)}
          </summary>
          {changes.length > 0 && (
            <ul className={styles.list}>
              {changes.map((change) => (
                <ChangeLine key={change.id} change={change} />
              ))}
            </ul>
          )}
        </details>
      ))}
    </Section>
  )
}

function ChangeLine({ change: { title, kind, kindLabel, before, after } }: { change: ShownChange }) {
  const { changelog: words } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const said = ({ startsAt, endsAt, timeZone, venue }: ShownChange['after']) => {
    const [start, end] = [startsAt, endsAt].map((instant) => onTheClock({ instant, zone: timeZone }))
    if (!start || !end) return ''
    const hours = `${formatTime(start.time, locale)} – ${formatTime(end.time, locale)}`
    return [formatDate(start.date, locale, 'full'), hours, venue && pick(venue.name, locale).text].filter(Boolean).join(' · ')
  }
  const name = pick(title, locale)
  return (
    <li className={styles.moment}>
      <p>
        <Tag tone={tones[kind]}>{kindLabel}</Tag>
      </p>
      <p className={kind === 'cancelled' ? `${styles.title} ${styles.cancelled}` : styles.title} lang={name.language}>
        {name.text}
      </p>
      <p className={styles.facts}>{said(after)}</p>
      {kind === 'moved' && before && <p className={styles.facts}>{words.before(said(before))}</p>}
    </li>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate, weekdayName } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { programmeTexts } from '../texts.ts'
import styles from './day-list.module.css'
import type { ShownItem } from './timetable.tsx'

type DayListProps<Shown extends ShownItem> = {
  items: readonly Shown[]
  linkOf?: (itemId: string) => string
  /** What is said of an item under its title. */
  details?: (item: Shown) => ReactNode
}

/** The same items as the timetable, day after day: for a phone, for paper, and for who listens. */
export function DayList<Shown extends ShownItem>({ items, linkOf, details }: DayListProps<Shown>) {
  const locale = useLocale()
  const texts = useCatalogue(programmeTexts)
  const days = new Map<LocalDate, Shown[]>()
  for (const item of items) {
    const { date } = onTheClock({ instant: item.startsAt, zone: item.timeZone })
    days.set(date, [...(days.get(date) ?? []), item])
  }
  return [...days].map(([date, ofTheDay]) => (
    <section key={date} className={styles.day}>
      <h3 className={styles.date}>
        {weekdayName(date, locale)} {formatDate(date, locale, 'long')}
      </h3>
      <p className={styles.zone}>
        {texts.timetable.zone([...new Set(ofTheDay.map(({ timeZone }) => timeZone))].map((zone) => zoneName(zone, locale)).join(', '))}
      </p>
      <ul className={styles.items}>
        {ofTheDay.map((item) => (
          <DayItem key={item.id} item={item} link={linkOf?.(item.id)}>
            {details?.(item)}
          </DayItem>
        ))}
      </ul>
    </section>
  ))
}

export function DayItem({ item, link, children }: { item: ShownItem; link?: string | undefined; children?: ReactNode }) {
  const locale = useLocale()
  const texts = useCatalogue(programmeTexts)
  const start = onTheClock({ instant: item.startsAt, zone: item.timeZone })
  const end = onTheClock({ instant: item.endsAt, zone: item.timeZone })
  const title = pick(item.title, locale)
  return (
    <li className={`${styles.item} ${item.state === 'cancelled' ? styles.cancelled : ''}`}>
      <span className={styles.time}>
        {formatTime(start.time, locale)} – {formatTime(end.time, locale)}
      </span>
      <div>
        <p className={styles.title} lang={title.language}>
          {link ? <Link to={link}>{title.text}</Link> : title.text}
        </p>
        <p className={styles.facts}>
          {[texts.types[item.type], item.venueName && pick(item.venueName, locale).text, item.vehicleName].filter(Boolean).join(' · ')}{' '}
          {item.state !== 'confirmed' && <Tag tone={item.state === 'cancelled' ? 'danger' : 'warning'}>{texts.states[item.state]}</Tag>}{' '}
          {item.warningCount > 0 && <Tag tone="danger">{texts.timetable.warnings(item.warningCount)}</Tag>}
        </p>
        {children && <div className={styles.details}>{children}</div>}
      </div>
    </li>
  )
}

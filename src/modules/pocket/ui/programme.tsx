import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate, weekdayName } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Instant } from '#platform/pure/instant.ts'
import { nowAndNext } from '../domain/agenda.ts'
import { pocketTexts } from '../texts.ts'
import type { ShownMeeting, ShownMoment } from '../usecases/read-pocket.ts'
import { Meeting, Moment, MomentFacts } from './moment.tsx'
import styles from './pocket-page.module.css'
import type { Writing } from './writing.ts'

/** What one looks for first: where to be now, where to be next. */
export function NowNext({ items, now }: { items: readonly (ShownMoment | ShownMeeting)[]; now: Instant }) {
  const { sections, programme } = useCatalogue(pocketTexts)
  const found = nowAndNext(items, now)
  return (
    <Section title={sections.now} id="maintenant" titlePlace="above">
      {[
        { title: programme.now, moments: found.now, nothing: programme.nothingNow },
        { title: programme.next, moments: found.next, nothing: programme.nothingNext },
      ].map(({ title, moments, nothing }) => (
        <div key={title} className={styles.glance}>
          <h3>{title}</h3>
          {moments.length === 0 ? (
            <p className={styles.facts}>{nothing}</p>
          ) : (
            <ul className={styles.list}>
              {moments.map((item) => (
                <li key={item.id} className={styles.moment}>
                  <Day item={item} />
                  <MomentFacts item={item} withZone />
                  {addressOf(item) && <p className={styles.facts}>{addressOf(item)}</p>}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  )
}

const addressOf = (item: ShownMoment | ShownMeeting) => ('met' in item ? item.address : item.venue?.addressLocal)

function Day({ item }: { item: ShownMoment | ShownMeeting }) {
  const locale = useLocale()
  const { date } = onTheClock({ instant: item.startsAt, zone: item.timeZone })
  return (
    <p className={styles.facts}>
      {weekdayName(date, locale)} {formatDate(date, locale, 'long')}
    </p>
  )
}

/** Day after day, in the hours of the place; one-to-one meetings among the moments of the programme. */
export function Programme({ items, writing }: { items: readonly (ShownMoment | ShownMeeting)[]; writing: Writing }) {
  const { sections, programme } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const days = new Map<LocalDate, (ShownMoment | ShownMeeting)[]>()
  for (const item of items.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0))) {
    const { date } = onTheClock({ instant: item.startsAt, zone: item.timeZone })
    days.set(date, [...(days.get(date) ?? []), item])
  }
  return (
    <Section title={sections.programme} id="programme" titlePlace="above">
      {items.length === 0 && <EmptyState title={programme.empty} />}
      {[...days].map(([date, ofTheDay]) => (
        <div key={date}>
          <h3 className={styles.day}>
            {weekdayName(date, locale)} {formatDate(date, locale, 'long')}
          </h3>
          <p className={styles.facts}>
            {programme.zone([...new Set(ofTheDay.map(({ timeZone }) => zoneName(timeZone, locale)))].join(', '))}
          </p>
          <ul className={styles.list}>
            {ofTheDay.map((item) =>
              'met' in item ? <Meeting key={item.id} meeting={item} /> : <Moment key={item.id} item={item} writing={writing} />,
            )}
          </ul>
        </div>
      ))}
    </Section>
  )
}

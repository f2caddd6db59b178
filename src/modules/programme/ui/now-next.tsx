import { useCatalogue } from '#ui/catalogue.ts'
import { programmeTexts } from '../texts.ts'
import { DayItem } from './day-list.tsx'
import styles from './day-list.module.css'
import type { ShownItem } from './timetable.tsx'

/** What one looks for on a phone: where to be now, where to be next. Before and after the journey there is nothing to say. */
export function NowNext({
  now,
  next,
  linkOf,
}: {
  now: readonly ShownItem[]
  next: readonly ShownItem[]
  linkOf?: (itemId: string) => string
}) {
  const { timetable } = useCatalogue(programmeTexts)
  if (now.length === 0 && next.length === 0) return null
  return (
    <>
      {[
        { title: timetable.now, items: now, nothing: timetable.nothingNow },
        { title: timetable.next, items: next, nothing: timetable.nothingNext },
      ].map(({ title, items, nothing }) => (
        <section key={title} className={styles.day}>
          <h3 className={styles.date}>{title}</h3>
          {items.length === 0 ? (
            <p className={styles.zone}>{nothing}</p>
          ) : (
            <ul className={styles.items}>
              {items.map((item) => (
                <DayItem key={item.id} item={item} link={linkOf?.(item.id)} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}

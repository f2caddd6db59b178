import { Link } from 'react-router'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateText } from '#ui/format.tsx'
import { deskTexts } from '../../texts/desk-texts.ts'
import styles from './desk.module.css'

/** The days of the event, each at its address. */
export function DayLinks({ days, shown, here }: { days: readonly LocalDate[]; shown: LocalDate; here: string }) {
  const texts = useCatalogue(deskTexts)
  return (
    <nav className={styles.days} aria-label={texts.days}>
      <ul>
        {days.map((day) => (
          <li key={day}>
            <Link to={`${here}?jour=${day}`} aria-current={day === shown ? 'page' : undefined}>
              <DateText date={day} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

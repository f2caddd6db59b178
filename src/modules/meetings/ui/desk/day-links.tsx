import { Link } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import type { ShownDay } from '../../domain/shown-slots.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { deskTexts } from '../../texts/desk-texts.ts'
import { planTexts } from '../../texts/plan-texts.ts'
import styles from './desk.module.css'

/** The days of the event, each at its address. */
export function DayLinks({ days, shown, here }: { days: readonly ShownDay[]; shown: LocalDate; here: string }) {
  const texts = useCatalogue(deskTexts)
  const { sheets } = useCatalogue(planTexts)
  const locale = useLocale()
  return (
    <nav className={styles.days} aria-label={texts.days}>
      <ul>
        {days.map(({ date, city }) => (
          <li key={date}>
            <Link to={`${here}?jour=${date}`} aria-current={date === shown ? 'page' : undefined}>
              {city ? sheets.dayIn(formatDate(date, locale), pick(city, locale).text) : formatDate(date, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { programmeTexts } from '../texts.ts'
import styles from './timetable.module.css'

/** The field of the address that names a week by its Monday. */
export const weekField = 'semaine'

/** The whole programme, or one of its weeks; nothing to choose when there is one. */
export function Weeks({ missionId, weeks, shown }: { missionId: string; weeks: readonly LocalDate[]; shown: LocalDate | undefined }) {
  const { timetable: words } = useCatalogue(programmeTexts)
  const locale = useLocale()
  if (weeks.length < 2) return null
  const path = href('/missions/:missionId/programme', { missionId })
  return (
    <nav aria-label={words.weeks} data-print="no">
      <ul className={styles.weeks}>
        <li>
          <Link to={path} aria-current={shown === undefined ? 'page' : undefined}>
            {words.everyWeek}
          </Link>
        </li>
        {weeks.map((monday) => (
          <li key={monday}>
            <Link to={`${path}?${weekField}=${monday}`} aria-current={shown === monday ? 'page' : undefined}>
              {words.weekOf(formatDate(monday, locale, 'long'))}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

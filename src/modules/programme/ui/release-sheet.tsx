import type { ReactNode } from 'react'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { programmeTexts } from '../texts.ts'
import styles from './release-sheet.module.css'

/** What is printed with the number of its release at the foot of every page: whoever picks up a sheet knows which release it is of. */
export function ReleaseSheet({ number, missionTitle, children }: { number: number; missionTitle: Localized; children: ReactNode }) {
  const { derived } = useCatalogue(programmeTexts)
  const locale = useLocale()
  return (
    <div className={styles.sheet}>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot} aria-hidden>
        <p>{derived.runningHead(number, pick(missionTitle, locale).text)}</p>
      </div>
    </div>
  )
}

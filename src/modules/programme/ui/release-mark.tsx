import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { programmeTexts } from '../texts.ts'
import styles from './release-mark.module.css'

/** The foot of every printed page: whoever picks up a sheet knows which release it is of. */
export function ReleaseMark({ number, missionTitle }: { number: number; missionTitle: Localized }) {
  const { derived } = useCatalogue(programmeTexts)
  const locale = useLocale()
  return (
    <p className={styles.foot} aria-hidden>
      {derived.runningHead(number, pick(missionTitle, locale).text)}
    </p>
  )
}

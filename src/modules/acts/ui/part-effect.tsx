import { useCatalogue } from '#ui/catalogue.ts'
import { actTexts } from '../texts.ts'
import type { ShownPart } from '../usecases/show-part.ts'
import { ActBlocks } from './act-sheet.tsx'
import styles from './act-sheet.module.css'

/** What a part says with the facts of the latest act, on a piece of its sheet. */
export function PartEffect({ shown: { actId, language, blocks, missionTitles } }: { shown: ShownPart }) {
  const words = useCatalogue(actTexts).template
  if (actId === null) return <p>{words.noEffect}</p>
  if (blocks.length === 0) return <p>{words.nothing}</p>
  return (
    <div className={styles.sheet} lang={language}>
      <ActBlocks blocks={blocks} links={{ actId, missionTitles }} />
    </div>
  )
}

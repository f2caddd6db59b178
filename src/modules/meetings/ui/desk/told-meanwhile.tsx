import { formatDate } from '#platform/pure/local-date-format.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import type { DeskOutcome, SaidOutcome } from '../../domain/desk-outcome.ts'
import type { OutcomeDraft } from '../../domain/outcome.ts'
import { outcomeTexts } from '../../texts/outcome-texts.ts'
import styles from './desk.module.css'

type ToldMeanwhileProps = {
  /** Of which meeting, in words. */
  pair: string
  mine: SaidOutcome
  theirs: DeskOutcome
  keepTheirs: () => void
  keepMine: () => void
}

/** Two words about one side of a meeting: both in sight, and one is chosen. */
export function ToldMeanwhile({ pair, mine, theirs, keepTheirs, keepMine }: ToldMeanwhileProps) {
  const texts = useCatalogue(outcomeTexts)
  const locale = useLocale()
  const words = ({ state, nextStep, nextStepOn, nextStepWords }: OutcomeDraft) =>
    texts.desk.word(texts.states[state], texts.nextSteps[nextStep], nextStepOn && formatDate(nextStepOn, locale), nextStepWords)
  return (
    <div className={styles.twoWords}>
      <p>{texts.desk.meanwhile(pair)}</p>
      <p>{texts.desk.said(theirs.saidName, words(theirs))}</p>
      <p>{texts.desk.youSaid(words(mine))}</p>
      <div className={styles.row}>
        <Button type="button" onClick={keepTheirs} aria-label={texts.desk.keepTheirsOf(theirs.saidName, pair)}>
          {texts.desk.keepTheirs(theirs.saidName)}
        </Button>
        <Button type="button" kind="quiet" onClick={keepMine} aria-label={texts.desk.keepMineOf(pair)}>
          {texts.desk.keepMine}
        </Button>
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useTexts } from './locale.tsx'
import styles from './key-facts.module.css'

/** `value` left empty reads « non renseigné »: an absent fact is a fact too. */
export type KeyFact = { key: string; label: ReactNode; value?: ReactNode; note?: ReactNode }

/** The few facts that identify an object: who, where, when. */
export function KeyFacts({ facts }: { facts: readonly KeyFact[] }) {
  const texts = useTexts()
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, label, value, note }) => {
        const isAbsent = value === undefined || value === null || value === ''
        return (
          <div key={key} className={styles.fact}>
            <dt>{label}</dt>
            <dd>
              {isAbsent ? <span className={styles.absent}>{texts.noContent}</span> : value}
              {note && <span className={styles.note}>{note}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

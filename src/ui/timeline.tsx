import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type TimelineEntry = {
  key: string
  /** A ZonedTime or a date. */
  when: ReactNode
  title: ReactNode
  by?: ReactNode
  children?: ReactNode
}

/** What happened, newest or oldest first as given: the history of an object, of a relation. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <p className={styles.when}>{entry.when}</p>
          <div className={styles.what}>
            <p className={styles.title}>{entry.title}</p>
            {entry.by && <p className={styles.by}>{entry.by}</p>}
            {entry.children}
          </div>
        </li>
      ))}
    </ol>
  )
}

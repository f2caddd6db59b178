import type { ReactNode } from 'react'
import styles from './key-figures.module.css'

/** `figure` is formatted already, and a FigureLink where it can be opened; `note` says its source or date. */
export type KeyFigure = { key: string; label: ReactNode; figure: ReactNode; note?: ReactNode }

/** A few counts set large: what a year, a mission or a page amounts to. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, label, figure, note }) => (
        <div key={key} className={styles.item}>
          <dt>{label}</dt>
          <dd>
            <span className={styles.figure}>{figure}</span>
            {note && <span className={styles.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

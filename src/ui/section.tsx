import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './section.module.css'

type SectionProps = {
  title: ReactNode
  /** A sentence under the title, in the margin on wide screens. */
  note?: ReactNode
  /** A link or plain button about the whole section. */
  action?: ReactNode
  /** `margin` writes the title in the notebook's margin when there is room; `above` leaves the full width to a wide table. */
  titlePlace?: 'margin' | 'above'
  id?: string
  /** False for what one does and does not read: it is left out of a printed page. */
  onPaper?: boolean
  children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, note, action, titlePlace = 'margin', id, onPaper = true, children }: SectionProps) {
  const titleId = useId()
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={classNames(styles.section, styles[titlePlace])}
      data-print={onPaper ? undefined : 'no'}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {note && <p className={styles.note}>{note}</p>}
        {action && (
          <div className={styles.action} data-print="no">
            {action}
          </div>
        )}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}

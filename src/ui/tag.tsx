import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Tone } from './notice.tsx'
import styles from './tag.module.css'

/** A word that says a state or a theme. `mark` adds the small colour of a theme beside the word. */
export function Tag({ tone, mark, children }: { tone?: Tone; mark?: 1 | 2 | 3 | 4 | 5 | 6; children: ReactNode }) {
  return (
    <span className={classNames(styles.tag, tone && styles[tone])}>
      {mark && <span className={classNames(styles.mark, styles[`mark${mark}`])} aria-hidden />}
      {children}
    </span>
  )
}

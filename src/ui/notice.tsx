import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'
import styles from './notice.module.css'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

/**
 * Something the reader should know before going on, where it matters on the page.
 * The tone is a colour, a drawing and, for screen readers, a word.
 */
export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  const texts = useTexts()
  return (
    <div className={classNames(styles.notice, styles[tone])}>
      <Icon name={tone} label={texts.tones[tone]} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}

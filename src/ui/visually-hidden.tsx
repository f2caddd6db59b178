import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** Text for screen readers only, when the eye already has it by place or shape. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

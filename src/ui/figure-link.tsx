import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './figure-link.module.css'
import { useTexts } from './locale.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/**
 * A figure that opens on the lines and people behind it. `label` says of what it is the figure, for someone who
 * goes from link to link: « 133 558,52 € — ouvrir le détail de Miami ».
 */
export function FigureLink({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  const texts = useTexts()
  return (
    <Link to={to} className={styles.figure}>
      {children}
      <VisuallyHidden> — {texts.openDetail(label)}</VisuallyHidden>
    </Link>
  )
}

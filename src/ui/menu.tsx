import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Icon, type IconName } from './icons.tsx'
import styles from './menu.module.css'

/**
 * A few links or forms behind one button, by a native disclosure: the organisation switcher, the account menu.
 * It closes when the client router changes page.
 */
export function Menu({
  label,
  icon,
  align = 'start',
  children,
}: {
  label: ReactNode
  icon?: IconName
  align?: 'start' | 'end'
  children: ReactNode
}) {
  const { key } = useLocation()
  return (
    <details key={key} className={styles.menu} data-print="no">
      <summary>
        {icon && <Icon name={icon} />}
        <span className={styles.label}>{label}</span>
        <Icon name="chevronDown" />
      </summary>
      <div className={`${styles.panel} ${styles[align]}`}>{children}</div>
    </details>
  )
}

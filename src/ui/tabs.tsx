import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import styles from './tabs.module.css'

export type Tab = { to: string; label: ReactNode; /** How many things wait there. */ count?: number; end?: boolean }

/** The sub-pages of one object, as plain links: each has its address, its history and works without a script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs} data-print="no">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end ?? true}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}> {tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

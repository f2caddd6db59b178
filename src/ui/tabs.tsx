import { type ReactNode, useId } from 'react'
import { NavLink } from 'react-router'
import { classNames } from './class-names.ts'
import styles from './tabs.module.css'

export type Tab = { to: string; label: ReactNode; /** How many things wait there. */ count?: number; end?: boolean }

/** The sub-pages of one object, as plain links: each has its address, its history and works without a script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs} data-print="no">
      <TabList tabs={tabs} />
    </nav>
  )
}

export type TabGroup = { readonly label: string; readonly tabs: readonly Tab[] }

/** The same, for an object of many parts: in a few named groups, every part still one link away. */
export function GroupedTabs({ label, groups }: { label: string; groups: readonly TabGroup[] }) {
  const id = useId()
  return (
    <nav aria-label={label} className={classNames(styles.tabs, styles.grouped)} data-print="no">
      {groups.map((group, index) => (
        <div key={group.label} className={styles.group}>
          <p id={`${id}${index}`} className={styles.groupLabel}>
            {group.label}
          </p>
          <TabList tabs={group.tabs} labelledBy={`${id}${index}`} />
        </div>
      ))}
    </nav>
  )
}

function TabList({ tabs, labelledBy }: { tabs: readonly Tab[]; labelledBy?: string }) {
  return (
    <ul aria-labelledby={labelledBy}>
      {tabs.map((tab) => (
        <li key={tab.to}>
          <NavLink to={tab.to} end={tab.end ?? true}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}> {tab.count}</span>}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

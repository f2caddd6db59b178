import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names.ts'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'
import styles from './task-list.module.css'

export type Task = {
  key: string
  what: ReactNode
  to?: string
  /** Who owes it. */
  who?: ReactNode
  /** By when, in words. */
  by?: ReactNode
  state?: 'done' | 'open' | 'late'
}

const icons = { done: 'check', late: 'warning', open: 'clock' } as const

/** What is missing, who owes it, by when. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  const texts = useTexts()
  return (
    <ul className={styles.tasks} aria-label={label}>
      {tasks.map(({ key, what, to, who, by, state = 'open' }) => (
        <li key={key} className={classNames(styles.task, styles[state])}>
          <Icon name={icons[state]} label={texts.tasks[state]} />
          <div className={styles.words}>
            <p className={styles.what}>{to ? <Link to={to}>{what}</Link> : what}</p>
            {(who || by) && (
              <p className={styles.who}>
                {who && <span>{who}</span>}
                {by && <span>{by}</span>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

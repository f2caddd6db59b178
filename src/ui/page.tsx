import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { classNames } from './class-names.ts'
import { useTexts } from './locale.tsx'
import styles from './page.module.css'
import { productName } from './product.ts'

/** What comes next on this page's object, who owes it, and by when. */
export type NextStep = { what: ReactNode; who?: ReactNode; by?: ReactNode }

type PageProps = {
  title: ReactNode
  /** What the browser's tab says; the title itself, when it is plain text. Every page has its own (RGAA 8.6). */
  documentTitle?: string
  /** A few words above the title: the kind of object, its reference. */
  kicker?: ReactNode
  /** One or two sentences that say what the page is for. */
  lead?: ReactNode
  breadcrumbs?: readonly Crumb[]
  /** The state of the object, in a Tag. */
  state?: ReactNode
  next?: NextStep
  /** The main action, and at most one or two plain ones. */
  action?: ReactNode
  /** Ribbon or Tabs that belong to the header. */
  below?: ReactNode
  /** One part of an object among others: the header says where one is in a few lines, and leaves the screen to the part. */
  isPart?: boolean
  children?: ReactNode
}

/** A page answers, before anything else: where am I, what state is this in, what is next, who owes it. */
export function Page({ title, documentTitle, kicker, lead, breadcrumbs, state, next, action, below, isPart, children }: PageProps) {
  const named = documentTitle ?? (typeof title === 'string' ? title : '')
  return (
    <article className={classNames(styles.page, isPart && styles.part)}>
      <title>{named ? `${named} · ${productName}` : productName}</title>
      <header className={styles.header}>
        {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        <div className={styles.top}>
          <div className={styles.titles}>
            {kicker && <p className={styles.kicker}>{kicker}</p>}
            <h1>{title}</h1>
            {state && <div className={styles.state}>{state}</div>}
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {action && (
            <div className={styles.action} data-print="no">
              {action}
            </div>
          )}
        </div>
        {next && <Next {...next} />}
        {below}
      </header>
      {children}
    </article>
  )
}

function Next({ what, who, by }: NextStep) {
  const texts = useTexts()
  return (
    <p className={styles.next}>
      <span className={styles.nextLabel}>{texts.nextStep}</span>
      <strong>{what}</strong>
      {who && <span>{who}</span>}
      {by && <span>{by}</span>}
    </p>
  )
}

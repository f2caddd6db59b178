import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import { useTexts } from './locale.tsx'
import styles from './ribbon.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export type StepState = 'done' | 'current' | 'next' | 'missed' | 'cancelled'

export type Step = {
  key: string
  label: string
  state: StepState
  /** A date or a few words under the step. */
  note?: ReactNode
  to?: string
}

/** What keeps the next step from happening, and who can lift it. */
export type Blocker = { key: string; what: ReactNode; who?: ReactNode; to?: string }

const none: readonly Blocker[] = []

const marks: Partial<Record<StepState, IconName>> = { done: 'check', current: 'anchor', missed: 'warning', cancelled: 'cross' }

/**
 * The life of an object as a route with ports of call: sailed in a full line, still to sail in dots.
 * Each state has a drawing and a word besides its colour.
 */
export function Ribbon({ label, steps, blockers = none }: { label: string; steps: readonly Step[]; blockers?: readonly Blocker[] }) {
  const texts = useTexts()
  return (
    <div className={styles.frame}>
      <ol className={styles.ribbon} aria-label={label}>
        {steps.map((step) => {
          const mark = marks[step.state]
          return (
            <li
              key={step.key}
              className={classNames(styles.step, styles[step.state])}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              <span className={styles.port}>{mark && <Icon name={mark} />}</span>
              <span className={styles.words}>
                <span className={styles.label}>{step.to ? <Link to={step.to}>{step.label}</Link> : step.label}</span>
                {step.state === 'done' || step.state === 'next' ? (
                  <VisuallyHidden> ({texts.steps[step.state]})</VisuallyHidden>
                ) : (
                  <span className={styles.state}>{texts.steps[step.state]}</span>
                )}
                {step.note && <span className={styles.note}>{step.note}</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {blockers.length > 0 && (
        <div className={styles.blockers}>
          <p>
            <Icon name="warning" /> {texts.blocked}
          </p>
          <ul>
            {blockers.map((blocker) => (
              <li key={blocker.key}>
                {blocker.to ? <Link to={blocker.to}>{blocker.what}</Link> : blocker.what}
                {blocker.who && <span className={styles.who}> — {blocker.who}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

import { type ReactNode, useId } from 'react'
import { useTexts } from './locale.tsx'
import styles from './progress.module.css'

/** How far long work has gone. Without `value` its length is unknown. `action` is the means to cancel it. */
export function Progress({
  label,
  value,
  max = 100,
  note,
  action,
}: {
  label: ReactNode
  value?: number
  max?: number
  note?: ReactNode
  action?: ReactNode
}) {
  const texts = useTexts()
  const labelId = useId()
  return (
    <div className={styles.progress}>
      <p className={styles.label}>
        <span id={labelId}>{label}</span>
        {value !== undefined && <span className={styles.percent}>{texts.percent(max > 0 ? Math.floor((100 * value) / max) : 0)}</span>}
      </p>
      <progress aria-labelledby={labelId} value={value} max={max} />
      {(note || action) && (
        <div className={styles.foot}>
          {note && <p>{note}</p>}
          {action}
        </div>
      )}
    </div>
  )
}

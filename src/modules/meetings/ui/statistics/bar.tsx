import styles from './bar.module.css'

/** A figure of a table drawn beside it, against the largest of its column; who cannot see it reads the figure. */
export function Bar({ value, of }: { value: number; of: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100" height="10" />
      <rect className={styles.value} width={of === 0 ? 0 : (value / of) * 100} height="10" />
    </svg>
  )
}

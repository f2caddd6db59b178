import type { ReactNode } from 'react'
import styles from './columns.module.css'

/** Parts side by side while each has room to be read, one under the other otherwise. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>
}

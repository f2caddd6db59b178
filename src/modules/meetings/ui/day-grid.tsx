import type { ReactNode } from 'react'
import styles from './board-grid.module.css'

type DayGridProps = {
  caption: string
  /** What the lines are. */
  corner: string
  columns: ReadonlyArray<{ readonly id: string; readonly header: string }>
  /** The lines: `tr` elements. */
  children: ReactNode
}

/** The frame of a day seen as a grid, which a narrow window scrolls. */
export function DayGrid({ caption, corner, columns, children }: DayGridProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard too
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.board}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ id, header }) => (
              <th key={id} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   browsers drop a table's semantics when its display changes, which the stacked rows of a phone do: roles are written out. */
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { classNames } from './class-names.ts'
import styles from './data-table.module.css'
import { useTexts } from './locale.tsx'

export type Column<Row> = {
  key: string
  header: string
  render: (row: Row) => ReactNode
  /** `figure` aligns digits under digits. */
  align?: 'start' | 'figure'
  /** The column that names the row: its cells are row headers and carry the row's link. Default: the first. */
  isRowHeader?: boolean
  /** What stands under the column: a total. */
  footer?: ReactNode
  /** Long or several-part content: on a phone the column's title goes above it rather than beside. */
  isLong?: boolean
  /** For columns whose title the eye can do without: actions, a mark. */
  headerHidden?: boolean
}

type DataTableProps<Row> = {
  caption: ReactNode
  /** When a heading just above already says what the table holds. */
  captionHidden?: boolean
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowLink?: (row: Row) => string | undefined
  footerLabel?: string
  /** What an empty table teaches; an EmptyState. */
  empty?: ReactNode
  /** Rows that add others up. */
  rowEmphasis?: (row: Row) => 'subtotal' | 'total' | undefined
  /** On a narrow screen: rows as stacked sheets (default), a table one scrolls sideways to compare columns, or the same table. */
  narrow?: 'stack' | 'scroll' | 'keep'
}

/**
 * A table of facts. On a phone its rows become stacked sheets in which each value is preceded by its column's title.
 */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  rowLink,
  footerLabel,
  empty,
  rowEmphasis,
  narrow = 'stack',
}: DataTableProps<Row>) {
  const texts = useTexts()
  const captionId = useId()
  const headerColumn = columns.find((column) => column.isRowHeader) ?? columns[0]
  const hasFooter = rows.length > 0 && columns.some((column) => column.footer !== undefined)
  if (rows.length === 0 && empty) return empty
  const table = (
    <table role="table" className={styles.table}>
      <caption id={captionId} className={captionHidden ? styles.hidden : styles.caption}>
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={alignment(column)}>
              {column.headerHidden ? <span className={styles.hidden}>{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={rowLook(rowLink?.(row), rowEmphasis?.(row))}>
            {columns.map((column) =>
              column === headerColumn ? (
                <th key={column.key} role="rowheader" scope="row" className={classNames(styles.rowHeader, alignment(column))}>
                  {linked(rowLink?.(row), column.render(row))}
                </th>
              ) : (
                <td key={column.key} role="cell" data-label={column.headerHidden ? undefined : column.header} className={cellLook(column)}>
                  {column.render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr role="row">
            <td role="cell" colSpan={columns.length} className={styles.none}>
              {texts.noRows}
            </td>
          </tr>
        )}
      </tbody>
      {hasFooter && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) =>
              column === headerColumn ? (
                <th key={column.key} role="rowheader" scope="row" className={styles.rowHeader}>
                  {footerLabel ?? texts.total}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.footer === undefined ? undefined : column.header}
                  className={alignment(column)}
                >
                  {column.footer}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  )
  if (narrow !== 'scroll') return <div className={classNames(styles.frame, styles[narrow])}>{table}</div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (RGAA 7.3)
    <section className={classNames(styles.frame, styles.scroll)} aria-labelledby={captionId} tabIndex={0}>
      {table}
    </section>
  )
}

function rowLook(link: string | undefined, emphasis: 'subtotal' | 'total' | undefined): string | undefined {
  return classNames(link ? styles.linked : undefined, emphasis && styles[emphasis])
}

function cellLook<Row>(column: Column<Row>): string | undefined {
  return classNames(alignment(column), column.isLong && styles.long)
}

function alignment<Row>(column: Column<Row>): string | undefined {
  return column.align === 'figure' ? styles.figure : undefined
}

function linked(to: string | undefined, content: ReactNode): ReactNode {
  return to ? <Link to={to}>{content}</Link> : content
}

import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { sideOf } from '../domain/merge.ts'
import { duplicateTexts } from '../texts/duplicate-texts.ts'
import type { ComparedCard } from './compared-card.ts'
import styles from './compare-cards.module.css'

type CompareCardsProps = {
  one: ComparedCard
  other: ComparedCard
  /** The facts of who keeps its own card are its own to write. */ mayChoose: boolean
}
type Row = { key: string; label: string; one: string; other: string; isChosen: boolean }

/** Both cards side by side: where they differ, one says which of the two is right. */
export function CompareCards({ one, other, mayChoose }: CompareCardsProps) {
  const { compare: words } = useCatalogue(duplicateTexts)
  const labels: Readonly<Record<string, string>> = words.fields
  const rows: Row[] = Object.keys(one.fields).map((key) => {
    const [first, second] = [one.fields[key] ?? '', other.fields[key] ?? '']
    return { key, label: labels[key] ?? key, one: first, other: second, isChosen: mayChoose && first !== second }
  })
  const lists = one.kind === 'person' ? (['affiliations'] as const) : (['identifiers'] as const)
  for (const list of lists)
    rows.push({ key: list, label: words[list], one: one[list].join(' ; '), other: other[list].join(' ; '), isChosen: false })
  const cell = (row: Row, side: 'one' | 'other') => {
    const value = row[side] || words.nothing
    if (!row.isChosen) return row[side] === '' ? <em className={styles.nothing}>{words.nothing}</em> : value
    const preferred = sideOf(row.one, row.other) === 'kept' ? 'one' : 'other'
    return (
      <label className={styles.choice}>
        <input
          type="radio"
          name={`choice.${row.key}`}
          value={side}
          defaultChecked={preferred === side}
          aria-label={words.take(row.label, value)}
        />
        {row[side] === '' ? <em className={styles.nothing}>{words.nothing}</em> : value}
      </label>
    )
  }
  const noteOf = ({ key, one: first, other: second }: Row) =>
    lists.some((list) => list === key) ? words.together : first === second ? words.same : ''
  return (
    <DataTable
      caption={words.caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'field',
          header: words.field,
          isRowHeader: true,
          render: (row) => (
            <>
              {row.label} <span className={styles.note}>{noteOf(row)}</span>
            </>
          ),
        },
        { key: 'one', header: words.first, isLong: true, render: (row) => cell(row, 'one') },
        { key: 'other', header: words.second, isLong: true, render: (row) => cell(row, 'other') },
      ]}
    />
  )
}

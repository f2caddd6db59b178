import { expect, test } from 'vitest'
import { type Column, DataTable } from './data-table.tsx'
import { Amount } from './format.tsx'
import { attributes, htmlOf, wordsOf } from './html-of.tsx'
import { Statement } from './statement.tsx'

type Row = { city: string; cents: bigint }

const columns: Column<Row>[] = [
  { key: 'city', header: 'Ville', render: (row) => row.city },
  {
    key: 'cents',
    header: 'Montant',
    align: 'figure',
    render: (row) => <Amount cents={row.cents} currency="EUR" />,
    footer: '3,00 €',
  },
]
const rows: Row[] = [
  { city: 'Valdoria', cents: 100n },
  { city: 'Halvorsund', cents: 200n },
]

test('a table has a caption, column and row headers, and its total', () => {
  const html = htmlOf(
    <DataTable caption="Dépenses" columns={columns} rows={rows} rowKey={(row) => row.city} rowLink={(row) => `/${row.city}`} />,
  )

  expect(html).toMatch(/<caption[^>]*>Dépenses<\/caption>/)
  expect(attributes(html, 'scope')).toEqual(['col', 'col', 'row', 'row', 'row'])
  expect(attributes(html, 'href')).toEqual(['/Valdoria', '/Halvorsund'])
  expect(wordsOf(html)).toMatch(/Total 3,00 €$/)
})

test('stacked on a phone, each value is preceded by the title of its column', () => {
  const html = htmlOf(<DataTable caption="Dépenses" columns={columns} rows={rows} rowKey={(row) => row.city} />)

  expect(attributes(html, 'data-label')).toEqual(['Montant', 'Montant', 'Montant'])
  expect(new Set(attributes(html, 'role'))).toEqual(new Set(['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']))
})

test('a table without rows teaches, or at least says it is empty', () => {
  const table = { caption: 'Dépenses', columns, rows: [], rowKey: (row: Row) => row.city }

  expect(wordsOf(htmlOf(<DataTable {...table} />))).toBe('Dépenses Ville Montant Aucune ligne.')
  expect(wordsOf(htmlOf(<DataTable {...table} empty={<p>Ajoutez la première dépense.</p>} />))).toBe('Ajoutez la première dépense.')
})

test('every figure of a statement that has lines is a link named after what it counts', () => {
  const html = htmlOf(
    <Statement
      caption="Dépenses ratifiées"
      lineHeader="Mission"
      columns={['Montant']}
      currency="EUR"
      lines={[
        { key: 'miami', label: 'Miami', figures: [{ cents: 13_355_852n, to: '/depenses?mission=miami' }] },
        { key: 'total', label: 'Total', kind: 'total', figures: [{ cents: 13_355_852n }] },
      ]}
    />,
  )

  expect(attributes(html, 'href')).toEqual(['/depenses?mission=miami'])
  expect(wordsOf(html)).toBe(
    'Dépenses ratifiées Mission Montant Miami 133\u202F558,52\u00A0€ — ouvrir le détail\u00A0: Miami, Montant Total 133\u202F558,52\u00A0€',
  )
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refused, valueOf } from '../pure/outcome.ts'
import { delimiters } from './delimiter.ts'
import { readPastedTable, readTable } from './read-table.ts'
import { tableLimits } from './table.ts'
import { writeCsv } from './write-csv.ts'

const read = (text: string, options = {}) => readTable(Buffer.from(text), options)

test('a French CSV is read: semicolons, decimal commas, quotes, accents', () => {
  const text = 'Nom;Prénom;Montant\r\n"Rossi; dit ""le Génois""";Paul;24,70\r\nMartin;Anne;1 234,56\r\n'

  expect(read(text)).toEqual({
    ok: true,
    value: {
      headers: ['Nom', 'Prénom', 'Montant'],
      rows: [
        ['Rossi; dit "le Génois"', 'Paul', '24,70'],
        ['Martin', 'Anne', '1 234,56'],
      ],
      firstLine: 2,
      sheet: null,
      sheets: [],
    },
  })
})

test.each([
  ['UTF-8', Buffer.from('Ville;Pays\nGênes;Italie', 'utf8')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFVille;Pays\nGênes;Italie', 'utf8')],
  ['UTF-16', Buffer.from('\uFEFFVille;Pays\nGênes;Italie', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('Ville;Pays\nGênes;Italie', 'utf16le')],
  ['big-endian UTF-16', Buffer.from('\uFEFFVille;Pays\nGênes;Italie', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('Ville;Pays\nGênes;Italie', 'latin1')],
])('a file in %s keeps its accents', (_, bytes) => {
  const table = valueOf(readTable(bytes))

  expect([table.headers, table.rows]).toEqual([['Ville', 'Pays'], [['Gênes', 'Italie']]])
})

test('a euro sign of an old Windows file is read as such', () => {
  const bytes = Buffer.concat([
    Buffer.from('Montant;Note\n24,70 '),
    Buffer.from([0x80]),
    Buffer.from(';l'),
    Buffer.from([0x92]),
    Buffer.from('h'),
    Buffer.from([0xf4]),
    Buffer.from('tel'),
  ])

  expect(valueOf(readTable(bytes)).rows).toEqual([['24,70 €', 'l’hôtel']])
})

test.each([
  [';', 'a;b;c\n1,5;2,5;x\n3;4,5;y'],
  [',', 'a,b,c\n1.5,"2;5",x\n3,4.5,y'],
  ['\t', 'a\tb\tc\n1,5\t2;5\tx\n3\t4,5\ty'],
  ['|', 'a|b|c\n1,5|2|x\n3|4|y'],
  [',', 'sep=,\na,b,c\n1;2,3,4\n5;6,7,8'],
])('the separator %j is recognised', (_, text) => {
  const table = valueOf(read(text))

  expect([table.headers, table.rows.length, table.rows.every((row) => row.length === 3)]).toEqual([['a', 'b', 'c'], 2, true])
})

test('a title above the table is skipped, and rows are still named by their line', () => {
  const table = valueOf(read('Délégation à Miami\n\nNom;Prénom\nRossi;Paul\n\nMartin;Anne\n\n\n'))

  expect([table.headers, table.rows, table.firstLine]).toEqual([
    ['Nom', 'Prénom'],
    [
      ['Rossi', 'Paul'],
      ['', ''],
      ['Martin', 'Anne'],
    ],
    4,
  ])
})

test('a row longer than the headers keeps its last cells, under a blank header', () => {
  const table = valueOf(read('Nom;Prénom\nRossi;Paul;chef de file\nMartin'))

  expect([table.headers, table.rows]).toEqual([
    ['Nom', 'Prénom', ''],
    [
      ['Rossi', 'Paul', 'chef de file'],
      ['Martin', '', ''],
    ],
  ])
})

test('a table without headers is read from its first line', () => {
  const table = valueOf(read('Rossi;Paul\nMartin;Anne', { hasHeaders: false }))

  expect([table.headers, table.rows.length, table.firstLine]).toEqual([['', ''], 2, 1])
})

test('cells pasted from a spreadsheet are read, line breaks inside a cell included', () => {
  const table = valueOf(readPastedTable('Nom\tAdresse\nRossi\t"1, quai\ndes Belges"\nMartin\tquai n° 2'))

  expect(table.rows).toEqual([
    ['Rossi', '1, quai\ndes Belges'],
    ['Martin', 'quai n° 2'],
  ])
})

test('a quotation mark that is only a mark does not swallow the rest of what was pasted', () => {
  const table = valueOf(readPastedTable('Nom\tTaille\nÉcran\t24"\n"Grand écran\t27\nCâble\t2 m'))

  expect(table.rows).toEqual([
    ['Écran', '24"'],
    ['"Grand écran', '27'],
    ['Câble', '2 m'],
  ])
})

test('quotes inside an unquoted cell are kept', () => {
  expect(valueOf(read('Nom;Ville\nSociété "Les Quais";Marseille')).rows).toEqual([['Société "Les Quais"', 'Marseille']])
})

describe('what cannot be read is refused, with what and where', () => {
  const limits = { ...tableLimits, rows: 3, columns: 3, cellCharacters: 10, characters: 60, cells: 9, bytes: 200 }

  test.each([
    ['nothing', '', { code: 'table_empty' }],
    ['only blank lines', '\n\n ; \n', { code: 'table_empty' }],
    ['only headers', 'Nom;Prénom\n', { code: 'table_empty' }],
    ['a quote that is never closed', 'a;b\n1;2\n"3;4\n5;6', { code: 'quote_not_closed', line: 3 }],
    ['too many rows', 'a;b\n1;1\n2;2\n3;3\n4;4', { code: 'table_too_large', limit: 'rows', max: 3 }],
    ['far too many rows', `a;b\n${'1;1\n'.repeat(40)}`, { code: 'table_too_large', limit: 'rows', max: 3 }],
    ['too many columns', 'a;b\n1;2;3;4', { code: 'table_too_large', limit: 'columns', max: 3 }],
    ['a cell that is too long', 'a;b\n1;12345678901', { code: 'table_too_large', limit: 'cellCharacters', max: 10 }],
    [
      'too many characters in all',
      `a;b;c\n${`${'1234567890;'.repeat(3)}\n`.repeat(2)}`.replace(/;\n/g, '\n'),
      { code: 'table_too_large', limit: 'characters', max: 60 },
    ],
    ['too many bytes', 'a;b\n'.repeat(60), { code: 'table_too_large', limit: 'bytes', max: 200 }],
  ])('%s', (_, text, problem) => {
    expect(read(text, { limits })).toEqual(refused(problem))
  })

  test('a binary file', () => {
    expect(readTable(Buffer.from([1, 0, 0, 7, 0, 0, 250]))).toEqual(refused({ code: 'text_unreadable' }))
  })
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '1', '"', ';', ',', '\t', '\n', ' ', '=', '-', "'", '€', '訪') })
const word = fc.stringMatching(/^[a-zé0-9]{1,8}(?:,[0-9]{1,2})?$/)

test('whatever the cells hold, formulas included, a table written as CSV reads back the same', () => {
  const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      headers: fc.array(word, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(...delimiters),
      hasByteOrderMark: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(tables, ({ headers, rows, ...options }) => {
      const solid = rows.map((row) => [...row.slice(0, -1), `${row.at(-1)}.`])
      const table = valueOf(readTable(Buffer.from(writeCsv(headers, solid, options)), { delimiter: options.delimiter }))
      expect([table.headers, table.rows]).toEqual([headers, solid])
    }),
  )
})

test('the separator of a regular table is always recognised', () => {
  const tables = fc.record({
    rows: fc
      .integer({ min: 2, max: 6 })
      .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 20 })),
    delimiter: fc.constantFrom(';', '\t', '|' as const),
  })
  fc.assert(
    fc.property(tables, ({ rows: [headers = [], ...rows], delimiter }) => {
      const names = headers.map((header) => header.replace(',', ''))
      const table = valueOf(readTable(Buffer.from(writeCsv(names, rows, { delimiter }))))
      expect([table.headers, table.rows]).toEqual([names, rows])
    }),
  )
})

test('a text that a spreadsheet would compute is shielded, a negative amount is not, and data for machines are left alone', () => {
  const rows = [['=HYPERLINK("http://x")', '-24,70', '+33 4 91 00 00 00', 12n, null]]

  expect(writeCsv(['a', 'b', 'c', 'd', 'e'], rows)).toBe(`a;b;c;d;e\r\n"'=HYPERLINK(""http://x"")";-24,70;'+33 4 91 00 00 00;12;\r\n`)
  expect(writeCsv(['a'], [['- une délibération']], { delimiter: ',', isForMachines: true })).toBe('a\r\n- une délibération\r\n')
})

test('ten thousand rows are read in well under a second', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `Nom ${index}`,
    'Prénom',
    'elected',
    'conseillère départementale',
    '24,70',
    'EUR',
    '2017-11-04',
    'Marseille',
    '',
    'x',
  ])
  const bytes = Buffer.from(writeCsv('abcdefghij'.split(''), rows))

  const start = performance.now()
  const table = valueOf(readTable(bytes))
  const milliseconds = performance.now() - start

  expect(table.rows.length).toBe(10_000)
  expect(milliseconds).toBeLessThan(1000)
})

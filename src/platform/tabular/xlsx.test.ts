import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOfMilliseconds } from '../pure/instant.ts'
import { asLocalDate } from '../pure/local-date.ts'
import { money } from '../pure/money.ts'
import { refused, valueOf } from '../pure/outcome.ts'
import { formatNumber, kindOfFormat } from './number-formats.ts'
import { readTable } from './read-table.ts'
import { tableLimits } from './table.ts'
import { writeXlsx } from './write-xlsx.ts'

const writtenAt = instantOfMilliseconds(0)

async function bytesOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A ZIP archive with these parts, compressed; nothing checks its sums. */
function zipOf(parts: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(data.length, 18)
    header.writeUInt16LE(name.length, 26)
    locals.push(header, Buffer.from(name), data)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    entries.push(entry, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const sheetParts = (sheet: string | Buffer, extra: Record<string, string> = {}) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Liste" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...extra,
})

test('texts, amounts, dates, times and results of formulas are read as a person sees them', async () => {
  const bytes = await bytesOf((workbook) => {
    const sheet = workbook.addWorksheet('Dépenses')
    sheet.addRow(['Libellé', 'Montant', 'Date', 'Heure', 'Départ', 'Payé', 'Total'])
    sheet.addRow([
      'Hôtel & « repas »',
      133558.52,
      new Date(Date.UTC(2017, 10, 4)),
      new Date(Date.UTC(1899, 11, 30, 9, 30)),
      new Date(Date.UTC(2017, 10, 4, 13, 5)),
      true,
      { formula: 'B2*2', result: 267117.04 },
    ])
    sheet.getCell('C2').numFmt = 'dd/mm/yyyy'
    sheet.getCell('D2').numFmt = 'hh:mm'
    sheet.getCell('E2').numFmt = '[$-40C]d mmmm yyyy\\ hh:mm'
    sheet.addRow([
      { richText: [{ text: 'Taxi ' }, { font: { bold: true }, text: 'aéroport' }] },
      -24.7,
      '',
      '',
      '',
      false,
      { formula: 'A1&"x"', result: 'texte' },
    ])
    sheet.getCell('B3').numFmt = '#,##0.00\\ "€";[Red]-#,##0.00\\ "€"'
    sheet.addRow([
      { text: 'Site', hyperlink: 'https://ville.example' },
      1e-7,
      '',
      '',
      '',
      '',
      { formula: '1/0', result: { error: '#DIV/0!' } },
    ])
  })

  const table = valueOf(readTable(bytes))

  expect(table).toEqual({
    headers: ['Libellé', 'Montant', 'Date', 'Heure', 'Départ', 'Payé', 'Total'],
    rows: [
      ['Hôtel & « repas »', '133558.52', '2017-11-04', '09:30', '2017-11-04 13:05', 'true', '267117.04'],
      ['Taxi aéroport', '-24.7', '', '', '', 'false', 'texte'],
      ['Site', '0.0000001', '', '', '', '', '#DIV/0!'],
    ],
    firstLine: 2,
    sheet: 'Dépenses',
    sheets: ['Dépenses'],
  })
})

test('the first visible sheet that holds something is read, or the one that is named', async () => {
  const bytes = await bytesOf((workbook) => {
    workbook.addWorksheet('Cachée', { state: 'hidden' }).addRows([['secret'], ['1']])
    workbook.addWorksheet('Vide')
    workbook.addWorksheet('Délégation').addRows([
      ['Nom', 'Prénom'],
      ['Rossi', 'Paul'],
    ])
    workbook.addWorksheet('Budget').addRows([
      ['Poste', 'Montant'],
      ['Vol', 12],
    ])
  })

  expect(valueOf(readTable(bytes)).sheet).toBe('Délégation')
  expect(valueOf(readTable(bytes)).sheets).toEqual(['Vide', 'Délégation', 'Budget'])
  expect(valueOf(readTable(bytes, { sheet: 'Budget' })).rows).toEqual([['Vol', '12']])
  expect(readTable(bytes, { sheet: 'Cachée' })).toEqual(
    refused({ code: 'sheet_not_found', sheet: 'Cachée', sheets: ['Vide', 'Délégation', 'Budget'] }),
  )
})

test('a workbook whose calendar begins in 1904 keeps its dates', async () => {
  const bytes = await bytesOf((workbook) => {
    workbook.properties.date1904 = true
    const sheet = workbook.addWorksheet('A')
    sheet.addRows([
      ['Date', 'x'],
      [new Date(Date.UTC(2017, 9, 19)), 1],
    ])
  })

  expect(valueOf(readTable(bytes)).rows).toEqual([['2017-10-19', '1']])
})

test('a sheet written by another program is read: prefixes, no references, inline texts, escapes', () => {
  const sheet =
    '<?xml version="1.0"?><x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Nom</x:t></x:is></x:c><x:c t="str"><x:v>Note</x:v></x:c></x:row><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:v>a_x000A_b &lt;i&gt; &#233;</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const strings = '<sst><si><r><t>東京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>'

  const table = valueOf(readTable(zipOf(sheetParts(sheet, { 'xl/sharedStrings.xml': strings }))))

  expect([table.headers, table.rows]).toEqual([['Nom', 'Note'], [['東京', 'a\nb <i> é']]])
})

describe('a hostile or broken workbook is refused at once', () => {
  const row = (reference: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="${reference.replace(/\D/g, '')}"><c r="${reference}"><v>1</v></c></row></sheetData></worksheet>`

  test('one that inflates without end', () => {
    const bomb = zipOf(sheetParts(Buffer.alloc(300_000_000, 32)))

    const start = performance.now()
    const outcome = readTable(bomb)

    expect(bomb.length).toBeLessThan(500_000)
    expect(outcome).toEqual(refused({ code: 'table_too_large', limit: 'inflatedBytes', max: 100_000_000 }))
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('one whose parts are each small enough, but not together', () => {
    const parts = sheetParts(Buffer.alloc(60_000_000, 32), { 'xl/sharedStrings.xml': ' '.repeat(60_000_000) })

    expect(readTable(zipOf(parts))).toEqual(refused({ code: 'table_too_large', limit: 'inflatedBytes', max: 100_000_000 }))
  })

  test.each([
    ['a cell on the last row', row('A1048576'), { code: 'table_too_large', limit: 'rows', max: 50_000 }],
    ['a cell in the last column', row('XFD2'), { code: 'table_too_large', limit: 'columns', max: 200 }],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${row('A2')}`, { code: 'workbook_unreadable' }],
    [
      'a row without a number',
      '<worksheet><row r="x"><c r="A1"><v>1</v></c></row></worksheet>',
      { code: 'table_too_large', limit: 'rows', max: 50_000 },
    ],
  ])('%s', (_, sheet, problem) => {
    expect(readTable(zipOf(sheetParts(sheet)))).toEqual(refused(problem))
  })

  test('a range of names over every cell costs nothing', () => {
    const parts = sheetParts(row('B2'))
    parts['xl/workbook.xml'] =
      '<workbook><sheets><sheet name="L" r:id="rId1"/></sheets><definedNames><definedName name="All">L!$A$1:$XFD$1048576</definedName></definedNames></workbook>'

    expect(valueOf(readTable(zipOf(parts))).rows).toEqual([['', '1']])
  })

  test.each([
    ['an archive of something else', zipOf({ 'word/document.xml': '<x/>' })],
    ['an archive cut short', zipOf(sheetParts(row('A2'))).subarray(0, 150)],
    ['an archive with a damaged part', Buffer.concat([zipOf(sheetParts(row('A2'))).fill(0xff, 60, 90)])],
  ])('%s', (_, bytes) => {
    expect(readTable(bytes)).toEqual(refused({ code: 'workbook_unreadable' }))
  })

  test('an old or protected one', () => {
    expect(readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(refused({ code: 'workbook_old_or_protected' }))
  })

  test('any bytes at all are answered, never thrown', () => {
    const base = zipOf(sheetParts(row('B2')))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(base)
        for (const [at, byte] of changes) bytes[at] = byte
        expect(readTable(bytes)).toHaveProperty('ok')
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['139108.94', '139108.94'],
  ['133558.52000000002', '133558.52'],
  ['1.5E-7', '0.00000015'],
  ['1E21', '1000000000000000000000'],
  ['12345678901234', '12345678901234'],
  ['1.085', '01.085'],
  ['-123.456', '-0123.456'],
  ['1234.567', '1234.567'],
  ['0.125', '0.125'],
])('the number %s reads %s', (stored, shown) => {
  expect(formatNumber(stored)).toBe(shown)
})

test.each([
  ['dd/mm/yyyy', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['mmm', 'date'],
  ['[h]:mm', 'time'],
  ['mm:ss.0', 'time'],
  ['General', 'number'],
  ['#,##0.00\\ "dhs"', 'number'],
  ['_-* #,##0.00\\ [$€-40C]_-;-* #,##0.00\\ [$€-40C]_-', 'number'],
  ['0.00;[Red]yyyy', 'number'],
])('the format %s is one of a %s', (format, kind) => {
  expect(kindOfFormat(format)).toBe(kind)
})

test('a workbook we write is read by another program: dates, amounts, shielded texts', async () => {
  const bytes = await writeXlsx(
    [
      {
        name: 'Dépenses [2017]',
        headers: ['Date', 'Libellé', 'Montant', 'Nombre'],
        rows: [
          [{ date: asLocalDate('2017-10-19') }, '=1+1', money(117_787n, 'EUR'), 4],
          [null, 'Vol', money(5000n, 'JPY'), 12n],
        ],
      },
    ],
    writtenAt,
  )

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as unknown as ExcelJS.Buffer)
  const sheet = workbook.worksheets[0]
  expect(sheet?.name).toBe('Dépenses  2017')
  expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value, sheet?.getCell('C2').value, sheet?.getCell('C2').numFmt]).toEqual([
    new Date(Date.UTC(2017, 9, 19)),
    "'=1+1",
    1177.87,
    '#,##0.00 "EUR"',
  ])
  expect([sheet?.getCell('C3').value, sheet?.getCell('C3').numFmt, sheet?.getCell('D3').value]).toEqual([5000, '#,##0 "JPY"', 12])
  expect(valueOf(readTable(bytes)).rows).toEqual([
    ['2017-10-19', '=1+1', '1177.87', '4'],
    ['', 'Vol', '5000', '12'],
  ])
})

test('whatever the texts hold, a workbook we write reads back the same', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '<', '&', '"', "'", '=', '\n', ' ', '_x0041_', '€', '訪', ';') })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const solid = rows.map(([a, b]) => [a, `${b}.`])
      const table = valueOf(readTable(await writeXlsx([{ name: 'A', headers: ['x', 'y'], rows: solid }], writtenAt)))
      expect(table.rows).toEqual(solid)
    }),
    { numRuns: 30 },
  )
})

test('ten thousand rows of ten columns are read in well under two seconds', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `Nom ${index}`,
    'Prénom',
    'elected',
    'conseillère',
    index / 100,
    'EUR',
    'Vol',
    'Marseille',
    '',
    'x',
  ])
  const bytes = await writeXlsx([{ name: 'A', headers: 'abcdefghij'.split(''), rows }], writtenAt)

  const start = performance.now()
  const table = valueOf(readTable(bytes))
  const milliseconds = performance.now() - start

  expect([table.rows.length, table.rows[9_999]?.[0]]).toEqual([10_000, 'Nom 9999'])
  expect(milliseconds).toBeLessThan(2000)
  expect(tableLimits.rows).toBeGreaterThan(10_000)
})

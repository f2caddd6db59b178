import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutraliseFormula, restoreFormula } from './spreadsheet-safety.ts'

fc.configureGlobal({ seed: 2017, numRuns: 2000 })

const nastyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n 1,.A\u00A0\u200B\u2212\uFF1D") }),
)

describe('cells that a spreadsheet would compute', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://evil.example","Cliquez")',
    '+33 4 91 21 13 13',
    '+33491211313',
    '+1-305-555-0100',
    '-1+1',
    '-2-3',
    "-cmd|' /C calc'!A0",
    '@SUM(A1)',
    '\t=1+1',
    '\rtexte',
    '\ntexte',
    '  =1+1',
    '\u00A0=1+1',
    '\u200B=1+1',
    '\uFEFF@SUM(A1)',
    '\0=1+1',
    '＝1+1',
    '−A1',
    "'=1+1",
    "''=1+1",
  ])('%j takes an apostrophe', (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`)
    expect(restoreFormula(neutraliseFormula(text))).toBe(text)
  })

  test.each([
    '',
    'Gênes',
    '24,70',
    '-24,70',
    '-24.70',
    '−5',
    'a=b',
    'rp@nice.example',
    '1-2',
    "l'accord",
    "'Ndrangheta",
    "'-5",
    '(=1)',
    '   ',
  ])('%j is left as it is', (text) => {
    expect(neutraliseFormula(text)).toBe(text)
    expect(restoreFormula(text)).toBe(text)
  })

  test('every text comes back exactly', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(restoreFormula(neutraliseFormula(text))).toBe(text)
      }),
    )
  })

  test('what leaves the house never starts as a formula, unless it is a negative number', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const cell = neutraliseFormula(text)
        const isComputed = /^\s*[=+\-@]|^ *[\t\r\n]/.test(cell) && !/^-\d+(?:[.,]\d+)?$/.test(cell)

        expect(isComputed).toBe(false)
      }),
    )
  })

  test('a text a user shielded in the spreadsheet loses its apostrophe', () => {
    expect(restoreFormula("'+33 4 91 21 13 13")).toBe('+33 4 91 21 13 13')
  })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['C:\\Users\\agent\\Reçu n° 12.pdf', 'Reçu n° 12.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['facture\u202Efdp.exe', 'facturefdp.exe'],
  ['  note \t finale .txt', 'note finale.txt'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie- x=1.pdf'],
  ['...', 'fichier'],
  ['', 'fichier'],
  ['訪問団.xlsx', '訪問団.xlsx'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a long name is cut, its extension is not', () => {
  const name = cleanFileName(`${'é'.repeat(300)}.pdf`)

  expect(name).toBe(`${'é'.repeat(116)}.pdf`)
})

test('whatever is given, the name is one that the database accepts and that cleaning leaves alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given)
      expect(name).not.toMatch(/[/\\\p{Cc}]/u)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(255)
      expect(cleanFileName(name)).toBe(name)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openZip } from '../tabular/zip.ts'
import { writeZip } from './write-zip.ts'

test('every part is read back as it was, whatever its name and content', () => {
  const part = fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\\]/gu, 'é') || 'x'),
    content: fc.string({ unit: 'grapheme' }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(part, { selector: ({ name }) => name, maxLength: 6 }), (parts) => {
      const zip = openZip(Buffer.from(writeZip(parts)), 1_000_000)

      expect(parts.map(({ name }) => zip.read(name)?.toString())).toEqual(parts.map(({ content }) => Buffer.from(content).toString()))
    }),
  )
})

test('the same parts give the same bytes', () => {
  const parts = [{ name: 'données.json', content: '{}' }]

  expect(writeZip(parts)).toEqual(writeZip(parts))
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'
import { correctionOf } from './reed-solomon.ts'

test('correction codewords are those of the standard for HELLO WORLD, version 1-M', () => {
  const data = Uint8Array.of(32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17)

  expect([...correctionOf(data, 10)]).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
})

/** Format words of level M, masks 0 to 7, as table C.1 of ISO/IEC 18004 prints them. */
const formatWords = [
  '101010000010010',
  '101000100100101',
  '101111001111100',
  '101101101001011',
  '100010111111001',
  '100000011001110',
  '100111110010111',
  '100101010100000',
]

const masks: ReadonlyArray<(i: number, j: number) => boolean> = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.trunc(i / 2) + Math.trunc(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
]

/** Blocks of data codewords per version at level M, and centres of alignment, for a reader that shares nothing with the writer. */
const blocksOf = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
  [43, 43, 43, 43, 44],
]
const centresOf = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]]

function read({ size, isDark }: { size: number; isDark: Uint8Array }): string {
  const version = (size - 17) / 4
  const at = (row: number, column: number) => isDark[row * size + column] ?? 0
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => at(8, column)).join('') + [7, 5, 4, 3, 2, 1, 0].map((row) => at(row, 8)).join('')
  const mask = masks[formatWords.indexOf(format)]
  if (!mask) throw new Error(`no format word: ${format}`)
  const centres = centresOf[version - 1] ?? []
  const isReserved = (row: number, column: number) => {
    const isFinder = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)
    const isVersion = version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))
    const isAlignment = centres.some((y) =>
      centres.some(
        (x) =>
          Math.abs(row - y) <= 2 &&
          Math.abs(column - x) <= 2 &&
          !((y === 6 && x === 6) || (y === 6 && x === size - 7) || (y === size - 7 && x === 6)),
      ),
    )
    return isFinder || isVersion || isAlignment || row === 6 || column === 6
  }
  const bits: number[] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step
      for (const column of [right, right - 1]) if (!isReserved(row, column)) bits.push(at(row, column) ^ Number(mask(row, column)))
    }
    isUp = !isUp
  }
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  )
  const lengths = blocksOf[version - 1] ?? []
  const blocks: number[][] = lengths.map(() => [])
  let taken = 0
  for (let position = 0; position < Math.max(...lengths); position += 1)
    for (const [index, length] of lengths.entries()) if (position < length) blocks[index]?.push(codewords[taken++] ?? 0)
  const data = blocks
    .flat()
    .map((codeword) => codeword.toString(2).padStart(8, '0'))
    .join('')
  if (data.slice(0, 4) !== '0100') throw new Error('not in byte mode')
  const lengthBits = version < 10 ? 8 : 16
  const length = Number.parseInt(data.slice(4, 4 + lengthBits), 2)
  const bytes = Uint8Array.from({ length }, (_, index) =>
    Number.parseInt(data.slice(4 + lengthBits + index * 8, 12 + lengthBits + index * 8), 2),
  )
  return new TextDecoder().decode(bytes)
}

test('the address of an authenticator application can be read back', () => {
  const uri = 'otpauth://totp/Escale:camille%40ville.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Escale'

  expect(read(qrCode(uri))).toBe(uri)
})

test('any text up to 213 bytes can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 213 }), fc.constantFrom('a', 'é', '€', '7'), (length, letter) => {
      const text = letter.repeat(Math.floor(length / new TextEncoder().encode(letter).length))
      expect(read(qrCode(text))).toBe(text)
    }),
    { seed: 11, numRuns: 120 },
  )
})

test('from version 7 on the version is written beside the corners', () => {
  const { size, isDark } = qrCode('x'.repeat(110))
  const bits = Array.from({ length: 18 }, (_, bit) => isDark[Math.floor(bit / 3) * size + size - 11 + (bit % 3)])
    .toReversed()
    .join('')

  expect(size).toBe(45)
  expect(bits).toBe('000111110010010100')
})

test('a longer text is a bug, not an unreadable drawing', () => {
  expect(() => qrCode('x'.repeat(214))).toThrow('at most 213 bytes')
})

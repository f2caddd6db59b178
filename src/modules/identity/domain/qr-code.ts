import { assert } from '#platform/pure/outcome.ts'
import { type QrMatrix, draw } from './qr-drawing.ts'
import { correctionOf } from './reed-solomon.ts'

/**
 * Versions 1 to 10 at correction level M (15 %): correction codewords per block, then how many blocks of how many data
 * codewords (ISO/IEC 18004:2015, table 9), then the centres of the alignment patterns (annex E). Enough for 213 bytes.
 */
const versions = [
  [10, [[1, 16]], []],
  [16, [[1, 28]], [6, 18]],
  [26, [[1, 44]], [6, 22]],
  [18, [[2, 32]], [6, 26]],
  [24, [[2, 43]], [6, 30]],
  [16, [[4, 27]], [6, 34]],
  [18, [[4, 31]], [6, 22, 38]],
  [
    22,
    [
      [2, 38],
      [2, 39],
    ],
    [6, 24, 42],
  ],
  [
    22,
    [
      [3, 36],
      [2, 37],
    ],
    [6, 26, 46],
  ],
  [
    26,
    [
      [4, 43],
      [1, 44],
    ],
    [6, 28, 50],
  ],
] as const satisfies ReadonlyArray<readonly [number, ReadonlyArray<readonly [number, number]>, readonly number[]]>

/** Writes a text as a QR code: UTF-8 bytes, level M, the smallest version that holds it. */
export function qrCode(text: string): QrMatrix {
  const bytes = new TextEncoder().encode(text)
  const index = versions.findIndex(([, blocks], at) => capacity(blocks) >= bytes.length + (at < 9 ? 2 : 3))
  const chosen = versions[index]
  assert(chosen, 'a QR code of this product holds at most 213 bytes')
  const [degree, blocks, centres] = chosen
  const codewords = interleave(dataCodewords(bytes, index < 9 ? 8 : 16, capacity(blocks)), blocks, degree)
  return draw(index + 1, centres, codewords)
}

function capacity(blocks: ReadonlyArray<readonly [number, number]>): number {
  return blocks.reduce((sum, [count, length]) => sum + count * length, 0)
}

/** Mode 0100 (bytes), the length, the bytes, a terminator, then the padding codewords in turn. */
function dataCodewords(bytes: Uint8Array, lengthBits: number, total: number): Uint8Array {
  const bits = [bitsOf(4, 4), bitsOf(bytes.length, lengthBits), ...Array.from(bytes, (byte) => bitsOf(byte, 8))].join('')
  const ended = bits + '0'.repeat(Math.min(4, total * 8 - bits.length))
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0')
  return Uint8Array.from({ length: total }, (_, at) => {
    const octet = whole.slice(at * 8, at * 8 + 8)
    return octet ? Number.parseInt(octet, 2) : (at - whole.length / 8) % 2 === 0 ? 0xec : 0x11
  })
}

function bitsOf(value: number, length: number): string {
  return value.toString(2).padStart(length, '0')
}

/** Codewords of all blocks taken in turn, data first, correction after: a stain then hurts every block a little. */
function interleave(data: Uint8Array, blocks: ReadonlyArray<readonly [number, number]>, degree: number): number[] {
  const lengths = blocks.flatMap(([count, length]) => Array.from({ length: count }, () => length))
  let offset = 0
  const parts = lengths.map((length) => data.subarray(offset, (offset += length)))
  return [...inTurn(parts), ...inTurn(parts.map((part) => correctionOf(part, degree)))]
}

function inTurn(parts: readonly Uint8Array[]): number[] {
  const longest = Math.max(...parts.map((part) => part.length))
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => (at < part.length ? [part[at] ?? 0] : []))).flat()
}

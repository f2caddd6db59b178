/**
 * A font of one glyph: the narrow unbreakable space (U+202F) that French typography puts between thousands.
 *
 * Our text fonts do not have it, so each browser makes up its own: a tenth of an em in Chromium, at which « 12 480 »
 * reads as one word, the space of any other installed font elsewhere. This one is the sixth of an em that printers use.
 * After changing it: `node src/ui/fine-space/font.ts src/ui/fine-space/fine-space.ttf`.
 *
 * Tables as in OpenType 1.9, big-endian, all glyphs empty.
 */
import { writeFileSync } from 'node:fs'

const UNITS_PER_EM = 1000
const WIDTH = 170

/** Those of Source Sans 3, so that a line with an amount is no taller than a line without. */
const ASCENT = 1024
const DESCENT = -400

type Field = readonly [bytes: 1 | 2 | 4 | 8, value: number]

const u8 = (value: number): Field => [1, value]
const u16 = (value: number): Field => [2, value & 0xffff]
const u32 = (value: number): Field => [4, value]
const date: Field = [8, 0]
const repeat = (count: number, field: Field): Field[] => Array.from({ length: count }, () => field)

function bytesOf(...rows: ReadonlyArray<readonly Field[]>): Buffer {
  const fields = rows.flat()
  const buffer = Buffer.alloc(fields.reduce((length, [bytes]) => length + bytes, 0))
  let offset = 0
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64BE(BigInt(value), offset)
    else buffer.writeUIntBE(value, offset, bytes)
    offset += bytes
  }
  return buffer
}

function nameTable(): Buffer {
  const text = Buffer.from('FineSpace', 'utf16le').swap16()
  const ids = [1, 4, 6]
  const records = ids.flatMap((id) => [u16(3), u16(1), u16(0x409), u16(id), u16(text.length), u16(0)])
  return Buffer.concat([bytesOf([u16(0), u16(ids.length), u16(6 + ids.length * 12), ...records]), text])
}

/** Format 4: one segment for U+202F, and the closing one. */
const cmap = bytesOf(
  [u16(0), u16(1), u16(3), u16(1), u32(12)],
  [u16(4), u16(32), u16(0), u16(4), u16(4), u16(1), u16(0)],
  [u16(0x202f), u16(0xffff), u16(0), u16(0x202f), u16(0xffff)],
  [u16(1 - 0x202f), u16(1), u16(0), u16(0)],
)

const os2 = bytesOf(
  [u16(4), u16(WIDTH), u16(400), u16(5), u16(0)],
  repeat(11, u16(0)),
  repeat(10, u8(0)),
  repeat(4, u32(0)),
  [u32(0x20202020), u16(0x40), u16(0x202f), u16(0x202f)],
  [u16(ASCENT), u16(DESCENT), u16(0), u16(ASCENT), u16(-DESCENT)],
  [u32(1), u32(0), u16(486), u16(660), u16(0), u16(0x20), u16(0)],
)

const head = bytesOf(
  [u32(0x10000), u32(0x10000), u32(0), u32(0x5f0f3cf5), u16(0), u16(UNITS_PER_EM), date, date],
  // The bounding box of all glyphs, which are empty.
  repeat(4, u16(0)),
  [u16(0), u16(8), u16(2), u16(0), u16(0)],
)

const hhea = bytesOf([u32(0x10000), u16(ASCENT), u16(DESCENT), u16(0), u16(WIDTH), ...repeat(11, u16(0)), u16(2)])
const hmtx = bytesOf([u16(WIDTH), u16(0), u16(WIDTH), u16(0)])
const maxp = bytesOf([u32(0x10000), u16(2), ...repeat(4, u16(0)), u16(2), ...repeat(8, u16(0))])
const post = bytesOf([u32(0x30000), u32(0), ...repeat(2, u16(0)), ...repeat(5, u32(0))])

/** Sum of a table's 32-bit words, modulo 2³². */
function checksum(table: Buffer): number {
  let sum = 0
  for (let offset = 0; offset < table.length; offset += 4) sum = (sum + table.readUInt32BE(offset)) >>> 0
  return sum
}

/** Where `head` keeps what makes the whole file add up to 0xB1B0AFBA. */
const CHECKSUM_ADJUSTMENT = 8

function offsetOf(font: Buffer, tag: string): number {
  return font.readUInt32BE(font.indexOf(tag) + 8)
}

export function fineSpaceFont(): Buffer {
  const tables: Array<[tag: string, content: Buffer]> = [
    ['OS/2', os2],
    ['cmap', cmap],
    ['glyf', Buffer.alloc(1)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', Buffer.alloc(6)],
    ['maxp', maxp],
    ['name', nameTable()],
    ['post', post],
  ]
  const directory: Field[] = [u32(0x10000), u16(tables.length), u16(128), u16(3), u16(32)]
  const contents: Buffer[] = []
  let offset = 12 + tables.length * 16
  for (const [tag, content] of tables) {
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
    directory.push(u32(Buffer.from(tag).readUInt32BE()), u32(checksum(padded)), u32(offset), u32(content.length))
    contents.push(padded)
    offset += padded.length
  }
  const font = Buffer.concat([bytesOf(directory), ...contents])
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, offsetOf(font, 'head') + CHECKSUM_ADJUSTMENT)
  return font
}

const destination = process.argv[2]
if (import.meta.main && destination) writeFileSync(destination, fineSpaceFont())

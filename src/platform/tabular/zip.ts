import { constants, inflateRawSync } from 'node:zlib'

/** The archive is damaged, or uses something no spreadsheet program writes. */
export class UnreadableZip extends Error {
  override readonly name = 'UnreadableZip'
}

/** Decompressing further would pass the limit, whatever the archive says about itself. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge'
}

export type Zip = {
  /** The content of one part, or null when the archive has no such part. @throws UnreadableZip, ZipTooLarge */
  read(name: string): Buffer | null
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

type Entry = { readonly method: number; readonly compressedBytes: number; readonly offset: number }

/**
 * Opens a ZIP archive (APPNOTE 6.3) held in memory. Sizes announced by the archive are not believed:
 * decompression stops once all the parts read together reach `maxInflatedBytes`.
 */
export function openZip(bytes: Buffer, maxInflatedBytes: number): Zip {
  const entries = readDirectory(bytes)
  let budget = maxInflatedBytes
  return {
    read: (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      const content = inflate(bytes, entry, budget)
      budget -= content.length
      return content
    },
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new UnreadableZip('the directory is damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    if (!isEncrypted)
      entries.set(name, {
        method: bytes.readUInt16LE(at + 10),
        compressedBytes: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The directory ends with a record that may be followed by a comment of at most 65 535 bytes. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at
  throw new UnreadableZip('the archive has no directory')
}

function inflate(bytes: Buffer, entry: Entry, budget: number): Buffer {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localSignature) throw new UnreadableZip('a part is missing')
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const data = bytes.subarray(start, start + entry.compressedBytes)
  if (data.length < entry.compressedBytes) throw new UnreadableZip('a part is cut')
  if (entry.method === 0) {
    if (data.length > budget) throw new ZipTooLarge('the parts are too large')
    return data
  }
  if (entry.method !== 8) throw new UnreadableZip(`a part is compressed by method ${entry.method}`)
  if (budget === 0) throw new ZipTooLarge('the parts are too large')
  try {
    return inflateRawSync(data, { maxOutputLength: budget, finishFlush: constants.Z_FINISH })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipTooLarge('the parts are too large', { cause })
    throw new UnreadableZip('a part cannot be decompressed', { cause })
  }
}

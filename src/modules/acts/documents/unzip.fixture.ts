import { inflateRawSync } from 'node:zlib'

/** The text of one file of a ZIP archive, found through its central directory. */
export function unzipEntry(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let entry = bytes.readUInt32LE(end + 16)
  for (let remaining = bytes.readUInt16LE(end + 10); remaining > 0; remaining -= 1) {
    const nameLength = bytes.readUInt16LE(entry + 28)
    const isWanted = bytes.toString('utf8', entry + 46, entry + 46 + nameLength) === name
    if (isWanted) return textAt(bytes, bytes.readUInt32LE(entry + 42), bytes.readUInt16LE(entry + 10), bytes.readUInt32LE(entry + 20))
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  throw new Error(`no ${name} in this archive`)
}

function textAt(bytes: Buffer, local: number, method: number, size: number): string {
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const data = bytes.subarray(start, start + size)
  return (method === 0 ? data : inflateRawSync(data)).toString('utf8')
}

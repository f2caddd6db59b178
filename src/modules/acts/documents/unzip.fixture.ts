import { inflateRawSync } from 'node:zlib'

/** The text of one file of a ZIP archive, found through its central directory. */
export function unzipEntry(archive: Uint8Array, name: string): string {
  for (const entry of entriesOf(archive)) if (entry.name === name) return entry.text()
  throw new Error(`no ${name} in this archive`)
}

/** The texts of all the files of a ZIP archive. */
export function unzipAll(archive: Uint8Array): string[] {
  return [...entriesOf(archive)].map((entry) => entry.text())
}

function* entriesOf(archive: Uint8Array): Generator<{ readonly name: string; readonly text: () => string }> {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let entry = bytes.readUInt32LE(end + 16)
  for (let remaining = bytes.readUInt16LE(end + 10); remaining > 0; remaining -= 1) {
    const nameLength = bytes.readUInt16LE(entry + 28)
    const at = [bytes.readUInt32LE(entry + 42), bytes.readUInt16LE(entry + 10), bytes.readUInt32LE(entry + 20)] as const
    yield { name: bytes.toString('utf8', entry + 46, entry + 46 + nameLength), text: () => textAt(bytes, ...at) }
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
}

function textAt(bytes: Buffer, local: number, method: number, size: number): string {
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const data = bytes.subarray(start, start + size)
  return (method === 0 ? data : inflateRawSync(data)).toString('utf8')
}

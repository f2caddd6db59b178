import { isUtf8 } from 'node:buffer'

/**
 * The text of a CSV file: by its byte order mark when it has one, else UTF-16 recognised by its zeros,
 * UTF-8 when it is valid, and otherwise Windows-1252, which is what Excel writes in France.
 * Null when it cannot be a text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.includes('\0') ? null : text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 1000)
  const zeros = [0, 1].map((parity) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length)
  if ((zeros[1] ?? 0) > head.length / 4 && zeros[0] === 0) return 'utf-16le'
  if ((zeros[0] ?? 0) > head.length / 4 && zeros[1] === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

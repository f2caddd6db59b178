import { isUtf8 } from 'node:buffer'
import { fileTypeFromBuffer } from 'file-type'

/**
 * What a content is, judged by its bytes alone: a name or an announced type proves nothing.
 * Text that a browser could run (HTML, SVG, XML) is recognised as such. `charset` is given only when it is not UTF-8.
 */
export async function detectMediaType(bytes: Uint8Array): Promise<string> {
  const binary = (await fileTypeFromBuffer(bytes))?.mime
  if (binary !== undefined && !binary.startsWith('text/') && !/[/+]xml$/.test(binary)) return binary
  const text = decodeText(bytes)
  if (!text) return binary ?? 'application/octet-stream'
  const charset = text.encoding === 'utf-8' ? '' : `;charset=${text.encoding}`
  const type =
    markupType(text.content) ??
    binary ??
    (isJson(text.content) ? 'application/json' : undefined) ??
    (isCsv(text.content) ? 'text/csv' : 'text/plain')
  return `${type}${charset}`
}

type Text = { readonly content: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }

/** Null when the bytes are no text: a NUL or another control character gives away a binary content. */
function decodeText(bytes: Uint8Array): Text | null {
  const encoding = encodingOf(bytes)
  const content = new TextDecoder(encoding).decode(bytes)
  return /(?![\s\u0080-\u009F])\p{Cc}/u.test(content) ? null : { content, encoding }
}

function encodingOf(bytes: Uint8Array): Text['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Elements that make a browser read a text as HTML (WHATWG MIME Sniffing §7.1), and the frames and scripts of fragments. */
const HTML_START =
  /^<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|form|img|meta|link|object|embed|base|math|template|video|audio|input|button)[\s>/]/i

function markupType(text: string): string | null {
  const start = text.slice(0, 65_536).replace(/^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!doctype (?!html)[^>[]*(?:\[[\s\S]*?\])?\s*>)+/i, '')
  if (/^<(?:\w+:)?svg[\s>/]/i.test(start)) return 'image/svg+xml'
  if (HTML_START.test(start)) return 'text/html'
  if (/^\s*<\?xml\b/i.test(text)) return 'application/xml'
  return null
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The first lines all hold the same number, at least one, of the same separator. */
function isCsv(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .slice(0, 10)
  if (lines.length < 2) return false
  return [';', ',', '\t'].some((separator) => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
    return counts.every((count) => count > 0 && count === counts[0])
  })
}

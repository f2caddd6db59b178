export type DeliveredFile = { readonly name: string; readonly mediaType: string; readonly sizeBytes: number }

/** Types a browser shows without running anything of theirs. Everything else is saved, not opened. */
const shownInPage: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/plain'])

const nothingRuns = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox"
/** Browsers refuse to start their PDF reader in a sandboxed page; the reader isolates the document itself. */
const onlyThePdfReader =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'"

/**
 * The headers under which a stored file leaves the house: its detected type, never guessed again
 * (`nosniff`), in a page where nothing runs, and as an attachment unless the type is known to be inert.
 */
export function describeDelivery(file: DeliveredFile): Readonly<Record<string, string>> {
  const type = file.mediaType.split(';')[0] ?? ''
  const disposition = shownInPage.has(type) ? 'inline' : 'attachment'
  return {
    'content-type': type === 'text/plain' && !file.mediaType.includes('charset') ? 'text/plain;charset=utf-8' : file.mediaType,
    'content-length': String(file.sizeBytes),
    'content-disposition': `${disposition}; ${fileNameParameters(file.name)}`,
    'content-security-policy': type === 'application/pdf' ? onlyThePdfReader : nothingRuns,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}

/** RFC 6266: a plain ASCII name for old readers, and the real one in UTF-8 (RFC 8187). */
function fileNameParameters(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[^\x20-\x7E]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}

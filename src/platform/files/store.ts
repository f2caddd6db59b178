import { createHash } from 'node:crypto'

/** SHA-256 of a content, 64 lower-case hexadecimal digits: the only name a content has in the store. */
export type ContentDigest = string

export type StoredContent = { readonly sha256: ContentDigest; readonly sizeBytes: number }

/** Content to store: whole in memory, or as it arrives (a web or Node stream). */
export type ContentSource = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Where contents live, each under its own SHA-256. Storing twice keeps one copy; whose it is and what
 * it is called are rows of `app.file`. A content read back is whole or absent, never half-written.
 */
export type FileStore = {
  put(content: ContentSource): Promise<StoredContent>
  get(sha256: ContentDigest): Promise<Buffer | null>
  /** The same as a stream, for contents that may be large. */
  open(sha256: ContentDigest): Promise<{ readonly sizeBytes: number; readonly stream: ReadableStream<Uint8Array> } | null>
  has(sha256: ContentDigest): Promise<boolean>
  delete(sha256: ContentDigest): Promise<void>
  /** Every content of the store, in no particular order. */
  list(): AsyncIterable<ContentDigest>
}

export function digestOf(bytes: Uint8Array): ContentDigest {
  return createHash('sha256').update(bytes).digest('hex')
}

const DIGEST = /^[0-9a-f]{64}$/

export function isContentDigest(text: string): boolean {
  return DIGEST.test(text)
}

/** `ab/cd/abcd…`: two levels, so that no folder ever holds too many names. */
export function contentPath(sha256: ContentDigest): string {
  if (!DIGEST.test(sha256)) throw new TypeError(`"${sha256}" is not the SHA-256 of a content`)
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

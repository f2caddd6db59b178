/** What a telephone calls a photograph, and the PDF that some scan a receipt into. */
const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif', 'application/pdf'])

/** By what the bytes are, never by what they are called. */
export function isPhotoOfReceipt(mediaType: string): boolean {
  return readable.has(mediaType)
}

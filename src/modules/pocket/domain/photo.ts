/** The longest side of a photograph once shrunk, in pixels: the small print of a receipt stays legible. */
export const longestSide = 2000

/** The size a picture is drawn at to be sent: as it is when it is small enough, never larger. */
export function fittedSize({ width, height }: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** What a telephone calls a photograph, and the PDF that some scan a receipt into. */
const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif', 'application/pdf'])

/** By what the bytes are, never by what they are called. */
export function isPhotoOfReceipt(mediaType: string): boolean {
  return readable.has(mediaType)
}

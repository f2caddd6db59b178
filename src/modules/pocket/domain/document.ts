import type { Locale } from '#platform/pure/locale.ts'

/** A file that goes with a moment, for those invited to it. */
export type PocketDocument = {
  readonly id: string
  readonly itemId: string
  readonly name: string
  readonly sizeBytes: number
}

const megabyte = 1024 * 1024

/** What a phone keeps by itself: someone abroad pays for what arrives unasked. In bytes. */
export const keptUnasked = { each: 2 * megabyte, together: 10 * megabyte } as const

/** Those a phone keeps without being asked: the small ones, in the order of the programme, until they weigh too much together. */
export function keptByThemselves<Document extends Pick<PocketDocument, 'sizeBytes'>>(documents: readonly Document[]): Document[] {
  let together = 0
  return documents.filter(({ sizeBytes }) => {
    if (sizeBytes > keptUnasked.each || together + sizeBytes > keptUnasked.together) return false
    together += sizeBytes
    return true
  })
}

/** A document does not change: its address says all of it. */
export const documentPath = (id: string) => `/poche/documents/${id}`

type Booklet = { readonly memberId: string; readonly number: number; readonly locale: Locale }

/** Whose programme, of which release, in which language: another of these is another file. */
export const bookletFile = ({ memberId, number, locale }: Booklet) => `${memberId}-${number}-${locale}.pdf`
export const bookletPath = (booklet: Booklet) => `/poche/livret/${bookletFile(booklet)}`

import type { ActDocument } from '#modules/acts/index.ts'
import { writeZip } from '#platform/files/write-zip.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { pageOf } from './person-data-page.ts'
import type { PersonData } from './person-data.ts'

/**
 * Everything kept of one person, for them: the same document as an accessible PDF and as a page, and `donnees.json`, whole, for programs. GDPR,
 * articles 12, 15 and 20.
 */
export function archiveOf(
  { card, ...others }: PersonData,
  document: ActDocument,
  pdf: Uint8Array,
  { keptBy, writtenAt }: { readonly keptBy: string; readonly writtenAt: Instant },
): Uint8Array<ArrayBuffer> {
  return writeZip([
    { name: 'donnees.pdf', content: pdf },
    { name: 'donnees.html', content: pageOf(document) },
    { name: 'donnees.json', content: `${JSON.stringify({ keptBy, writtenAt, card, ...others }, null, 2)}\n` },
  ])
}

import type { Services } from '#platform/context.ts'
import { describeDelivery } from '#platform/files.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { findDocument } from '../sql/holder.ts'
import { asHolder } from './as-holder.ts'

/** A document of the pocket that a secret opens, as it leaves the house; null when there is no such one in it. */
export async function readDocument(
  services: Services,
  secret: string,
  documentId: string,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly stream: ReadableStream<Uint8Array> } | null> {
  if (!isUuid(documentId)) return null
  const file = await asHolder(services, 'device', secret, ({ tx }) => findDocument(tx, documentId))
  if (!file) return null
  const content = await services.files.open(file.sha256)
  if (!content) throw new Error(`the store has lost the content ${file.sha256} of document ${documentId}`)
  return { headers: describeDelivery(file), stream: content.stream }
}

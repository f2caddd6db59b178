import { data } from 'react-router'
import { fileFormats, mediaTypes, renderFile } from '#modules/acts/index.ts'
import { readOrder } from '#modules/departure/index.ts'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read } from '#platform/web.ts'
import { travelOrderDocument } from '../travel-order-document.ts'
import type { Route } from './+types/travel-order-file.ts'

/** A travel order as a file, PDF or Word, from what was frozen when it was signed. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { facts, isWithdrawn, format } = await read(context, request, async (ctx) => ({
    ...(await readOrder(ctx, params.orderId)),
    format: found(fileFormats.find((known) => known === params.format)),
  }))
  const file = await renderFile(travelOrderDocument(facts, isWithdrawn), format)
  if (!file.ok) throw data(null, { status: 503 })
  const name = `${facts.number}.${format}`
  return new Response(file.value, {
    headers: {
      ...describeDelivery({ name, mediaType: mediaTypes[format], sizeBytes: file.value.byteLength }),
      'cache-control': 'private, no-store',
    },
  })
}

import { data } from 'react-router'
import { mediaTypes, renderFile } from '#modules/acts/index.ts'
import { readLetter } from '#modules/visits/index.ts'
import { describeDelivery } from '#platform/files.ts'
import { read } from '#platform/web.ts'
import { letterDocument } from '../visit-letter.ts'
import type { Route } from './+types/visit-letter.ts'

/** A letter to print, or to rework in Word. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { format } = params
  if (format !== 'pdf' && format !== 'docx') throw data(null, { status: 404 })
  const document = await read(context, request, async (ctx) => {
    const { letter, number } = await readLetter(ctx, params.requestId, params.letterId)
    return letterDocument(letter, number, ctx.actor.organisationName)
  })
  const file = await renderFile(document, format)
  if (!file.ok) throw data(null, { status: 503 })
  const mediaType = mediaTypes[format]
  return new Response(file.value, {
    headers: describeDelivery({ name: `lettre-${params.letterId.slice(0, 8)}.${format}`, mediaType, sizeBytes: file.value.byteLength }),
  })
}

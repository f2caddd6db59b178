import { data } from 'react-router'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { loadAct } from '../sql/acts.ts'
import { actTexts, problemText } from '../texts.ts'
import { buildDocuments } from '../usecases/build-documents.ts'
import { fileFormats, mediaTypes, renderFile } from '../usecases/render-file.ts'
import { fileNameOf } from '../domain/file-name.ts'
import type { Route } from './+types/document-file.ts'

/** One document of an act as a file: /rapport.pdf, /rapport.docx, /deliberation.pdf, /deliberation.docx. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname } = new URL(request.url)
  const kind = pathname.includes('/rapport.') ? 'report' : 'deliberation'
  const format = fileFormats.find((extension) => pathname.endsWith(extension)) ?? 'pdf'
  const { act, document } = await read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    return { act, document: (await buildDocuments(ctx, act))[kind] }
  })
  const file = await renderFile(document, format)
  if (!file.ok) throw data(problemText(actTexts[context.get(visitorContext).locale], file.problem.code), { status: 503 })
  const name = fileNameOf(act, kind, format)
  const headers = describeDelivery({ name, mediaType: mediaTypes[format], sizeBytes: file.value.byteLength })
  return new Response(file.value, { headers })
}

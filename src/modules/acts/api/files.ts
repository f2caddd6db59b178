import { createRoute, z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, problemResponse, problemShape, readForApi } from '#platform/openapi.ts'
import { fileNameOf } from '../domain/file-name.ts'
import { loadAct } from '../sql/acts.ts'
import { buildDocuments } from '../usecases/build-documents.ts'
import { fileFormats, mediaTypes, renderFile } from '../usecases/render-file.ts'
import { params, tag } from './shapes.ts'

/** Typesetting holds no transaction: the act is read first, then the file is made. */
export function addFiles(api: Api): void {
  const file = z.enum(['report.pdf', 'report.docx', 'deliberation.pdf', 'deliberation.docx'])
  const path = params.extend({ file: file.openapi({ param: { required: true } }) })
  const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemShape } } })
  const bytes = z.string().openapi({ format: 'binary' })
  const route = createRoute({
    method: 'get',
    path: '/acts/{actId}/files/{file}',
    operationId: 'readActFile',
    summary: 'The report or the deliberation as a file: an accessible PDF to be voted, a DOCX to be reworked',
    description: 'From its submission on, an act always gives the same bytes.',
    tags: [tag],
    security: [{ apiKey: [] }],
    request: { params: path },
    responses: {
      200: { description: 'Done.', content: Object.fromEntries(fileFormats.map((format) => [mediaTypes[format], { schema: bytes }])) },
      401: problem('The API key is missing or not valid.'),
      403: problem('The roles of the key do not permit this.'),
      404: problem('There is no such thing for this organisation.'),
      422: problem('The act cannot be typeset. Codes: document_too_long, pdf_timed_out.'),
    },
  })
  api.openapi(route, (async (c: Parameters<Parameters<typeof api.openapi>[1]>[0]) => {
    const { actId, file: asked } = c.req.valid('param' as never) as z.output<typeof path>
    const kind = asked.startsWith('report') ? 'report' : 'deliberation'
    const format = asked.endsWith('pdf') ? 'pdf' : 'docx'
    const read = await readForApi(c, async (ctx) => {
      const known = found(await loadAct(ctx.tx, actId))
      return { known, document: (await buildDocuments(ctx, known))[kind] }
    })
    if (read instanceof Response) return read
    const rendered = await renderFile(read.document, format)
    if (!rendered.ok) return problemResponse(c, 422, rendered.problem.code)
    const name = fileNameOf(read.known, kind, format)
    return c.body(rendered.value, 200, { 'content-type': mediaTypes[format], 'content-disposition': `attachment; filename="${name}"` })
  }) as never)
}

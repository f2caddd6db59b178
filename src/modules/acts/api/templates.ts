import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addRead, addWrite, type Api, localizedToJson, localizedUpTo } from '#platform/openapi.ts'
import { ok, refused } from '#platform/pure/outcome.ts'
import { DELIBERATION_SECTIONS, REPORT_SECTIONS, type SectionText, templatedDocuments } from '../domain/templates.ts'
import { type EditedPart, editTemplate, loadPart, resetTemplate, type TemplatePart } from '../usecases/edit-template.ts'
import { listParts } from '../usecases/list-parts.ts'
import { orNone, tag } from './shapes.ts'

const sectionText = z.object({ heading: localizedUpTo(200), body: localizedUpTo(10_000) }).openapi('SectionText')
const part = z
  .object({
    document: z.enum(templatedDocuments),
    section: z.enum([...REPORT_SECTIONS, ...DELIBERATION_SECTIONS]),
    ours: sectionText,
    theirs: orNone(sectionText).openapi({ description: 'What the authority wrote; null while it uses our text.' }),
    digest: z.string().openapi({ description: 'Names what was read, for the next writing.' }),
  })
  .openapi('ActTemplate')

export function addTemplates(api: Api): void {
  const path = '/act-templates/{document}/{section}'
  const partParams = z.object({
    document: z.enum(templatedDocuments).openapi({ param: { required: true } }),
    section: z.enum([...REPORT_SECTIONS, ...DELIBERATION_SECTIONS]).openapi({ param: { required: true } }),
  })
  const aboutPart = { tag, params: partParams, answer: part } as const
  addRead(
    api,
    {
      path: '/act-templates',
      operationId: 'listActTemplates',
      summary: 'Every part of the two documents, as the next act will say it',
      tag,
      answer: z.object({
        parts: z.array(
          z.object({
            document: z.enum(templatedDocuments),
            section: z.enum([...REPORT_SECTIONS, ...DELIBERATION_SECTIONS]),
            text: sectionText,
            isEdited: z.boolean(),
          }),
        ),
      }),
    },
    async (ctx) => ({ parts: (await listParts(ctx)).map(({ text: words, ...others }) => ({ ...others, text: writtenText(words) })) }),
  )
  addRead(
    api,
    { ...aboutPart, path, operationId: 'readActTemplate', summary: 'A part of a document: our text, and the authority’s' },
    async (ctx, { params: asked }) => presentedPart(ctx, found(partOf(asked))),
  )
  addWrite(
    api,
    {
      ...aboutPart,
      method: 'put',
      path,
      operationId: 'editActTemplate',
      summary: 'Rewrites a part of the documents of the next acts',
      body: z
        .object({ digest: z.string().max(64), heading: localizedUpTo(200).default({}), body: localizedUpTo(10_000).default({}) })
        .openapi('ActTemplateEdit'),
      refusals: { stale_template: 409, template_invalid: 422 },
    },
    async (ctx, { params: asked, body: { digest, ...words } }) => {
      const known = found(partOf(asked))
      const edited = await editTemplate(ctx, known, digest, words)
      if (edited.ok) return ok(await presentedPart(ctx, known))
      return 'saved' in edited.problem
        ? refused({ code: 'stale_template' as const, saved: part.parse(withPart(known, edited.problem.saved)) })
        : refused(edited.problem)
    },
  )
  addWrite(
    api,
    {
      ...aboutPart,
      method: 'delete',
      path,
      operationId: 'resetActTemplate',
      summary: 'Forgets what the authority wrote of a part: the next acts use our text again',
    },
    async (ctx, { params: asked }) => {
      const known = found(partOf(asked))
      await resetTemplate(ctx, known)
      return ok(await presentedPart(ctx, known))
    },
  )
}

function partOf({ document, section }: { readonly document: TemplatePart['document']; readonly section: string }): TemplatePart | null {
  const inReport = REPORT_SECTIONS.find((known) => known === section)
  const inDeliberation = DELIBERATION_SECTIONS.find((known) => known === section)
  if (document === 'report') return inReport ? { document, section: inReport } : null
  return inDeliberation ? { document, section: inDeliberation } : null
}

async function presentedPart(ctx: Ctx, known: TemplatePart): Promise<z.input<typeof part>> {
  return withPart(known, await loadPart(ctx, known))
}

function withPart(known: TemplatePart, { ours, theirs, digest }: EditedPart): z.input<typeof part> {
  return { ...known, ours: writtenText(ours), theirs: theirs && writtenText(theirs), digest }
}

const writtenText = ({ heading, body }: SectionText) => ({ heading: localizedToJson(heading), body: localizedToJson(body) })

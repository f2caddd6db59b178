import { z } from '@hono/zod-openapi'
import {
  cardKinds,
  findDuplicates,
  listMerges,
  mayKeepDirectory,
  mergeOrganisations,
  mergePeople,
  mostPairs,
  organisationFields,
  personFields,
  reasons,
  undoMerge,
} from '#modules/directory/index.ts'
import { allow } from '#platform/actor.ts'
import { type Api, addRead, addWrite, idParam, idShape, instantShape, versionShape } from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { cardReferences } from '../card-references.ts'

const tag = 'directory'
const card = z.object({ id: z.uuid(), name: z.string() })
const duplicate = z
  .object({ kind: z.enum(cardKinds), one: card, other: card, why: z.array(z.enum(reasons)) })
  .openapi('Duplicate', { description: 'Two cards that may be one, the strongest reason first.' })
const merge = z
  .object({
    id: idShape<'merge'>(),
    kind: z.enum(cardKinds),
    keptId: z.uuid(),
    keptName: z.string().nullable().openapi({ description: 'Null when the card was removed since.' }),
    goneName: z.string(),
    mergedAt: instantShape,
    undoneAt: instantShape.nullable(),
  })
  .openapi('Merge')

const side = z.enum(['kept', 'gone'])
const done = z.object({ mergeId: idShape<'merge'>() }).openapi('MergeDone')
const refusals = { stale_edit: 409, same_card: 409 } as const

/** What a merge is told: the card that goes, both versions as they were read, and which card is right where they differ. */
function mergeBody<Field extends string>(name: string, fields: readonly Field[]) {
  return z
    .object({
      goneId: z.uuid('id_malformed'),
      keptVersion: versionShape,
      goneVersion: versionShape,
      choices: z
        .object(Object.fromEntries(fields.map((field) => [field, side.optional()])) as Record<Field, z.ZodOptional<typeof side>>)
        .optional()
        .openapi({ description: 'A field left out is taken from the card that stays, or from the other where it says nothing.' }),
    })
    .openapi(name)
}

/** Cards that may be one, making one of them, and giving both back. */
export function addMerges(api: Api): void {
  addRead(
    api,
    {
      path: '/directory/duplicates',
      operationId: 'listDuplicates',
      summary: 'Cards that may be one and the same, with why',
      description: `The ${mostPairs} clearest pairs of people and of organisations; the next ones show once these are settled.`,
      tag,
      answer: z.object({ items: z.array(duplicate) }).openapi('Duplicates'),
    },
    async (ctx) => ({ items: (await findDuplicates(ctx)).map(({ why, ...pair }) => ({ ...pair, why: [...why] })) }),
  )
  addRead(
    api,
    {
      path: '/directory/merges',
      operationId: 'listMerges',
      summary: 'The latest merges, two hundred at most, undone ones included',
      tag,
      answer: z.object({ items: z.array(merge) }).openapi('Merges'),
    },
    async (ctx) => {
      allow(mayKeepDirectory(ctx.actor))
      return { items: await listMerges(ctx.tx, 200) }
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/people/{personId}/merges',
      operationId: 'mergePeople',
      summary: 'Makes one person of two cards: every row that named the card that goes names this one',
      tag,
      params: z.object({ personId: idParam<'person'>() }),
      body: mergeBody('PeopleToMerge', personFields),
      answer: done,
      refusals,
    },
    async (ctx, { params, body }) => {
      const { goneId: gone, choices = {}, ...said } = body
      const merged = await mergePeople(ctx, { kept: params.personId, gone, choices, ...said }, cardReferences)
      return merged.ok ? ok({ mergeId: merged.value }) : merged
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/organisations/{organisationId}/merges',
      operationId: 'mergeOrganisations',
      summary: 'Makes one organisation of two cards; one that works in Escale keeps its own facts',
      tag,
      params: z.object({ organisationId: idParam<'organisation'>() }),
      body: mergeBody('OrganisationsToMerge', organisationFields),
      answer: done,
      refusals: { ...refusals, kinds_differ: 409 },
    },
    async (ctx, { params, body }) => {
      const { goneId: gone, choices = {}, ...said } = body
      const merged = await mergeOrganisations(ctx, { kept: params.organisationId, gone, choices, ...said }, cardReferences)
      return merged.ok ? ok({ mergeId: merged.value }) : merged
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/directory/merges/{mergeId}/undoing',
      operationId: 'undoMerge',
      summary: 'Gives back both cards as they were before a merge, and to each the rows that named it',
      description: 'Refused once the card that stayed was edited since: what was written on it would be lost.',
      tag,
      params: z.object({ mergeId: idParam<'merge'>() }),
      answer: z.object({ cardId: z.uuid().openapi({ description: 'The card that came back.' }) }).openapi('MergeUndone'),
      refusals: { merge_undone: 409, changed_since_merge: 409 },
    },
    async (ctx, { params }) => {
      const undone = await undoMerge(ctx, params.mergeId, cardReferences)
      return undone.ok ? ok({ cardId: undone.value }) : undone
    },
  )
}

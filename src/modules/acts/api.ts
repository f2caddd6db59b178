import { createRoute, z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import {
  type Api,
  addRead,
  addWrite,
  idAfter,
  idParam,
  idShape,
  instantShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
  moneyShape,
  moneyToJson,
  pageOf,
  pageQuery,
  problemResponse,
  problemShape,
  readForApi,
  toPage,
  versionShape,
} from '#platform/openapi.ts'
import { money } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Act, actKinds } from './domain/act.ts'
import { type ActHeader, mostRapporteurs } from './domain/act-header.ts'
import { MISSING_FACT_CODES } from './domain/completeness.ts'
import { compositionSentence, delegationCounts } from './domain/composition.ts'
import type { OfficeHolder } from './domain/facts.ts'
import { fileNameOf } from './domain/file-name.ts'
import { ACT_STATES, type Decision } from './domain/lifecycle.ts'
import { DELIBERATION_SECTIONS, REPORT_SECTIONS, type SectionText, templatedDocuments } from './domain/templates.ts'
import { publicationForm, transmissionForm } from './schemas.ts'
import { DELIBERATION_COLUMNS } from './scdl/columns.ts'
import { type ActLine, listActs, loadAct } from './sql/acts.ts'
import { abandonAct } from './usecases/abandon-act.ts'
import { arrangeMissions } from './usecases/arrange-missions.ts'
import { buildDocuments } from './usecases/build-documents.ts'
import { changeAct } from './usecases/change-act.ts'
import { type ActCheck, checkAct } from './usecases/check-act.ts'
import { differencesSinceVote } from './usecases/differences-since-vote.ts'
import { type EditedPart, type TemplatePart, editTemplate, loadPart, resetTemplate } from './usecases/edit-template.ts'
import { listParts } from './usecases/list-parts.ts'
import { openAct } from './usecases/open-act.ts'
import { publishRow } from './usecases/publish-row.ts'
import { recordPublication, recordTransmission, registerDeliberation } from './usecases/record-publicity.ts'
import { deferAct, recordVote } from './usecases/record-vote.ts'
import { fileFormats, mediaTypes, renderFile } from './usecases/render-file.ts'
import { submitAct } from './usecases/submit-act.ts'

const tag = 'acts'

const text = (max: number) => z.string().trim().max(max, 'text_too_long')
const orNone = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, z.null()])
const count = z.int().min(0, 'vote_count_invalid').max(999_999, 'vote_count_invalid')
const gender = z.enum(['feminine', 'masculine'])
const reason = text(500).min(1, 'reason_missing')

const holder = z
  .object({
    givenName: text(100),
    familyName: text(100),
    gender: gender.nullable().default(null).openapi({ description: 'Null: the name is written without civility.' }),
    capacity: localizedUpTo(200).nullable().default(null),
  })
  .refine(({ givenName, familyName }) => givenName !== '' || familyName !== '', { error: 'required', path: ['familyName'] })
  .openapi('OfficeHolder')

const headerFields = {
  authorityName: localizedUpTo(200),
  authorityGender: gender.openapi({ description: 'Of the French name, for « du » or « de la ».' }),
  directorates: z.array(localizedUpTo(200)).max(10, 'too_many'),
  place: text(100).nullable(),
  body: localizedUpTo(100),
  bodyGender: gender,
  chair: orNone(holder),
  rapporteurs: z.array(holder).max(mostRapporteurs, 'too_many'),
  proposer: localizedUpTo(300).nullable(),
  signatory: orNone(holder),
}
const header = z.object(headerFields).openapi('ActHeader')

const attendance = z
  .object({ inOffice: count, present: count, represented: count, secondCall: z.boolean().default(false) })
  .openapi('Attendance')
const ballot = z
  .object({ for: count, against: count, abstained: count, notVoting: count.default(0), secret: z.boolean().default(false) })
  .openapi('Ballot')

const decision = z
  .object({
    outcome: z.enum(['adopted', 'rejected', 'adjourned', 'withdrawn']),
    on: localDateShape,
    attendance: orNone(attendance).openapi({ description: 'Null when no vote was taken.' }),
    ballot: orNone(ballot),
    reason: z.string().nullable().openapi({ description: 'Why it was put off or withdrawn.' }),
  })
  .openapi('ActDecision')

const transmission = z.object({ on: localDateShape, receipt: z.string().nullable() }).openapi('Transmission')
const publication = z.object({ on: localDateShape, address: z.string().nullable() }).openapi('Publication')

const act = z
  .object({
    id: idShape<'act'>(),
    kind: z.enum(actKinds),
    state: z.enum(ACT_STATES),
    language: z.enum(['fr', 'en']),
    reference: z.string(),
    object: localizedShape,
    header,
    fiscalYear: z.int().nullable(),
    meetingOn: localDateShape.nullable(),
    convenedOn: localDateShape.nullable(),
    missionIds: z.array(z.string()).openapi({ description: 'In the order of the act.' }),
    submittedAt: instantShape.nullable(),
    digest: z.string().nullable().openapi({ description: 'SHA-256 of what was given to the assembly.' }),
    decision: orNone(decision),
    transmission: orNone(transmission),
    publication: orNone(publication),
    executoryOn: localDateShape.nullable(),
    secretary: orNone(holder),
    deliberationNumber: z.string().nullable(),
    subjectCode: z.string(),
    budgetName: z.string().nullable(),
    prefectureId: z.string().nullable(),
    version: z.int(),
  })
  .openapi('Act')

const line = z
  .object({
    id: idShape<'act'>(),
    state: z.enum(ACT_STATES),
    reference: z.string(),
    object: localizedShape,
    meetingOn: localDateShape.nullable(),
    executoryOn: localDateShape.nullable(),
    missionTitles: z.array(localizedShape),
  })
  .openapi('ActLine')

const actChange = z
  .object({
    version: versionShape,
    language: z.enum(['fr', 'en']),
    reference: text(50),
    object: localizedUpTo(500),
    header: z.object(headerFields).partial(),
    fiscalYear: z.int().min(1000, 'year_malformed').max(9999, 'year_malformed').nullable(),
    meetingOn: localDateShape.nullable(),
    convenedOn: localDateShape.nullable(),
  })
  .partial()
  .required({ version: true })
  .openapi('ActChange', { description: 'What is left out stays as it is, in the head too.' })

const missing = z
  .object({
    code: z.enum(MISSING_FACT_CODES),
    missionId: z.string().nullable(),
    who: z.enum(['authority', 'assembly', 'finance', 'lead']).openapi({ description: 'Who can supply it.' }),
    severity: z.enum(['blocks', 'warns']),
    days: z.int().nullable(),
  })
  .openapi('MissingFact')

const check = z
  .object({
    total: moneyShape,
    missions: z.array(
      z.object({
        missionId: z.string(),
        title: localizedShape,
        total: moneyShape,
        composition: z.string().openapi({ description: 'The delegation in words, in the language of the act.' }),
        persons: z.int(),
        organisations: z.int(),
        companies: z.int(),
      }),
    ),
    missing: z.array(missing),
    blockingCount: z.int(),
    lostMissionCount: z.int().openapi({ description: 'Missions in which the organisation no longer takes part.' }),
    digest: z.string().openapi({ description: 'SHA-256 of what would be submitted now: whoever submits names what they have read.' }),
  })
  .openapi('ActCheck')

const difference = z
  .object({ path: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() })
  .openapi('Difference')

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

const params = z.object({ actId: idParam<'act'>() })
const one = '/acts/{actId}'
const aboutAct = { tag, params, answer: act } as const

const prefecture = text(10)
  .nullable()
  .refine((typed) => typed === null || transmissionForm.shape.prefectureId.safeParse(typed).success, 'prefecture_malformed')
const address = text(500)
  .nullable()
  .refine((typed) => typed === null || publicationForm.shape.address.safeParse(typed).success, 'address_malformed')

/** Acts for programs: from the missions to the vote, and what follows it. The same use-cases as the pages. */
export function addActOperations(api: Api): void {
  addActs(api)
  addPreparation(api)
  addLife(api)
  addPublicity(api)
  addFiles(api)
  addTemplates(api)
}

function addActs(api: Api): void {
  addRead(
    api,
    {
      path: '/acts',
      operationId: 'listActs',
      summary: 'Acts of the organisation, the latest opened first',
      tag,
      query: pageQuery,
      answer: pageOf(line),
    },
    async (ctx, { query: { limit, cursor } }) => {
      const after = idAfter(cursor)
      const rows = await listActs(ctx.tx, { limit: limit + 1, ...(after ? { after } : {}) })
      return toPage(rows, limit, ({ id }) => [id], presentedLine)
    },
  )
  addRead(api, { ...aboutAct, path: one, operationId: 'readAct', summary: 'An act' }, (ctx, { params: { actId } }) =>
    presentedAct(ctx, actId),
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/acts',
      operationId: 'openAct',
      summary: 'Opens an act about some missions, in the order of departure; its head is that of the latest act',
      tag,
      body: z.object({ missionIds: z.array(idShape<'mission'>()).min(1, 'no_mission_chosen').max(100, 'too_many') }).openapi('NewAct'),
      answer: act,
      status: 201,
      refusals: { not_an_authority: 409, mission_already_ratified: 409, a_mission_has_one_act_at_a_time: 409 },
    },
    async (ctx, { body }) => {
      const opened = await openAct(ctx, body.missionIds)
      return opened.ok ? ok(await presentedAct(ctx, opened.value)) : opened
    },
  )
}

function addPreparation(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'patch',
      path: one,
      operationId: 'changeAct',
      summary: 'Changes what the authority states: head, reference, meeting, object',
      description: 'With 409 `stale_edit`, `details.saved` is the act as it is now.',
      body: actChange,
      refusals: { stale_edit: 409, act_no_longer_changes: 409 },
    },
    async (ctx, { params: { actId }, body: { version: seen, header: headGiven, ...given } }) => {
      const { language, reference, object, header: head, fiscalYear, meetingOn, convenedOn } = found(await loadAct(ctx.tx, actId))
      const saved = { language, reference, object, fiscalYear, meetingOn, convenedOn }
      const changed = await changeAct(ctx, actId, seen, { ...saved, ...given, header: { ...head, ...headGiven } })
      if (changed.ok) return ok(presented(changed.value))
      return 'saved' in changed.problem
        ? refused({ code: 'stale_edit' as const, saved: act.parse(presented(changed.problem.saved)) })
        : refused(changed.problem)
    },
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/missions',
      operationId: 'arrangeActMissions',
      summary: 'Says which missions an act is about, and in what order',
      body: z.object({ missionIds: z.array(idShape<'mission'>()).min(1, 'no_mission_chosen').max(100, 'too_many') }).openapi('ActMissions'),
      refusals: { act_no_longer_changes: 409, a_mission_has_one_act_at_a_time: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await arrangeMissions(ctx, actId, body.missionIds)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/check',
      operationId: 'checkAct',
      summary: 'What an act states today, to the cent, and what it still lacks',
      tag,
      params,
      answer: check,
    },
    async (ctx, { params: { actId } }) => presentedCheck(await checkAct(ctx, actId)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/differences',
      operationId: 'listActDifferences',
      summary: 'What is no longer as the assembly was told; empty while an act is being prepared',
      tag,
      params,
      answer: z.object({ differences: z.array(difference) }),
    },
    async (ctx, { params: { actId } }) => ({ differences: [...(await differencesSinceVote(ctx, found(await loadAct(ctx.tx, actId))))] }),
  )
}

const voteRefusals = {
  act_is_closed: 409,
  not_submitted: 409,
  already_decided: 409,
  decided_before_meeting: 422,
  date_in_the_future: 422,
  more_present_than_in_office: 422,
  more_proxies_than_present: 422,
  more_seated_than_in_office: 422,
  quorum_not_met: 422,
  votes_do_not_add_up: 422,
  outcome_contradicts_votes: 422,
  one_deliberation_per_number: 409,
} as const

function addLife(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/submit',
      operationId: 'submitAct',
      summary: 'Puts a complete act on the agenda: what it says is frozen with its digest',
      body: z
        .object({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'digest_malformed') })
        .openapi('ActSubmission', { description: 'The digest of the check that was read.' }),
      refusals: { act_is_closed: 409, already_submitted: 409, facts_missing: 409, mission_lost: 409, changed_since_read: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await submitAct(ctx, actId, body.digest)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/vote',
      operationId: 'recordVote',
      summary: 'Records a vote; an adopted act ratifies its missions',
      body: z
        .object({
          outcome: z.enum(['adopted', 'rejected']),
          on: localDateShape,
          attendance,
          ballot,
          deliberationNumber: text(50).min(1, 'required').nullable().default(null),
          secretary: orNone(holder).default(null),
        })
        .openapi('ActVote'),
      refusals: voteRefusals,
    },
    async (ctx, { params: { actId }, body: { deliberationNumber, secretary, ...vote } }) =>
      actAfter(ctx, actId, await recordVote(ctx, actId, vote, { deliberationNumber, secretary })),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/defer',
      operationId: 'deferAct',
      summary: 'Puts a submitted act off, or takes it from the agenda',
      body: z.object({ outcome: z.enum(['adjourned', 'withdrawn']), on: localDateShape, reason }).openapi('ActDeferral'),
      refusals: { act_is_closed: 409, not_submitted: 409, already_decided: 409, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await deferAct(ctx, actId, body)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/abandon',
      operationId: 'abandonAct',
      summary: 'Gives an act up before it is on any agenda: its missions are free for another one',
      body: z.object({ reason }).openapi('ActAbandonment'),
      refusals: { act_no_longer_changes: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await abandonAct(ctx, actId, body.reason)),
  )
}

function addPublicity(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/transmission',
      operationId: 'recordTransmission',
      summary: 'Records the reception of an adopted act by the State, or mends what was recorded',
      body: z
        .object({ on: localDateShape, receipt: text(100).nullable().default(null), prefectureId: prefecture.default(null) })
        .openapi('ActTransmission'),
      refusals: { not_submitted: 409, not_adopted: 409, transmitted_before_vote: 422, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body: { prefectureId, ...received } }) =>
      actAfter(ctx, actId, await recordTransmission(ctx, actId, received, prefectureId)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/publication',
      operationId: 'recordPublication',
      summary: 'Records the posting of an adopted act on the site of the authority, or mends what was recorded',
      body: z.object({ on: localDateShape, address: address.default(null) }).openapi('ActPublication'),
      refusals: { not_submitted: 409, not_adopted: 409, published_before_vote: 422, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await recordPublication(ctx, actId, body)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/registration',
      operationId: 'registerDeliberation',
      summary: 'Says what the national file of deliberations asks beyond the act: number, subject, budget',
      body: z
        .object({
          deliberationNumber: text(50).min(1, 'required').nullable(),
          subjectCode: z
            .string()
            .regex(/^\d\.\d{1,2}$/, 'subject_unknown')
            .openapi({ example: '5.6' }),
          budgetName: text(200).nullable().default(null),
        })
        .openapi('ActRegistration'),
      refusals: { not_adopted: 409, subject_unknown: 422, one_deliberation_per_number: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await registerDeliberation(ctx, actId, body)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/deliberation-row',
      operationId: 'readDeliberationRow',
      summary: 'The line of an adopted act in the national file of deliberations (SCDL 2.1.5), or what it still lacks',
      tag,
      params,
      answer: z
        .object({
          row: z.record(z.enum(DELIBERATION_COLUMNS), z.string()).nullable(),
          problems: z.array(z.object({ column: z.enum(DELIBERATION_COLUMNS).nullable(), code: z.string() })),
        })
        .openapi('DeliberationRow'),
    },
    async (ctx, { params: { actId } }) => {
      const row = await publishRow(ctx, found(await loadAct(ctx.tx, actId)))
      if (row.ok) return { row: row.value, problems: [] }
      return { row: null, problems: 'problems' in row.problem ? [...row.problem.problems] : [{ column: null, code: row.problem.code }] }
    },
  )
}

/** Typesetting holds no transaction: the act is read first, then the file is made. */
function addFiles(api: Api): void {
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

function addTemplates(api: Api): void {
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

async function presentedAct(ctx: Ctx, actId: string): Promise<z.input<typeof act>> {
  return presented(found(await loadAct(ctx.tx, actId)))
}

async function actAfter<Problem>(
  ctx: Ctx,
  actId: string,
  outcome: Outcome<unknown, Problem>,
): Promise<Outcome<z.input<typeof act>, Problem>> {
  return outcome.ok ? ok(await presentedAct(ctx, actId)) : outcome
}

const writtenText = ({ heading, body }: SectionText) => ({ heading: localizedToJson(heading), body: localizedToJson(body) })

function presentedLine({ shown, object, missionTitles, ...row }: ActLine): z.input<typeof line> {
  return { ...row, state: shown, object: localizedToJson(object), missionTitles: missionTitles.map(localizedToJson) }
}

function presented({ shown, object, header: head, decision: decided, secretary, missionIds, ...facts }: Act): z.input<typeof act> {
  return {
    ...facts,
    state: shown,
    object: localizedToJson(object),
    header: presentedHeader(head),
    decision: decided && presentedDecision(decided),
    secretary: secretary && presentedHolder(secretary),
    missionIds: [...missionIds],
  }
}

function presentedDecision(decided: Decision): z.input<typeof decision> {
  const { outcome, on } = decided
  if ('reason' in decided) return { outcome, on, attendance: null, ballot: null, reason: decided.reason }
  return { outcome, on, attendance: decided.attendance, ballot: decided.ballot, reason: null }
}

function presentedHeader({
  authorityName,
  directorates,
  body,
  chair,
  rapporteurs,
  proposer,
  signatory,
  ...head
}: ActHeader): z.input<typeof header> {
  return {
    ...head,
    authorityName: localizedToJson(authorityName),
    directorates: directorates.map(localizedToJson),
    body: localizedToJson(body),
    chair: chair && presentedHolder(chair),
    rapporteurs: rapporteurs.map(presentedHolder),
    proposer: proposer && localizedToJson(proposer),
    signatory: signatory && presentedHolder(signatory),
  }
}

function presentedHolder({ capacity, ...someone }: OfficeHolder): z.input<typeof holder> {
  return { ...someone, capacity: capacity && localizedToJson(capacity) }
}

function presentedCheck({ content: { facts, language }, missing: lacking, ...others }: ActCheck): z.input<typeof check> {
  const amount = (cents: string) => moneyToJson(money(BigInt(cents), facts.currency))
  return {
    ...others,
    total: amount(facts.grandTotalCents),
    missions: facts.missions.map(({ id, title, totalCents, members }) => ({
      missionId: id,
      title: localizedToJson(title),
      total: amount(totalCents),
      composition: compositionSentence(members, { language, authority: facts.authority.kind }),
      ...delegationCounts(members),
    })),
    missing: lacking.map(({ code, missionId = null, who, severity, days = null }) => ({ code, missionId, who, severity, days })),
  }
}

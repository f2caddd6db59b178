import { href } from 'react-router'
import { type ActLine, listActsAbout } from '#modules/acts/index.ts'
import { type PaperNaming, listPapersNaming } from '#modules/agreements/index.ts'
import { type EvidenceKept, type TravelOrder, orderNumber, readPapersOfMembers } from '#modules/departure/index.ts'
import { type ReceiptOf, readReceiptsOf } from '#modules/pocket/index.ts'
import { type DocumentAbout, type ProgrammeOf, listDocumentsAbout, listProgrammesOf } from '#modules/programme/index.ts'
import { type Letter, listLettersTo } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Instant, dateIn } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'

export type DocumentKind = 'wording' | 'minutes' | 'act' | 'order' | 'evidence' | 'moment' | 'programme' | 'receipt' | 'letter'

/** Who reads a document, by the rules of the module that owns it. */
export type SeenBy =
  | 'organisation'
  | 'everyone'
  | 'partners'
  | 'partners_and_travellers'
  | 'organisation_and_travellers'
  | 'preparers'
  | 'register'
  | 'accounts'
  | 'answerers'

/** A document that names someone or concerns them. `detail`: what tells it from another of its kind, in the words of its kind. */
export type PersonDocument = {
  readonly key: string
  readonly kind: DocumentKind
  readonly detail: string
  readonly about: Localized
  readonly onDay: LocalDate | null
  readonly seenBy: SeenBy
  /** The page where it is read. */
  readonly to: string
}

type Someone = { readonly names: readonly string[]; readonly email: string | null }
type Travel = { readonly memberId: string; readonly missionId: string }

/** The documents about someone that the reader may open, the latest first: each module answers for its own, under its own policies. */
export async function listDocumentsOfPerson(
  ctx: Ctx,
  { names, email }: Someone,
  travels: readonly Travel[],
  agreementIds: readonly string[],
): Promise<PersonDocument[]> {
  const memberIds = travels.map(({ memberId }) => memberId)
  const missionIds = [...new Set(travels.map(({ missionId }) => missionId))]
  const day = (moment: Instant) => dateIn(asTimeZone(ctx.actor.timeZone), moment)
  const { orders, evidence } = await readPapersOfMembers(ctx, memberIds)
  const documents = [
    ...(await listPapersNaming(ctx.tx, names)).map(fromPaper),
    ...(await listActsAbout(ctx.tx, { missionIds, agreementIds })).map(fromAct),
    ...orders.map(fromOrder),
    ...evidence.map(fromEvidence),
    ...(await listProgrammesOf(ctx.tx, memberIds)).map((programme) => fromProgramme(programme, day)),
    ...(await listDocumentsAbout(ctx.tx, { memberIds, names })).map(fromMoment),
    ...(await readReceiptsOf(ctx, memberIds)).map((receipt) => fromReceipt(receipt, day)),
    ...(await listLettersTo(ctx.tx, { names, email })).map(fromLetter),
  ]
  return documents.toSorted(latestFirst)
}

type DayOf = (moment: Instant) => LocalDate

function fromPaper({ id: key, kind, language, agreementId, agreementTitle: about, onDay }: PaperNaming): PersonDocument {
  const params = { agreementId }
  const to = kind === 'wording' ? href('/accords/:agreementId/texte', params) : href('/accords/:agreementId/comite', params)
  return { key, kind, detail: language ?? '', about, onDay, seenBy: 'organisation', to }
}

function fromAct({ id, reference, object: about, meetingOn: onDay, publishedOn }: ActLine): PersonDocument {
  const seenBy = publishedOn === null ? 'organisation' : 'everyone'
  return { key: id, kind: 'act', detail: reference, about, onDay, seenBy, to: href('/actes/:actId', { actId: id }) }
}

function fromOrder(order: TravelOrder): PersonDocument {
  const { id, missionTitle: about, issuedOn: onDay } = order
  const to = href('/ordres-de-mission/:orderId/:format', { orderId: id, format: 'pdf' })
  return { key: id, kind: 'order', detail: orderNumber(order), about, onDay, seenBy: 'register', to }
}

function fromEvidence({ id: key, kind: detail, missionId, missionTitle: about, memberId, doneOn: onDay }: EvidenceKept): PersonDocument {
  const to = href('/missions/:missionId/depart/personne/:memberId', { missionId, memberId })
  return { key, kind: 'evidence', detail, about, onDay, seenBy: 'preparers', to }
}

function fromProgramme({ missionId, memberId, number, missionTitle: about, releasedAt }: ProgrammeOf, day: DayOf): PersonDocument {
  const detail = String(number)
  const to = href('/missions/:missionId/programme/versions/:number/personne/:memberId', { missionId, memberId, number: detail })
  return { key: `${memberId} ${number}`, kind: 'programme', detail, about, onDay: day(releasedAt), seenBy: 'partners', to }
}

function fromMoment({
  id: key,
  name: detail,
  missionId,
  itemId,
  itemTitle: about,
  startsAt,
  timeZone,
  ...file
}: DocumentAbout): PersonDocument {
  const to = href('/missions/:missionId/programme/:itemId', { missionId, itemId })
  return { key, kind: 'moment', detail, about, onDay: dateIn(timeZone, startsAt), seenBy: readersOf(file), to }
}

function fromReceipt({ id: key, label: detail, missionId, missionTitle: about, takenAt }: ReceiptOf, day: DayOf): PersonDocument {
  const to = href('/missions/:missionId/poches', { missionId })
  return { key, kind: 'receipt', detail, about, onDay: day(takenAt), seenBy: 'accounts', to }
}

function fromLetter({ id: letterId, requestId, subject: detail, recipient, writtenOn: onDay }: Letter): PersonDocument {
  const to = href('/visites/:requestId/lettres/:letterId/:format', { requestId, letterId, format: 'pdf' })
  return { key: letterId, kind: 'letter', detail, about: { und: recipient }, onDay, seenBy: 'answerers', to }
}

function readersOf({ isShared, forMembers }: Pick<DocumentAbout, 'isShared' | 'forMembers'>): SeenBy {
  if (isShared) return forMembers ? 'partners_and_travellers' : 'partners'
  return forMembers ? 'organisation_and_travellers' : 'organisation'
}

/** Those without a day come last. */
function latestFirst(one: PersonDocument, other: PersonDocument): number {
  const [a, b] = [one.onDay ?? '', other.onDay ?? '']
  return a === b ? (one.key < other.key ? -1 : 1) : a < b ? 1 : -1
}

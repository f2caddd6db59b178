import { z } from '@hono/zod-openapi'
import { idParam, idShape, instantShape, localDateShape, localizedShape, localizedUpTo } from '#platform/openapi.ts'
import { actKinds } from '../domain/act.ts'
import { mostRapporteurs } from '../domain/act-header.ts'
import { ACT_STATES } from '../domain/lifecycle.ts'

export const tag = 'acts'

export const text = (max: number) => z.string().trim().max(max, 'text_too_long')
export const orNone = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, z.null()])
const count = z.int().min(0, 'vote_count_invalid').max(999_999, 'vote_count_invalid')
const gender = z.enum(['feminine', 'masculine'])
export const reason = text(500).min(1, 'reason_missing')

export const holder = z
  .object({
    givenName: text(100),
    familyName: text(100),
    gender: gender.nullable().default(null).openapi({ description: 'Null: the name is written without civility.' }),
    capacity: localizedUpTo(200).nullable().default(null),
  })
  .refine(({ givenName, familyName }) => givenName !== '' || familyName !== '', { error: 'required', path: ['familyName'] })
  .openapi('OfficeHolder')

export const headerFields = {
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
export const header = z.object(headerFields).openapi('ActHeader')

export const attendance = z
  .object({ inOffice: count, present: count, represented: count, secondCall: z.boolean().default(false) })
  .openapi('Attendance')
export const ballot = z
  .object({ for: count, against: count, abstained: count, notVoting: count.default(0), secret: z.boolean().default(false) })
  .openapi('Ballot')

export const decision = z
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

export const act = z
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
    missionIds: z.array(z.string()).openapi({ description: 'In the order of the act; none when it is about an agreement.' }),
    agreementId: z.string().nullable().openapi({ description: 'The agreement that the assembly is asked to approve.' }),
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

export const params = z.object({ actId: idParam<'act'>() })
export const one = '/acts/{actId}'
export const aboutAct = { tag, params, answer: act } as const

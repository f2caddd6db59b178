import { z } from 'zod'
import { localDateShape, localizedShape } from '#platform/openapi.ts'
import { organisationKinds, schemes } from '#modules/directory/index.ts'
import { mandateDeciders, missionKinds, missionStates, partnerRoles } from './domain/mission.ts'

export { type ImportedMission, type StatedProblem, importMission } from './usecases/import-mission.ts'

/** Texts by language, each no longer than `max`. */
export const textsShape = (max: number) => z.record(localizedShape.keyType, localizedShape.valueType.max(max, 'text_too_long'))

const text = (max: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'text_too_long')
const country = z.string().regex(/^[A-Z]{2}$/, 'country_unknown')

const leg = z.strictObject({
  cityName: textsShape(200),
  country: country.optional(),
  timeZone: z.string().optional(),
  startsOn: localDateShape,
  endsOn: localDateShape,
})

const partner = z.strictObject({
  organisation: z.strictObject({
    name: text(200),
    kind: z.enum(organisationKinds).default('other'),
    country: country.default('FR'),
    identifiers: z.array(z.strictObject({ scheme: z.enum(schemes), value: text(200) })).default([]),
  }),
  role: z.enum(partnerRoles).exclude(['lead']),
  workstream: textsShape(200).default({}),
})

/**
 * The mission of a document, as `escale mission import` reads it; delegation and expenses are added by the command.
 * A property that is not here is refused: a misspelled one would otherwise be lost without a word.
 */
export const missionFields = {
  key: text(100),
  title: textsShape(200).refine((texts) => Object.keys(texts).length > 0, 'required'),
  kind: z.enum(missionKinds).optional(),
  purpose: textsShape(1000).optional(),
  state: z.enum(missionStates).optional(),
  legs: z.array(leg).optional(),
  objectives: z.array(textsShape(500)).max(50, 'too_many').optional(),
  themes: z.array(textsShape(100)).max(30, 'too_many').optional(),
  partners: z.array(partner).max(100, 'too_many').optional(),
  mandate: z.strictObject({ decidedBy: z.enum(mandateDeciders), decidedOn: localDateShape, reference: text(100) }).optional(),
  narrative: textsShape(20_000).optional(),
} as const

import { z } from 'zod'
import { ids, optionalId, requiredId, requiredNumber, requiredText, text, wholeNumber } from '#platform/pure/form-fields.ts'
import { localized } from '#platform/pure/localized.ts'
import { measures, type Measure } from './domain/coverage.ts'
import { fieldKinds, type PlanFacts } from './domain/plan.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

const year = requiredNumber(1900, 2200)
const version = z.coerce.number().int()

export const planForm = z.object({
  titleFr: requiredText(200),
  titleEn: text(200),
  purposeFr: text(2000),
  purposeEn: text(2000),
  source: text(500),
  fromYear: year,
  toYear: year,
  destinationLimit: requiredNumber(1, 250),
  version: version.optional(),
})

export function factsOf({
  titleFr,
  titleEn,
  purposeFr,
  purposeEn,
  source,
  fromYear,
  toYear,
  destinationLimit,
}: z.output<typeof planForm>): PlanFacts {
  return { title: localized(titleFr, titleEn), purpose: localized(purposeFr, purposeEn), source, fromYear, toYear, destinationLimit }
}

/** What one does with a strategy as a whole. */

export const objectiveForm = z.object({ titleFr: requiredText(300), titleEn: text(300) })
export const objectiveChange = objectiveForm.extend({ objectiveId: requiredId, version })
export const objectiveChoice = z.object({ objectiveId: requiredId })

export const fieldForm = z.object({
  kind: z.enum(fieldKinds, { error: 'unknown' }),
  labelFr: requiredText(120),
  labelEn: text(120),
  weight: requiredNumber(1, 5),
  objectiveId: optionalId,
})
export const fieldChoice = z.object({ fieldId: requiredId })

export const destinationForm = z.object({ city: text(120), country: text(2), justification: text(1000), sharedWith: text(200) })
export const destinationChange = z.object({ destinationId: requiredId, version, justification: text(1000), sharedWith: text(200) })
export const destinationChoice = z.object({ destinationId: requiredId })

export const targetForm = z.object({
  subjectId: requiredId,
  year,
  missions: wholeNumber(0, 1000),
  visits: wholeNumber(0, 1000),
  events: wholeNumber(0, 1000),
  agreements: wholeNumber(0, 1000),
})

export function plannedOf(form: z.output<typeof targetForm>): Partial<Record<Measure, number>> {
  return Object.fromEntries(measures.flatMap((measure) => (form[measure] === null ? [] : [[measure, form[measure]]])))
}

export const tieForm = z.object({ objectiveIds: ids })

const words = text(20_000)
export const reviewForm = z.object({
  openingFr: words,
  openingEn: words,
  findingsFr: words,
  findingsEn: words,
  outlookFr: words,
  outlookEn: words,
  version,
})

export function reviewOf(
  { openingFr, openingEn, findingsFr, findingsEn, outlookFr, outlookEn, version: read }: z.output<typeof reviewForm>,
  ofYear: number,
) {
  return {
    year: ofYear,
    version: read,
    opening: localized(openingFr, openingEn),
    findings: localized(findingsFr, findingsEn),
    outlook: localized(outlookFr, outlookEn),
  }
}

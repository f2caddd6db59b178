import { z } from 'zod'
import { date, requiredText, text } from '#platform/pure/form-fields.ts'
import { formText } from '#platform/pure/form-text.ts'
import { type Localized, localized } from '#platform/pure/localized.ts'
import { linesOf } from '#platform/pure/text.ts'
import { type NewLeg, mandateDeciders, missionKinds, missionStates } from './domain/mission.ts'
import type { MissionDraft } from './usecases/create-mission.ts'

export type LegText = {
  readonly city: string
  readonly country: string
  readonly timeZone: string
  readonly from: string
  readonly to: string
}

/** The leg lines of a submitted form, in order. */
export function legLines(form: FormData): LegText[] {
  const lines: LegText[] = []
  for (let index = 0; form.has(`legs.${index}.city`); index += 1) {
    const text = (field: string) => formText(form, `legs.${index}.${field}`).slice(0, 200)
    lines.push({ city: text('city'), country: text('country'), timeZone: text('timeZone'), from: text('from'), to: text('to') })
  }
  return lines
}

export const missionForm = z.object({
  kind: z.enum(missionKinds, { error: 'unknown' }).default('outgoing'),
  titleFr: requiredText(200),
  titleEn: text(200),
  purposeFr: text(1000),
  purposeEn: text(1000),
  objectivesFr: text(4000),
  objectivesEn: text(4000),
  themes: text(600),
  version: z.coerce.number().int().optional(),
  requestKey: z.uuid().optional(),
})
export type MissionForm = z.output<typeof missionForm>

/** One objective a line; the English line of the same rank is its translation. */
export function objectivesOf({ objectivesFr, objectivesEn }: Pick<MissionForm, 'objectivesFr' | 'objectivesEn'>): Localized[] {
  const english = linesOf(objectivesEn)
  return linesOf(objectivesFr).map((line, index) => localized(line, english[index] ?? ''))
}

/** Where a refusal about a leg is shown; anything else is about the form as a whole. */
export function fieldOfProblem(problem: object): string {
  return 'position' in problem ? `legs.${String(problem.position)}.from` : ''
}

export function draftOf(form: MissionForm, legs: readonly NewLeg[]): MissionDraft {
  return {
    kind: form.kind,
    title: localized(form.titleFr, form.titleEn),
    purpose: localized(form.purposeFr, form.purposeEn),
    legs,
    objectives: objectivesOf(form),
    themes: form.themes
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .map((label) => localized(label, '')),
  }
}

export const stateForm = z.object({ state: z.enum(missionStates, { error: 'unknown' }) })

export const releaseForm = z.object({ partnerId: z.uuid({ error: 'unknown' }) })

/** One box sends a text, several send a list, none sends nothing. */
export const legPartnersForm = z.object({
  legId: z.uuid({ error: 'unknown' }),
  partnerIds: z.union([z.array(z.uuid({ error: 'unknown' })), z.uuid({ error: 'unknown' }).transform((id) => [id])]).default([]),
})

export const mandateForm = z.object({
  decidedBy: z.enum(mandateDeciders, { error: 'required' }),
  decidedOn: date,
  reference: requiredText(100),
})

export const narrativeForm = z.object({ version: z.coerce.number().int(), bodyFr: text(20_000), bodyEn: text(20_000) })

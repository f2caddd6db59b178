import type { RefusedForm } from '#platform/web.ts'
import type { EventTexts } from '../texts/event-texts.ts'
import { problemTexts } from '../texts/event-texts.ts'

export type Refusal = Pick<RefusedForm, 'values' | 'problems'> | undefined

/** What a form of a page with several shows of a refusal: its own, never another's. */
export function refusalOf(refusal: Refusal, intent: string, texts: EventTexts) {
  return refusal?.values.intent === intent ? { values: refusal.values, errors: problemTexts(texts, refusal.problems) } : {}
}

import { z } from 'zod'
import { optionalDate, requiredText, text } from '#platform/pure/form-fields.ts'
import { formLocalized, formText } from '#platform/pure/form-text.ts'
import { languagesOf, type Localized, localized } from '#platform/pure/localized.ts'
import { linesOf } from '#platform/pure/text.ts'
import { actionStates, mostPledges } from '../domain/pledges.ts'

export const domainForm = z.object({ titleFr: requiredText(200), titleEn: text(200), pledgesFr: text(4000), pledgesEn: text(4000) })
export const domainIdForm = z.object({ domainId: z.uuid({ error: 'unknown' }) })

/** A pledge a line; the English line of the same rank is its translation. */
export function pledgesOf({ pledgesFr, pledgesEn }: { readonly pledgesFr: string; readonly pledgesEn: string }): Localized[] {
  const english = linesOf(pledgesEn)
  return linesOf(pledgesFr).map((line, index) => localized(line, english[index] ?? ''))
}

export const actionForm = z.object({
  pledgeId: z.uuid({ error: 'required' }),
  title: requiredText(300),
  ownOwner: requiredText(200),
  theirOwner: text(200),
  dueOn: optionalDate,
})
export const progressForm = z.object({
  actionId: z.uuid({ error: 'unknown' }),
  title: requiredText(300),
  ownOwner: requiredText(200),
  theirOwner: text(200),
  dueOn: optionalDate,
  state: z.enum(actionStates, { error: 'unknown' }),
  evidence: text(1000),
  version: z.coerce.number().int(),
})
export const reopenForm = z.object({ actionId: z.uuid({ error: 'unknown' }), reason: requiredText(1000), version: z.coerce.number().int() })

export const rewordForm = z.object({ 'title.fr': requiredText(300), version: z.coerce.number().int() })

/** The lines of a form that say a pledge, in order: `pledges.<n>.<language>`, `pledgeIds.<n>`. One whose words were rubbed out is left out. */
export function pledgeLines(form: FormData): { readonly id: string | null; readonly title: Localized }[] {
  return Array.from({ length: mostPledges }, (_, index) => ({
    id: formText(form, `pledgeIds.${index}`) || null,
    title: formLocalized(form, `pledges.${index}`, 500),
  })).filter(({ title }) => languagesOf(title).length > 0)
}

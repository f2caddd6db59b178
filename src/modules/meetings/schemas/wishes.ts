import { z } from 'zod'
import { LOCALES } from '#platform/pure/locale.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { degrees } from '../domain/wish.ts'
import type { WishWords } from '../usecases/make-wishes.ts'
import { requiredId, text } from '#platform/pure/form-fields.ts'

const degree = z.enum([...degrees, ''], { error: 'unknown' })

/** « degree:<participant> » and « motive:<participant> », as many as there are choices. */
export const wishesForm = z.record(z.string(), z.unknown()).transform((fields, issues): readonly WishWords[] =>
  Object.entries(fields).flatMap(([name, typed]) => {
    const aboutId = name.startsWith('degree:') ? name.slice('degree:'.length) : ''
    if (!isUuid(aboutId)) return []
    const chosen = degree.safeParse(typed)
    const motive = text(300).safeParse(fields[`motive:${aboutId}`] ?? '')
    if (chosen.success && motive.success) return [{ aboutId, degree: chosen.data, motive: motive.data }]
    issues.addIssue({ code: 'custom', message: chosen.success ? 'a_motive_is_short' : 'unknown', path: [`motive:${aboutId}`] })
    return []
  }),
)

export const answerForm = z
  .object({ wishId: requiredId, answer: z.enum(['accept', 'decline'], { error: 'unknown' }), reason: text(300) })
  .transform(({ wishId, answer, reason }) => ({ wishId, accepts: answer === 'accept', reason }))

export const linkForm = z.object({ language: z.enum(LOCALES, { error: 'unknown' }).default('fr') })

/** Three slots for one request; one of them, chosen. */
export const offerForm = z.object({ wishId: requiredId, first: requiredId, second: requiredId, third: requiredId })
export const slotChoiceForm = z.object({ offerId: requiredId, slotId: requiredId })

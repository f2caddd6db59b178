import { z } from 'zod'
import { date, optionalId, requiredNumber, requiredText, text, ticked, wholeNumber } from '#platform/pure/form-fields.ts'
import { formText } from '#platform/pure/form-text.ts'
import { type Localized, withText } from '#platform/pure/localized.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { directions, exchangeKinds } from './domain/exchange.ts'
import { networkRoles } from './domain/membership.ts'

/** Shapes of the forms of the sheet of a city. Messages are problem codes of texts.fr.ts. */

export const factForm = z.object({
  'label.fr': requiredText(200),
  value: requiredText(200),
  qualifier: z.enum(QUALIFIERS, { error: 'unknown' }).default('exact'),
  year: requiredNumber(1000, 2200),
  source: requiredText(300),
})

export const exchangeForm = z.object({
  kind: z.enum(exchangeKinds, { error: 'required' }),
  direction: z.union([z.enum(directions), z.literal('').transform(() => null)], { error: 'unknown' }).default(null),
  onDay: date,
  subject: requiredText(300),
  withWhom: text(300),
  personId: optionalId,
})

export const membershipForm = z.object({
  networkCode: requiredText(40),
  isOurs: ticked,
  role: z.enum(networkRoles, { error: 'unknown' }).default('member'),
  sinceYear: wholeNumber(1800, 2200),
  untilYear: wholeNumber(1800, 2200),
  source: requiredText(300),
})

export const removalForm = z.object({
  table: z.enum(['fact', 'exchange', 'membership'], { error: 'unknown' }),
  entryId: z.uuid('unknown'),
})

/** A text of a form in French and in English. */
export function inBoth(form: FormData, name: string): Localized {
  return (['fr', 'en'] as const).reduce<Localized>(
    (texts, language) => withText(texts, language, formText(form, `${name}.${language}`).trim().slice(0, 300)),
    {},
  )
}

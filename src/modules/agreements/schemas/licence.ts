import { z } from 'zod'
import { date, optionalDate, optionalText, requiredText, text } from '#platform/pure/form-fields.ts'
import { formText } from '#platform/pure/form-text.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { parseMoney } from '#platform/pure/money-reading.ts'
import type { Money } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { mostCountries } from '../domain/licence.ts'
import { optionalCount } from '../schemas.ts'
import type { LicenceDraft } from '../usecases/write-licence.ts'

export const licenceForm = z.object({
  brand: requiredText(200),
  licenseeId: z.uuid({ error: 'required' }),
  isExclusive: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  startsOn: date,
  termMonths: optionalCount(1, 1200),
  fee: text(40),
  feeNote: text(500),
})

/** The countries a form names, each once. */
export function countriesOf(form: FormData): string[] {
  const typed = Array.from({ length: mostCountries }, (_, index) => formText(form, index === 0 ? 'countries' : `countries.${index}`))
  return [...new Set(typed.filter((country) => /^[A-Z]{2}$/.test(country)))]
}

export const editionForm = z.object({ heldOn: date, theme: optionalText(300), jury: optionalText(300), themeChosenOn: optionalDate })

/** What a form describes. The fee is read as people of that language write it. */
export function licenceOf(
  form: z.output<typeof licenceForm>,
  countries: readonly string[],
  currency: string,
  locale: Locale,
): Outcome<LicenceDraft, { readonly fields: Record<string, string> }> {
  const { brand, licenseeId, isExclusive, startsOn, termMonths, feeNote } = form
  const fee: Outcome<Money | null, unknown> = form.fee === '' ? ok(null) : parseMoney(form.fee, currency, locale)
  if (!fee.ok || (fee.value !== null && fee.value.cents < 0n)) return refused({ fields: { fee: 'amount_malformed' } })
  if (termMonths === null) return refused({ fields: { termMonths: 'required' } })
  return ok({
    brand,
    licenseeId,
    isExclusive,
    startsOn,
    termMonths,
    feeNote,
    fee: fee.value,
    countries,
  })
}

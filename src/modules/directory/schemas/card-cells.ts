import { isUuid } from '#platform/pure/ids.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import type { CellProblem, ImportColumn } from '#platform/tabular/import.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { countryNamed, isCountry } from '../domain/country.ts'

type Names = { readonly labels: Readonly<Record<Locale, string>>; readonly aliases?: readonly string[] }
type Parse<Value> = (text: string) => Outcome<Value, CellProblem>

/** A column that may stay blank, and then says nothing. */
export const maybe = <Value>(names: Names, parse: Parse<Value | null>): ImportColumn<Value | null> => ({
  ...names,
  parse,
  isRequired: false,
  whenBlank: null,
})

export const required = <Value>(names: Names, parse: Parse<Value>): ImportColumn<Value> => ({ ...names, parse, isRequired: true })

export const textUpTo =
  (max: number): Parse<string> =>
  (text) =>
    text.length > max ? refused({ code: 'too_long' }) : ok(text)

/** A code by its code, or by its word in either language. */
export const codeOf =
  <Code extends string>(...catalogues: readonly Readonly<Record<Code, string>>[]): Parse<Code> =>
  (text) => {
    const asked = foldAccents(text)
    const found = catalogues
      .flatMap((words) => Object.entries(words) as [Code, string][])
      .find(([code, word]) => [code, word].some((one) => foldAccents(one) === asked))
    return found ? ok(found[0]) : refused({ code: 'unknown' })
  }

export const day: Parse<LocalDate> = (text) => {
  const parsed = parseLocalDate(text)
  return parsed.ok ? parsed : refused({ code: 'date_malformed' })
}

export const country: Parse<string> = (text) => {
  const code = isCountry(text.toUpperCase()) ? text.toUpperCase() : countryNamed(text)
  return code === null ? refused({ code: 'country_unknown' }) : ok(code)
}

/** The card a line was written from; a number that is none of ours says nothing. */
export const cardId: Parse<string | null> = (text) => ok(isUuid(text) ? text : null)

export const rank: Parse<number> = (text) => (/^[1-9]\d{0,2}$/.test(text) ? ok(Number(text)) : refused({ code: 'number_malformed' }))

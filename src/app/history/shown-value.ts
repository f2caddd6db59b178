import { formatZoned, type Instant } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { formatMoney } from '#platform/pure/money.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { countryName } from '#modules/directory/index.ts'
import { wordOfCode } from './code-words.ts'
import { historyTexts } from './texts.ts'

type Row = Readonly<Record<string, unknown>>
type Reader = { readonly locale: Locale; readonly zone: TimeZone }

/**
 * A value of the journal as its reader says it. The journal holds what JSON holds, so the name of the column tells
 * amounts (`amountCents`, in `currency`; `baseCents`, in `baseCurrency`) from other numbers, and with its table tells codes from texts.
 */
export function shownValue(row: Row | null, entity: string, column: string, reader: Reader): string {
  const value = row?.[column]
  const named = (text: string) => wordOfCode(entity, column, text, reader.locale) ?? shownText(text, reader)
  const words = historyTexts[reader.locale]
  if (value === undefined || value === null || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number' && column.endsWith('Cents')) {
    const currency = row?.[column === 'baseCents' ? 'baseCurrency' : 'currency']
    if (typeof currency === 'string') return formatMoney({ cents: BigInt(value), currency }, reader.locale)
  }
  if (typeof value === 'string') return column === 'country' ? countryName(value, reader.locale) : named(value)
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map(String).map(named).join(', ')
  if (typeof value === 'object') return shownObject(value as Row, words.nothing)
  return JSON.stringify(value)
}

function shownText(text: string, { locale, zone }: Reader): string {
  const date = parseIsoDate(text)
  if (date.ok) return formatDate(date.value, locale)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) return formatZoned({ instant: new Date(text).toISOString() as Instant, zone }, locale)
  return text
}

/** Content in several languages: each with its language, « Gênes (fr), Genova (it) ». */
function shownObject(content: Row, nothing: string): string {
  const parts = Object.entries(content).map(([key, value]) => `${typeof value === 'string' ? value : JSON.stringify(value)} (${key})`)
  return parts.join(', ') || nothing
}

import { z } from '@hono/zod-openapi'
import { isCurrency } from '../pure/currency.ts'
import { type Id, asId, isUuid } from '../pure/ids.ts'
import { type Instant, parseInstant } from '../pure/instant.ts'
import { type LocalDate, parseIsoDate } from '../pure/local-date.ts'
import { type Localized, isLanguageTag } from '../pure/localized.ts'
import { type Money, money } from '../pure/money.ts'
import { assert } from '../pure/outcome.ts'

/** An identifier in the address. What is published says "required": a transformed parameter would otherwise be published as optional. */
export function idParam<Noun extends string>() {
  return z
    .string()
    .refine(isUuid, 'id_malformed')
    .transform((text) => asId<Noun>(text))
    .openapi({ type: 'string', format: 'uuid', param: { required: true } })
}

/** An identifier in a body or an answer. */
export function idShape<Noun extends string>(): z.ZodType<Id<Noun>, string> {
  return z.string().refine(isUuid, 'id_malformed').openapi({ format: 'uuid' }) as unknown as z.ZodType<Id<Noun>, string>
}

/** An exact amount, in the smallest unit of its currency (cents of EUR, francs of XOF). */
export const moneyShape = z
  .object({
    cents: z.int().openapi({ format: 'int64', description: 'Whole number of the smallest unit of the currency.', example: 13_910_894 }),
    currency: z.string().refine(isCurrency, 'currency_unknown').openapi({ description: 'ISO 4217', example: 'EUR' }),
  })
  .openapi('Money')

export type MoneyJson = z.output<typeof moneyShape>

export function moneyOfJson({ cents, currency }: MoneyJson): Money {
  return money(BigInt(cents), currency)
}

/** JSON numbers are exact up to 90 000 billion euros; beyond, we stop rather than round. */
export function moneyToJson({ cents, currency }: Money): MoneyJson {
  assert(Number.isSafeInteger(Number(cents)), 'an amount of the API is exact as a JSON number')
  return { cents: Number(cents), currency }
}

export const localDateShape = z
  .string()
  .refine((text) => parseIsoDate(text).ok, 'date_does_not_exist')
  .openapi({ format: 'date', example: '2017-10-19' }) as unknown as z.ZodType<LocalDate, string>

export const instantShape = z
  .string()
  .refine((text) => parseInstant(text).ok, 'instant_unreadable')
  .openapi({ format: 'date-time', example: '2017-11-04T13:30:00.000Z' }) as unknown as z.ZodType<Instant, string>

/** A text in several languages, keyed by BCP 47 tag. */
export const localizedShape = z
  .record(z.string().refine(isLanguageTag, 'language_unknown'), z.string().trim().min(1, 'text_blank').max(10_000, 'text_too_long'))
  .openapi('Localized', { example: { fr: 'Gênes', en: 'Genoa' } })

/** The same, of at most so many characters in each language. */
export function localizedUpTo(longest: number) {
  return z.record(localizedShape.keyType, localizedShape.valueType.max(longest, 'text_too_long'))
}

/** A language whose text is absent is not there at all in JSON. */
export function localizedToJson(localized: Localized): Record<string, string> {
  return localized as Record<string, string>
}

export const countryShape = z
  .string()
  .regex(/^[A-Z]{2}$/, 'country_unknown')
  .openapi({ description: 'ISO 3166-1 alpha-2', example: 'IT' })

/** What a change names, so that nobody writes over what they have not seen. */
export const versionShape = z
  .int()
  .openapi({ description: 'The version that was read; if someone saved since, nothing changes: 409 `stale_edit`.' })

export const largestPage = 200

/** Query of every list: how many at most, and where the page before ended. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'limit_out_of_range')
    .default('50')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= largestPage, 'limit_out_of_range')
    .openapi({ type: 'integer', minimum: 1, maximum: largestPage, default: 50, param: { required: false } }),
  cursor: z.string().max(500).optional().openapi({ description: '`nextCursor` of the page before.' }),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().openapi({ description: 'Null on the last page.' }),
  })
}

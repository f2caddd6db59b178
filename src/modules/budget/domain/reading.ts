import type { OrganisationId } from '#platform/actor.ts'
import { type Conversion, parseRate } from '#platform/pure/conversion.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Money, money } from '#platform/pure/money.ts'
import { parseMoney } from '#platform/pure/money-reading.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Benefits, type Category, categories } from './expense.ts'
import type { ExpenseField, FieldProblem } from './problems.ts'
import type { ExpenseDraft } from './recording.ts'

/** An expense as it comes from a form, a spreadsheet or the API: texts. `benefits` is 'delegation', 'all_partners' or a partner's id. */
export type ExpenseTexts = Partial<Readonly<Record<Exclude<ExpenseField, ''>, string>>>

type Reader = { readonly locale: Locale; readonly baseCurrency: string }

/**
 * Reads the texts of an expense. Nothing is guessed: an ambiguous amount or date is refused with its reason, and every
 * field is read so that all of them are mended at once.
 * `rateFrom` is 'paid' (1 unit of the currency paid = rate units of the base) or 'base' (1 unit of the base = rate units of the
 * currency paid, as the European Central Bank publishes).
 */
export function readExpense(texts: ExpenseTexts, { locale, baseCurrency }: Reader): Outcome<ExpenseDraft, readonly FieldProblem[]> {
  const problems: FieldProblem[] = []
  const take = <Value>(field: ExpenseField, outcome: Outcome<Value, { readonly code: FieldProblem['code'] }>): Value | undefined => {
    if (outcome.ok) return outcome.value
    problems.push({ field, code: outcome.problem.code })
    return undefined
  }
  const text = (field: Exclude<ExpenseField, ''>) => (texts[field] ?? '').trim()

  const spentOn = take('spentOn', parseLocalDate(text('spentOn')))
  const category = take('category', readCategory(text('category')))
  const currency = take('currency', readCurrency(text('currency'), baseCurrency))
  const amount = take('amount', currency ? parseMoney(text('amount'), currency, locale) : readAnyAmount(text('amount'), locale))
  const conversion = readConversion(
    { rate: text('rate'), from: text('rateFrom'), on: text('rateOn'), source: text('rateSource') },
    currency ?? baseCurrency,
    baseCurrency,
  )
  const benefits = take('benefits', readBenefits(text('benefits')))
  if (text('supplier') === '') problems.push({ field: 'supplier', code: 'supplier_missing' })
  if (!conversion.ok) problems.push(...conversion.problem)

  if (problems.length > 0 || !spentOn || !category || !amount || !benefits || !conversion.ok) return refused(problems)
  return ok({
    spentOn,
    supplier: text('supplier'),
    label: text('label'),
    category,
    amount,
    conversion: conversion.value,
    benefits,
    isShared: ['on', 'true', '1'].includes(text('isShared')),
    externalKey: text('externalKey') || null,
  })
}

function readCategory(text: string): Outcome<Category, { code: 'category_unknown' }> {
  const category = categories.find((known) => known === text)
  return category ? ok(category) : refused({ code: 'category_unknown' })
}

function readCurrency(text: string, baseCurrency: string): Outcome<string, { code: 'currency_unknown' }> {
  const code = text.toUpperCase()
  if (code === '') return ok(baseCurrency)
  return isCurrency(code) ? ok(code) : refused({ code: 'currency_unknown' })
}

/** The currency is unknown already: only an empty amount is worth saying too. */
function readAnyAmount(text: string, locale: Locale): Outcome<Money, { code: FieldProblem['code'] }> {
  return text === '' ? parseMoney(text, 'EUR', locale) : ok(money(0n, 'XXX'))
}

function readBenefits(text: string): Outcome<Benefits, { code: 'beneficiary_unknown' }> {
  if (text === '' || text === 'delegation') return ok({ kind: 'delegation' })
  if (text === 'all_partners') return ok({ kind: 'all_partners' })
  return isUuid(text)
    ? ok({ kind: 'partner', organisationId: text.toLowerCase() as OrganisationId })
    : refused({ code: 'beneficiary_unknown' })
}

type RateTexts = { readonly rate: string; readonly from: string; readonly on: string; readonly source: string }

/** A rate is a figure, a direction, a day and a source, or nothing at all. Day and source alone say nothing and are left aside. */
function readConversion({ rate, from, on, source }: RateTexts, paid: string, base: string): Outcome<Conversion | null, FieldProblem[]> {
  if (rate === '') return ok(null)
  const figure = parseRate(rate)
  const date = parseLocalDate(on)
  const problems: FieldProblem[] = []
  if (!figure.ok) problems.push({ field: 'rate', code: figure.problem.code })
  if (!date.ok) problems.push({ field: 'rateOn', code: date.problem.code === 'date_empty' ? 'rate_on_needed' : date.problem.code })
  if (source === '') problems.push({ field: 'rateSource', code: 'rate_source_needed' })
  if (from !== 'paid' && from !== 'base') problems.push({ field: 'rateFrom', code: 'rate_direction_unknown' })
  if (!figure.ok || !date.ok || problems.length > 0) return refused(problems)
  const [start, end] = from === 'paid' ? [paid, base] : [base, paid]
  return ok({ from: start, to: end, rate: figure.value, rateDate: date.value, rateSource: source })
}

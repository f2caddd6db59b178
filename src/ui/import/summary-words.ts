import { formatInteger } from '#platform/pure/integers.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { importTexts } from './texts.ts'

/** « 3 ajouts, 2 mises à jour. »: what an import does to rows it does not refuse; null when it does nothing at all. */
export function summaryWords(summary: { create: number; update: number; same: number }, locale: Locale): string | null {
  const texts = importTexts[locale]
  const count = (value: number) => formatInteger(value, locale)
  const listed = [
    summary.create > 0 && texts.created(summary.create, count(summary.create)),
    summary.update > 0 && texts.updated(summary.update, count(summary.update)),
    summary.same > 0 && texts.same(summary.same, count(summary.same)),
  ].filter((words) => words !== false)
  return listed.length === 0 ? null : `${listed.join(', ')}.`
}

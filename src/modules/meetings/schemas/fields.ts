import { z } from 'zod'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'

/** Fields that several forms share. Messages are problem codes of the catalogues. */
export const text = (max: number) => z.string().trim().max(max, 'too_long').default('')
export const requiredText = (max: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'too_long')
export const requiredId = z.string({ error: 'required' }).min(1, 'required').pipe(z.uuid('unknown'))
export const optionalId = z
  .union([z.uuid('unknown'), z.literal('')])
  .default('')
  .transform((id) => (id === '' ? null : id))

/** Boxes of one name: none, one text, or several. */
export const many = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .union([item.transform((one) => [one]), z.array(item)], { error: 'unknown' })
    .default([])
    .transform((list): readonly z.output<Item>[] => list as z.output<Item>[])

export const date = z.string({ error: 'required' }).transform((typed, issues): LocalDate => {
  const parsed = parseLocalDate(typed)
  if (parsed.ok) return parsed.value
  issues.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'date_malformed' })
  return z.NEVER
})

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, issues): number | null => {
      if (typed === '') return null
      const number = Number(typed)
      if (/^\d+$/.test(typed) && number >= from && number <= to) return number
      issues.addIssue({ code: 'custom', message: 'number_malformed' })
      return z.NEVER
    })

export const requiredNumber = (from: number, to: number) =>
  wholeNumber(from, to).transform((number, issues): number => {
    if (number !== null) return number
    issues.addIssue({ code: 'custom', message: 'required' })
    return z.NEVER
  })

/** « vins ; hôtels, tourisme »: words between commas or semicolons. */
export const words = (max: number) =>
  text(max).transform((typed): readonly string[] =>
    typed
      .split(/[;,\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  )

/** « fr, en »: ISO 639-1. */
export const languages = words(100).transform((tags, issues): readonly string[] => {
  const lower = tags.map((tag) => tag.toLowerCase())
  if (lower.every((tag) => /^[a-z]{2}$/.test(tag))) return lower
  issues.addIssue({ code: 'custom', message: 'language_malformed' })
  return z.NEVER
})

export const optionalEmail = text(200).transform((typed, issues): string | null => {
  if (typed === '') return null
  if (/^[^@\s]+@[^@\s]+$/.test(typed)) return typed.toLowerCase()
  issues.addIssue({ code: 'custom', message: 'email_malformed' })
  return z.NEVER
})

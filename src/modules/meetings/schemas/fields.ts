import { z } from 'zod'
import { text } from '#platform/pure/form-fields.ts'

/** Fields that several forms share. Messages are problem codes of the catalogues. */

/** Boxes of one name: none, one text, or several. */

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

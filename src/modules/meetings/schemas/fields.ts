import { z } from 'zod'
import { text } from '#platform/pure/form-fields.ts'
import { type Scheme, readSectorCode } from '../domain/nomenclatures.ts'

/** Fields that several forms share. Messages are problem codes of the catalogues. */

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

/** « 62.01Z, 72.19Z »: codes of a nomenclature. */
export const sectorCodes = (scheme: Scheme) =>
  words(300).transform((typed, issues): readonly string[] => {
    const codes = typed.map((code) => readSectorCode(scheme, code))
    if (codes.every((code) => code !== null)) return [...new Set(codes)]
    issues.addIssue({ code: 'custom', message: 'sector_code_unknown' })
    return z.NEVER
  })

/** « US, CA »: ISO 3166. */
export const countries = words(300).transform((codes, issues): readonly string[] => {
  const upper = codes.map((code) => code.toUpperCase())
  if (upper.every((code) => /^[A-Z]{2}$/.test(code))) return [...new Set(upper)]
  issues.addIssue({ code: 'custom', message: 'country_is_iso_3166' })
  return z.NEVER
})

export const optionalEmail = text(200).transform((typed, issues): string | null => {
  if (typed === '') return null
  if (/^[^@\s]+@[^@\s]+$/.test(typed)) return typed.toLowerCase()
  issues.addIssue({ code: 'custom', message: 'email_malformed' })
  return z.NEVER
})

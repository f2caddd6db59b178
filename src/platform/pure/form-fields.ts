import { z } from 'zod'
import { parseLocalDate } from './local-date-reading.ts'
import type { LocalDate } from './local-date.ts'
import { type LocalTime, parseLocalTime } from './local-time.ts'

/** Fields that the forms of all modules share, as people type them. Messages are problem codes, each with its sentence in the catalogue of the form. */

/** Trimmed; absent is ''. Refused: too_long. */
export const text = (max: number) => z.string().trim().max(max, 'too_long').default('')

/** Refused: required, too_long. */
export const requiredText = (max: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'too_long')

/** Null when nothing is typed. */
export const optionalText = (max: number) => text(max).transform((typed) => (typed === '' ? null : typed))

/** A choice among rows. Refused: required, unknown. */
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

export const ids = many(z.uuid('unknown'))

/** A day in any usual writing. Refused: required, date_malformed. */
export const date = z.string({ error: 'required' }).transform((typed, issues): LocalDate => {
  const parsed = parseLocalDate(typed)
  if (parsed.ok) return parsed.value
  issues.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'date_malformed' })
  return z.NEVER
})

/** Null when nothing is typed. */
export const optionalDate = z
  .string()
  .default('')
  .transform((typed, issues): LocalDate | null => {
    if (typed.trim() === '') return null
    const parsed = parseLocalDate(typed)
    if (parsed.ok) return parsed.value
    issues.addIssue({ code: 'custom', message: 'date_malformed' })
    return z.NEVER
  })

/** A time on the wall. Refused: required, time_malformed. */
export const time = z.string({ error: 'required' }).transform((typed, issues): LocalTime => {
  const parsed = parseLocalTime(typed)
  if (parsed.ok) return parsed.value
  issues.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'time_malformed' })
  return z.NEVER
})

/** Within bounds, both included; null when nothing is typed. Refused: number_malformed. */
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

/** Refused: required, number_malformed. */
export const requiredNumber = (from: number, to: number) =>
  wholeNumber(from, to).transform((number, issues): number => {
    if (number !== null) return number
    issues.addIssue({ code: 'custom', message: 'required' })
    return z.NEVER
  })

/** One box, ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on')

import { z } from 'zod'
import { ids, requiredId, requiredNumber } from '#platform/pure/form-fields.ts'
import type { Absentee } from '../domain/absentee.ts'

/** « spot:<id> »: who or what is meant, in one choice. */
const who = z.string({ error: 'required' }).transform((typed, issues): Absentee => {
  const [, kind, id] = /^(representative|resource|spot):([0-9a-f-]{36})$/.exec(typed) ?? []
  if (kind && id) return { kind: kind as Absentee['kind'], id }
  issues.addIssue({ code: 'custom', message: typed === '' ? 'required' : 'unknown' })
  return z.NEVER
})

export const absenceForm = z
  .object({ kind: z.enum(['representative', 'resource', 'spot'], { error: 'unknown' }), id: requiredId, slotIds: ids })
  .transform(({ kind, id, slotIds }) => ({ who: { kind, id } satisfies Absentee, slotIds }))
export const replanForm = z.object({ movesAllowed: requiredNumber(0, 10_000) })
/** Whom the page is about, in its address; anything else typed there is nobody. */
export const absentSearch = z.object({ who: who.nullable().catch(null).default(null) })

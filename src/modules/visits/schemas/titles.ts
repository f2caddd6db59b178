import { z } from 'zod'
import { date, optionalDate, requiredId, requiredText, text } from '#platform/pure/form-fields.ts'
import { country } from '../schemas.ts'

/** Shapes of the forms of titles. Messages are problem codes. */
export const titleForm = z.object({
  country,
  title: requiredText(200),
  equivalentFr: requiredText(200),
  equivalentEn: text(200),
  rankCode: z.string({ error: 'rank_unknown' }).min(1, 'rank_unknown').max(40, 'rank_unknown'),
  addressFr: requiredText(200),
  addressEn: text(200),
  validFrom: optionalDate,
  validTo: optionalDate,
  source: text(500),
})
export const titleChoice = z.object({ titleId: requiredId })
export const titleEnd = z.object({ titleId: requiredId, validTo: date })

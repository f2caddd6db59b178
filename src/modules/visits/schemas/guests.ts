import { z } from 'zod'
import { type GuestId, guestSides } from '../domain/precedence.ts'
import { optionalDate, optionalId, requiredText, text } from '#platform/pure/form-fields.ts'

/** Shapes of the forms of guests. Messages are problem codes. */
export const guestForm = z.object({
  side: z.enum(guestSides, { error: 'required' }),
  name: requiredText(200),
  title: text(200),
  rankCode: z.string({ error: 'rank_unknown' }).min(1, 'rank_unknown').max(40, 'rank_unknown'),
  sinceOn: optionalDate,
  interpretsFor: optionalId.transform((id) => id as GuestId | null),
  invites: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
})
export const guestChoice = z.object({ guestId: z.uuid({ error: 'unknown' }) })

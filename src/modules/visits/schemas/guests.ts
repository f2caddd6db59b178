import { z } from 'zod'
import { type GuestId, guestSides } from '../domain/precedence.ts'
import type { TitleId } from '../domain/title.ts'
import { optionalDate, optionalId, requiredText, text } from '#platform/pure/form-fields.ts'

/** Shapes of the forms of guests. Messages are problem codes. */
export const guestForm = z.object({
  side: z.enum(guestSides, { error: 'required' }),
  name: requiredText(200),
  title: text(200),
  /** Of a title that is given; otherwise chosen. */
  equivalenceId: optionalId.transform((id) => id as TitleId | null),
  rankCode: z.string().max(40, 'rank_unknown').default(''),
  sinceOn: optionalDate,
  interpretsFor: optionalId.transform((id) => id as GuestId | null),
  invites: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
})
export const guestChoice = z.object({ guestId: z.uuid({ error: 'unknown' }) })

import { z } from 'zod'
import { optionalId, requiredId } from '#platform/pure/form-fields.ts'

/** Where one looks at, in the address of the preview. Anything else typed there is as nothing. */
export const placeSearch = z.object({ slotId: optionalId.catch(null), spotId: optionalId.catch(null) })

/** The version of the meeting as it was read; null for one that was not on the board. */
const held = z
  .string()
  .regex(/^\d{0,9}$/, 'unknown')
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))

/** Whether those whose day changes are told; a box that is not ticked is not sent. */
export const tells = z
  .literal('yes')
  .optional()
  .transform((typed) => (typed ? ('tell' as const) : ('silent' as const)))

export const placeForm = z.object({ slotId: requiredId, spotId: requiredId, held, tells })
export const offBoardForm = z.object({ held, tells })

import { z } from 'zod'
import { optionalDate, requiredId, requiredNumber, requiredText, text, ticked } from '#platform/pure/form-fields.ts'
import { apartExtents, interpreterPlaces, readSpot, tableShapes } from '../domain/seating.ts'

/** Shapes of the forms of a seating plan. Messages are problem codes. */

export const seatingForm = z.object({
  titleFr: requiredText(200),
  titleEn: text(200),
  heldOn: optionalDate,
  interpreters: z.enum(interpreterPlaces, { error: 'required' }).default('behind'),
})

export const seatingChange = seatingForm.extend({ version: z.coerce.number().int().min(1) })

export const tableForm = z.object({
  name: requiredText(60),
  shape: z.enum(tableShapes, { error: 'required' }),
  seatCount: requiredNumber(2, 40),
  isHead: ticked,
})
export const tableChoice = z.object({ tableId: requiredId })

export const proposalForm = z.object({ isAfresh: ticked })

/** `seat` is what `writeSpot` writes, or nothing for somebody who leaves the table. */
export const moveForm = z.object({
  guestId: requiredId,
  seat: z
    .string()
    .default('')
    .transform((typed, issues) => {
      if (typed === '') return null
      const spot = readSpot(typed)
      if (spot) return spot
      issues.addIssue({ code: 'custom', message: 'place_unknown' })
      return z.NEVER
    }),
})

export const apartForm = z.object({ guestId: requiredId, otherId: requiredId, extent: z.enum(apartExtents, { error: 'required' }) })
export const apartChoice = z.object({ apartId: requiredId })

import { z } from 'zod'
import { optionalDate } from '#platform/pure/form-fields.ts'

/** Shapes of the forms of tasks. Messages are problem codes. */

const optionalId = z.union([z.uuid(), z.literal('')], { error: 'unknown' }).default('')

const whatToDo = {
  title: z.string({ error: 'required' }).trim().min(1, 'required').max(300, 'too_long'),
  ownerOrganisationId: z.uuid({ error: 'required' }),
  ownerAccountId: optionalId,
  dueOn: optionalDate,
  /** `noun:id`, as the list of the form gives it; the mission itself when empty. */
  about: z.string().max(60).default(''),
}

export const taskForm = z.object({ ...whatToDo, readers: z.enum(['own', 'partners'], { error: 'readers_missing' }) })
export const taskChangeForm = z.object({ ...whatToDo, version: z.coerce.number().int() })
export const taskStepForm = z.object({ taskId: z.uuid({ error: 'unknown' }) })

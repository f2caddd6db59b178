import { z } from 'zod'
import { optionalId, requiredId } from '#platform/pure/form-fields.ts'

/** Shapes of the forms of what a visit became. `became` is `mission:id` or `agreement:id`. Messages are problem codes. */
export const becameForm = z.object({
  became: z
    .string({ error: 'sequel_missing' })
    .regex(/^(mission|agreement):[0-9a-f-]{36}$/, 'sequel_missing')
    .transform((typed) => {
      const [kind, id = ''] = typed.split(':')
      return { becameMissionId: kind === 'mission' ? id : null, agreementId: kind === 'agreement' ? id : null }
    }),
  promiseId: optionalId,
})
export const originForm = z.object({ visitId: requiredId })
export const sequelChoice = z.object({ sequelId: requiredId })
export const memoryQuery = z.object({
  nom: z.string().trim().max(200).default(''),
  ville: z.string().trim().max(120).default(''),
  pays: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .catch(''),
})

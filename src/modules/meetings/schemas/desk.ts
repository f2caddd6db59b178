import { z } from 'zod'
import { date, ids, requiredId, requiredText } from '#platform/pure/form-fields.ts'
import { parseInstant } from '#platform/pure/instant.ts'
import type { Said } from '../domain/desk-said.ts'
import { outcomeForm } from './outcome.ts'

const saidAt = z
  .string()
  .optional()
  .transform((typed) => {
    const parsed = parseInstant(typed ?? '')
    return parsed.ok ? parsed.value : null
  })

/** What was done at the desk, as a form sends it, with or without a script. */
export const deskForm = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('badge'), code: requiredText(40), day: date }),
    z.object({ kind: z.literal('arrival'), personId: requiredId, day: date }),
    z.object({ kind: z.literal('undo'), personId: requiredId, day: date }),
    z.object({ kind: z.literal('move'), meetingId: requiredId, fromSpotId: requiredId, spotId: requiredId }),
    z.object({ kind: z.literal('swap'), meetingId: requiredId, fromId: requiredId, toId: requiredId }),
    z.object({
      kind: z.literal('walk_in'),
      meetingId: requiredId,
      oneId: requiredId,
      otherId: requiredId,
      slotId: requiredId,
      spotId: requiredId,
      people: ids,
    }),
    outcomeForm.extend({ kind: z.literal('outcome'), meetingId: requiredId }),
  ])
  .transform((said): Said => said)

/** What travels with it: the key under which it counts once, and when it was done. */
export const deskEnvelope = z.object({ requestKey: z.uuid('unknown').default(() => crypto.randomUUID()), saidAt })

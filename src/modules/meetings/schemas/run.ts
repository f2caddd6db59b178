import { z } from 'zod'
import { tells } from './by-hand.ts'
import { requiredId, requiredNumber, wholeNumber } from '#platform/pure/form-fields.ts'

export const runForm = z
  .object({
    mode: z.enum(['afresh', 'again'], { error: 'required' }).default('afresh'),
    movesAllowed: wholeNumber(0, 10_000),
    seed: requiredNumber(0, 1_000_000_000),
    rounds: requiredNumber(1, 1000),
  })
  .transform(({ mode, movesAllowed, seed, rounds }) => ({ seed, rounds, movesAllowed: mode === 'again' ? (movesAllowed ?? 3) : null }))

export const lockForm = z.object({ meetingId: requiredId, isLocked: z.enum(['yes', 'no'], { error: 'unknown' }) })

export const applyForm = z.object({ tells })

/** Forms that only ask for something to be done. */
export const bareForm = z.object({})

import { z } from 'zod'
import { optionalDate, requiredId, requiredNumber, text } from '#platform/pure/form-fields.ts'
import { nextSteps, outcomeStates } from '../domain/outcome.ts'

const version = requiredNumber(0, 1_000_000_000)

export const outcomeForm = z.object({
  participantId: requiredId,
  version,
  state: z.enum(outcomeStates, { error: 'required' }),
  nextStep: z.enum(nextSteps, { error: 'required' }).default('none'),
  nextStepOn: optionalDate,
  nextStepWords: text(300),
})

/** The same of one of one's meetings, by whoever holds a link. */
export const linkOutcomeForm = outcomeForm.omit({ participantId: true }).extend({ meetingId: requiredId })

export const noteForm = z.object({ version, body: text(2000) })

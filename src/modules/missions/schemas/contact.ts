import { z } from 'zod'
import { ids, many, requiredId, text, ticked } from '#platform/pure/form-fields.ts'
import { sharedFacts } from '../domain/contact.ts'

/** Shapes of the forms of the contacts of a room. Messages are problem codes. */
export const contactForm = z.object({
  personId: requiredId,
  facts: many(z.enum(sharedFacts, 'unknown')),
  toEveryone: ticked,
  readerIds: ids,
  purpose: text(300),
})
export const withdrawalForm = z.object({ contactId: requiredId })

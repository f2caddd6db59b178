import { z } from 'zod'
import { requiredText } from '#platform/pure/form-fields.ts'
import { parseInstant } from '#platform/pure/instant.ts'
import { parsePhone } from '#platform/pure/phone.ts'
import { presences } from './domain/entry.ts'

/** Shapes of the forms of a pocket and of its desk. Messages are problem codes. */
const moment = z.string({ error: 'entry_malformed' }).transform((typed, context) => {
  const read = parseInstant(typed)
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: 'entry_malformed' })
  return z.NEVER
})
const key = z.uuid({ error: 'entry_malformed' })
const itemId = z.uuid({ error: 'entry_malformed' })

/** What a device sends. Without a script `saidAt` is left out: it is said as it arrives. */
export const entryForm = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('attendance'),
      key,
      saidAt: moment.optional(),
      itemId,
      presence: z.enum(presences, { error: 'entry_malformed' }),
    }),
    z.object({
      kind: z.literal('note'),
      key,
      saidAt: moment.optional(),
      itemId: z.union([itemId, z.literal('').transform(() => null)]),
      body: z.string({ error: 'entry_malformed' }).trim().max(20_000, 'too_long'),
      version: z.coerce.number({ error: 'entry_malformed' }).int().min(0),
    }),
    z.object({
      kind: z.literal('receipt'),
      key,
      saidAt: moment.optional(),
      label: requiredText(200),
      photo: z.instanceof(File, { error: 'photo_missing' }),
    }),
    z.object({
      kind: z.literal('task'),
      key,
      saidAt: moment.optional(),
      taskId: z.uuid({ error: 'entry_malformed' }),
      isDone: z.enum(['yes', 'no'], { error: 'entry_malformed' }).transform((word) => word === 'yes'),
      title: z.string({ error: 'entry_malformed' }),
    }),
  ],
  { error: 'entry_malformed' },
)

export const memberForm = z.object({ memberId: z.uuid({ error: 'unknown' }), invitations: z.coerce.boolean().default(false) })

export const everyoneForm = z.object({ invitations: z.coerce.boolean().default(false) })

export const contactForm = z.object({
  name: requiredText(120),
  duty: z.string().trim().max(200, 'too_long').default(''),
  phone: requiredText(40).transform((typed, context) => {
    const read = parsePhone(typed)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'phone_malformed' })
    return z.NEVER
  }),
  isShared: z.enum(['own', 'all'], { error: 'required' }).transform((readers) => readers === 'all'),
})

export const contactIdForm = z.object({ contactId: z.uuid({ error: 'unknown' }) })

export const receiptForm = z.object({
  receiptId: z.uuid({ error: 'unknown' }),
  state: z.enum(['entered', 'declined'], { error: 'unknown' }),
  reason: z.string().trim().max(500, 'too_long').default(''),
})

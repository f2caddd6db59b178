import { z } from 'zod'

/** Shapes of the forms of a thread. Messages are problem codes. */
const body = z.string({ error: 'required' }).trim().min(1, 'required').max(5000, 'too_long')

/** Each mode is a form of its own, with its own button: `readers` is what the button says. */
export const messageForm = z.object({ body, readers: z.enum(['own', 'partners'], { error: 'readers_missing' }) })
export const editForm = z.object({ messageId: z.uuid({ error: 'unknown' }), version: z.coerce.number().int(), body })
export const retractForm = z.object({ messageId: z.uuid({ error: 'unknown' }) })

import { z } from 'zod'

/** Shape of the form by which work passes to a colleague. Messages are problem codes. */
export const handoverForm = z.object({ from: z.uuid({ error: 'required' }), to: z.uuid({ error: 'required' }) })

import { z } from 'zod'

/** Shapes of the forms of workstreams. Messages are problem codes. */
export const workstreamForm = z.object({
  labelFr: z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too_long'),
  labelEn: z.string().trim().max(200, 'too_long').default(''),
  partnerId: z.uuid({ error: 'required' }),
})
export const closingForm = z.object({ workstreamId: z.uuid({ error: 'unknown' }) })

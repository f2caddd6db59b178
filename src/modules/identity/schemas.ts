import { z } from 'zod'

/** Shapes of this module's forms. Messages are problem codes. */
export const address = z.string().trim().toLowerCase().max(254, 'email_malformed').pipe(z.email('email_malformed'))

export const signInForm = z.object({
  intent: z.enum(['code', 'password', 'demo']).catch('code'),
  email: z.string().default(''),
  password: z.string().max(256).default(''),
  accountId: z.string().default(''),
})

export const codeForm = z.object({
  intent: z.enum(['verify', 'again']).catch('verify'),
  // People paste "123 456".
  code: z
    .string()
    .default('')
    .transform((code) => code.replaceAll(/\D/g, '')),
})

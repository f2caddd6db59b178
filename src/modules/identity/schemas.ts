import { z } from 'zod'
import { roles } from '#platform/actor.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { date, requiredId, requiredText } from '#platform/pure/form-fields.ts'
import { keyRoles } from './domain/membership.ts'
import { type CardScheme, cardSchemes } from './domain/own-card.ts'
import fr from './texts.fr.ts'

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

const line = (longest: number) => z.string().trim().min(1, 'required').max(longest, 'too_long')
const secret = z.string().max(256, 'password_too_long').default('')
const locale = z.enum(LOCALES).catch('fr')

/** One box, several boxes, or none: always a list. */
const several = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(value).min(1, 'role_missing'))

export const memberRoles = several(z.enum(roles))

export const factorForm = z.object({ code: line(32) })

export const factorSetupForm = z.object({
  intent: z.enum(['begin', 'confirm']).catch('begin'),
  password: secret,
  code: z.string().default(''),
  backupCodes: z.string().default(''),
})

export const organisationChoice = z.object({ organisationId: z.uuid().optional(), deputyshipId: z.uuid().optional() })

export const profileForm = z.object({ name: line(120), locale })
export const passwordForm = z.object({ current: secret, wanted: secret })
export const factorProofForm = z.object({ code: line(32), password: secret })
export const passkeyNameForm = z.object({ id: z.uuid(), name: line(80) })
export const oneThing = z.object({ id: z.uuid() })

export const newcomerForm = z.object({ name: line(120), locale })

const currency = z.string().trim().toUpperCase().refine(isCurrency, 'currency_unknown')
const timeZone = z.string().trim().refine(isTimeZone, 'zone_unknown')

export const firstRunForm = z.object({
  name: line(120),
  email: address,
  password: secret,
  locale,
  organisationName: line(200),
  kind: z.enum(Object.keys(fr.firstRun.kinds)),
  country: z.string().regex(/^[A-Z]{2}$/, 'country_unknown'),
  city: z
    .string()
    .trim()
    .max(120, 'too_long')
    .transform((city) => city || null),
  currency,
  timeZone,
})

export const workspaceForm = z.object({ currency, timeZone, locale, version: z.coerce.number().int() })

/** « www.ville.fr » is enough; only http and https lead to a page. */
const website = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .refine((text) => text === '' || z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(text).success, 'url_malformed')
  .transform((text) => text || null)

const otherName = z.string().trim().max(200, 'too_long').default('')

export const cardForm = z
  .object({ version: z.coerce.number().int(), name: line(200), nameFr: otherName, nameEn: otherName, website })
  .extend(
    Object.fromEntries(cardSchemes.map((scheme) => [scheme, z.string().max(500, 'too_long').default('')])) as Record<
      CardScheme,
      z.ZodDefault<z.ZodString>
    >,
  )

export const inviteForm = z.object({ email: address, roles: memberRoles, locale })
export const rolesForm = z.object({ id: z.uuid(), version: z.coerce.number().int(), roles: memberRoles })

export const deputyForm = z.object({
  principalId: requiredId,
  deputyId: requiredId,
  startsOn: date,
  endsOn: date,
  reason: requiredText(300),
})

export const keyForm = z.object({
  name: line(120),
  roles: several(z.enum(keyRoles)),
  expiresOn: z
    .string()
    .default('')
    .refine((text) => text === '' || parseIsoDate(text).ok, 'date_malformed'),
})

export const languageForm = z.object({ locale, next: z.string().default('/') })

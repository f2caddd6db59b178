import { z } from 'zod'
import { date, many, optionalDate, requiredText, text } from '#platform/pure/form-fields.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import type { Words } from './domain/application.ts'
import { decisions } from './domain/decision.ts'
import { fieldName, isCategory, longest, questionsOf } from './domain/form.ts'
import { mostPlaces as mostOfLink } from './domain/link.ts'
import { mostPlaces } from './domain/places.ts'
import type { ReaderRank } from './domain/passport.ts'
import type { Successor } from './domain/substitution.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */
const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'email_is_one_address')
  .refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email_is_one_address')
  .default('')
const days = z.coerce.number('days_unreadable').int('days_unreadable').min(1, 'days_unreadable').max(365, 'days_unreadable').default(30)

export const quotaForm = z.object({
  organisationId: z.uuid('unknown'),
  version: z.coerce.number().int(),
  places: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, 'places_unreadable')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((places) => places === null || places <= mostPlaces, 'places_unreadable'),
})

const linkFacts = z.object({ email: address, language: z.enum(LOCALES).catch('fr'), days })

export const personalLinkForm = linkFacts.extend({ givenName: requiredText(100), familyName: requiredText(100), represents: text(200) })

export const relayLinkForm = linkFacts.extend({
  represents: requiredText(200),
  places: z.coerce.number('places_unreadable').int('places_unreadable').min(1, 'places_unreadable').max(mostOfLink, 'places_unreadable'),
})

export const linkAction = z.object({ linkId: z.uuid('unknown') })

export const decisionForm = z.object({
  application: z.union([z.array(z.uuid('unknown')), z.uuid('unknown').transform((id) => [id])]),
  decision: z.enum(decisions, 'unknown'),
  reason: text(2000),
  seen: z.string().default(''),
})

/** `successorId` empty: the person is named by the fields of `wordsOf`. */
export const substitutionForm = z.record(z.string(), z.unknown()).transform((values) => ({
  isConfirmed: values.intent === 'confirm',
  seen: typeof values.seen === 'string' ? values.seen : '',
  reason: typeof values.reason === 'string' ? values.reason.slice(0, 2000) : '',
  successor: successorOf(values),
}))

export const cardForm = z.object({ personId: z.union([z.uuid('unknown'), z.literal('')]) })

export const letterForm = z.object({ applicationId: z.uuid('unknown') })

/** What someone needs on the way. */
export const needsForm = z.object({ wishes: text(2000), rooming: text(2000), diet: text(2000), access: text(2000) })

/** A passport as it is typed; what it may say is the domain's to judge. */
export const passportForm = z.object({ number: requiredText(30), country: requiredText(2), expiresOn: date })

export const asksForm = z.object({ countries: many(z.string().max(2, 'unknown')) })

/** Two buttons: one names, the other takes the right back and needs no address. */
export const readerForm = z.object({ rank: z.enum(['1', '2'], 'unknown').transform((rank): ReaderRank => (rank === '1' ? 1 : 2)) })
export const namedReaderForm = readerForm.extend({ email: address.refine((typed) => typed !== '', 'required') })

/** After which day the delegation changes by request; empty lifts it. */
export const freezeForm = z.object({ frozenOn: optionalDate, version: z.coerce.number().int() })

export const changeDecisionForm = z.object({
  requestId: z.uuid('unknown'),
  intent: z.enum(['accept', 'refuse'], 'unknown'),
  reason: text(2000),
})

/** What a traveller corrects of what stands in the list. */
export const factsForm = z.object({
  givenName: text(longest.name),
  familyName: text(longest.name),
  capacity: text(longest.capacity),
  represents: text(longest.represents),
})

/** The applicant's form as it came: lengths and needs are the domain's to judge, because a draft has other rules. */
export const applicationForm = z.record(z.string(), z.unknown()).transform(wordsOf)

function successorOf(values: Record<string, unknown>): Successor {
  const { successorId } = values
  return typeof successorId === 'string' && successorId !== ''
    ? { kind: 'application', id: isUuid(successorId) ? successorId : nobody }
    : { kind: 'named', words: wordsOf(values) }
}

/** An id that is nobody's. */
const nobody = '00000000-0000-0000-0000-000000000000'

function wordsOf(values: Record<string, unknown>): Words {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const category = isCategory(values.category) ? values.category : null
  const answers = category === null ? [] : questionsOf(category).map(({ name }) => [name, typed(fieldName(category, name))] as const)
  return {
    language: typed('language') === 'en' ? 'en' : 'fr',
    givenName: typed('givenName'),
    familyName: typed('familyName'),
    category,
    represents: typed('represents'),
    capacity: typed('capacity'),
    email: typed('email'),
    phone: typed('phone'),
    answers: { ...Object.fromEntries(answers), motivation: typed('motivation') },
  }
}

import { expect, test } from 'vitest'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type PersonDraft, decidePerson } from './person-draft.ts'

const draft = (facts: Partial<PersonDraft> = {}): PersonDraft => ({
  givenName: 'Élodie',
  familyName: 'Marchand',
  honorific: null,
  originalScript: '',
  preferredLanguage: '',
  email: '',
  phone: '',
  ...facts,
})

const byConsent = {
  legalBasis: 'consent',
  consentedOn: '2026-03-03' as LocalDate,
  consentSource: 'formulaire',
  lastContactOn: null,
} as const

test.each([
  ['family_name_missing', { familyName: '\u202F' }],
  ['email_malformed', { email: 'elodie.marchand' }],
  ['email_malformed', { email: 'a@b.fr, c@d.fr' }],
  ['email_malformed', { email: 'Élodie <e@m.fr>' }],
  ['email_malformed', { email: 'e@localhost' }],
  ['language_unknown', { preferredLanguage: 'xx' }],
  ['consent_day_missing', { ground: { ...byConsent, consentedOn: null } }],
  ['consent_source_missing', { ground: { ...byConsent, consentSource: ' ' } }],
] as const)('the draft is refused: %s', (code, facts) => {
  expect(decidePerson(draft(facts))).toEqual({ ok: false, problem: { code } })
})

test('a telephone number without its country is refused as such', () => {
  expect(decidePerson(draft({ phone: '305 555 0123' }))).toEqual({
    ok: false,
    problem: { code: 'phone_needs_its_country', text: '305 555 0123' },
  })
})

test('what is not known stays unknown, what is known is tidy', () => {
  const decided = decidePerson(
    draft({ familyName: ' Lefèvre   Marchand ', email: ' e.marchand@example.org ', phone: '04 91 13 00 00', originalScript: '王小明' }),
  )

  expect(decided).toEqual({
    ok: true,
    value: {
      givenName: 'Élodie',
      familyName: 'Lefèvre Marchand',
      honorific: null,
      originalScript: '王小明',
      preferredLanguage: null,
      email: 'e.marchand@example.org',
      phone: '+33491130000',
      legalBasis: 'public_task',
      consentedOn: null,
      consentSource: null,
      lastContactOn: null,
    },
  })
})

test('a day of consent is kept on the ground of consent, and on no other', () => {
  const otherwise = { ...byConsent, legalBasis: 'public_task' as const }

  expect(decidePerson(draft({ ground: byConsent }))).toMatchObject({ value: byConsent })
  expect(decidePerson(draft({ ground: otherwise }))).toMatchObject({ value: { consentedOn: null, consentSource: null } })
})

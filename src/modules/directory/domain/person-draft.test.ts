import { expect, test } from 'vitest'
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

test.each([
  ['family_name_missing', { familyName: '\u202F' }],
  ['email_malformed', { email: 'elodie.marchand' }],
  ['email_malformed', { email: 'a@b.fr, c@d.fr' }],
  ['email_malformed', { email: 'Élodie <e@m.fr>' }],
  ['email_malformed', { email: 'e@localhost' }],
  ['language_unknown', { preferredLanguage: 'xx' }],
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
    },
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Words, categories } from './application.ts'
import { decideWords, fieldName, questionsOf } from './form.ts'

const words: Words = {
  language: 'fr',
  givenName: ' Ana ',
  familyName: 'Béal',
  category: 'guest',
  represents: '',
  capacity: 'Directrice',
  email: 'Ana.Beal@Fictif.Example ',
  phone: '04 91 00 00 00',
  answers: {},
}

describe('what was typed', () => {
  test('is tidied: spaces, capitals of the address, the telephone in its international form', () => {
    expect(decideWords({ ...words, phone: '+33 4 91 00 00 00' }, true)).toMatchObject({
      ok: true,
      value: { givenName: 'Ana', email: 'ana.beal@fictif.example', phone: '+33491000000' },
    })
  })

  test.each([
    ['email', { email: 'ana' }, 'email_is_one_address'],
    ['email', { email: 'a@b.example, c@d.example' }, 'email_is_one_address'],
    ['phone', { phone: '12' }, 'phone_is_international'],
    ['givenName', { givenName: 'x'.repeat(101) }, 'too_long'],
    ['category', { category: null }, 'required'],
    ['represents', { category: 'company', answers: { activity: 'Nautisme' } }, 'required'],
    ['company.activity', { category: 'company', represents: 'Alizé' }, 'required'],
    ['press.outlet', { category: 'press', represents: 'Le Quotidien fictif' }, 'required'],
  ] as const)('names the field at fault: %s', (field, typed, code) => {
    const decided = decideWords({ ...words, phone: '', ...typed }, true)

    expect(decided).toMatchObject({ ok: false, problem: { fields: { [field]: code } } })
  })

  test('is kept as a draft however little there is of it, unless it could not be kept', () => {
    const nothing: Words = { ...words, givenName: '', familyName: '', category: null, capacity: '', email: '', phone: '' }

    expect(decideWords(nothing, false)).toMatchObject({ ok: true })
    expect(decideWords({ ...nothing, email: 'pas une adresse' }, false)).toMatchObject({ ok: false })
  })

  test('keeps answers to the questions of its category only', () => {
    const answers = { activity: 'Nautisme', outlet: 'Un journal', motivation: 'Rencontrer\nle port' }

    expect(decideWords({ ...words, phone: '', category: 'company', represents: 'Alizé', answers }, true)).toMatchObject({
      value: { answers: { activity: 'Nautisme', motivation: 'Rencontrer\nle port' } },
    })
  })

  test('once accepted is accepted again unchanged, and a draft refuses no more than what is sent', () => {
    const text = fc.string({ maxLength: 210 })
    const typed = fc.record({
      language: fc.constantFrom('fr' as const, 'en' as const),
      givenName: text,
      familyName: text,
      category: fc.option(fc.constantFrom(...categories)),
      represents: text,
      capacity: text,
      email: fc.oneof(fc.emailAddress(), text),
      phone: fc.oneof(fc.constant('+33491000000'), text),
      answers: fc.dictionary(fc.constantFrom('activity', 'outlet', 'motivation', 'mandate', 'other'), text),
    })
    fc.assert(
      fc.property(typed, fc.boolean(), (given, isSent) => {
        const decided = decideWords(given, isSent)
        if (decided.ok) expect(decideWords(decided.value, isSent)).toEqual(decided)
        else if (!isSent) expect(decideWords(given, true).ok).toBe(false)
      }),
    )
  })

  test('no two questions of a form share a field', () => {
    const fields = categories.flatMap((category) => questionsOf(category).map(({ name }) => fieldName(category, name)))

    expect(new Set(fields).size).toBe(fields.length)
  })
})

import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { decidePassport } from './passport.ts'

const today = asLocalDate('2026-03-02')
const typed = { number: '19ab 12.345', country: 'FR', expiresOn: asLocalDate('2031-01-05') }
const decide = (facts: Partial<typeof typed>) => decidePassport({ ...typed, ...facts }, today, (code) => code === 'FR')

describe('a passport as it is typed', () => {
  test('is kept in capitals, without spaces', () => {
    expect(decide({})).toEqual({ ok: true, value: { ...typed, number: '19AB12345' } })
  })

  test.each([
    ['a number too short', { number: '12' }, { number: 'passport_number_malformed' }],
    ['a number with other signs', { number: '19AB1234É' }, { number: 'passport_number_malformed' }],
    ['a country nobody knows', { country: 'ZZ' }, { country: 'country_unknown' }],
    ['one that has expired', { expiresOn: asLocalDate('2026-03-01') }, { expiresOn: 'passport_expired' }],
    ['one that no State issues', { expiresOn: asLocalDate('2046-03-01') }, { expiresOn: 'passport_lasts_too_long' }],
  ])('refuses %s', (_case, facts, fields) => {
    expect(decide(facts)).toEqual({ ok: false, problem: { fields } })
  })

  test('names everything that is wrong at once', () => {
    expect(decide({ number: '', country: '' })).toEqual({
      ok: false,
      problem: { fields: { number: 'passport_number_malformed', country: 'country_unknown' } },
    })
  })
})

import { describe, expect, test } from 'vitest'
import { checkPassword } from './password.ts'
import { ok } from './outcome.ts'

const SEVEN_WORDS = 'le phare rouge attend trois grues bleues demain'

describe('a new password', () => {
  test.each([
    ['k7!Rv#9wLq2Z', 'fourClasses12'],
    ['Été à Gênes 9 x', 'fourClasses12'],
    ['k7Rv9wLq2ZtB4m', 'lettersAndDigits14'],
    [SEVEN_WORDS, 'sevenWords'],
    ['quai-navire-phare-corde-bouee-voile-ancre', 'sevenWords'],
  ])('« %s » meets the profile %s', (password, profile) => {
    expect(checkPassword(password)).toEqual(ok(profile))
  })

  test.each([
    ['', { code: 'password_too_short', length: 0 }],
    ['k7!Rv#9wLq2', { code: 'password_too_short', length: 11 }],
    ['k7Rv9wLq2ZtB4', { code: 'password_too_simple', length: 13, missing: ['special'] }],
    ['kvrwlqztbmxyhd', { code: 'password_too_simple', length: 14, missing: ['upper', 'digit', 'special'] }],
    ['k7!rv#9wlq2z', { code: 'password_too_simple', length: 12, missing: ['upper'] }],
    ['phare phare phare phare phare phare phare', { code: 'password_too_simple', length: 41, missing: ['upper', 'digit'] }],
    [`k7!Rv#9wLq2Z${'x'.repeat(120)}`, { code: 'password_too_long', length: 132, allowed: 128 }],
    ['Aaaaaaaaaa1!', { code: 'password_too_common' }],
    ['P@ssw0rd2024!', { code: 'password_too_common' }],
    ['MotDePasse2024!', { code: 'password_too_common' }],
    ['Azertyuiop123!', { code: 'password_too_common' }],
    ['Marseille2024!!', { code: 'password_too_common' }],
    ['Bonjour12345678', { code: 'password_too_common' }],
    ['Admin-Escale-2025', { code: 'password_too_common' }],
  ])('« %s » is refused', (password, problem) => {
    expect(checkPassword(password)).toEqual({ ok: false, problem })
  })

  test('the name or the address of the person is no password', () => {
    const ownWords = ['camille.durand@nice.example', 'Camille', 'Durand']

    expect(checkPassword('Camille-Durand-06', ownWords)).toEqual({ ok: false, problem: { code: 'password_names_its_owner' } })
    expect(checkPassword('Camille-Durand-06')).toEqual(ok('fourClasses12'))
    expect(checkPassword('k7!Rv#9wLq2Z', ownWords)).toEqual(ok('fourClasses12'))
  })

  test('a common word inside a strong password does no harm', () => {
    expect(checkPassword('k7!Rv#9wLq2Z-paris')).toEqual(ok('fourClasses12'))
  })

  test('accented letters count once, however they are typed', () => {
    expect(checkPassword('É'.normalize('NFD').repeat(11))).toEqual({ ok: false, problem: { code: 'password_too_short', length: 11 } })
  })
})

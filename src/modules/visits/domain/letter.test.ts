import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterTexts } from '../texts/letter-texts.ts'
import { checkLetterText, fillLetter, letterKinds, letterPlaceholders, type LetterFacts } from './letter.ts'

describe('a letter', () => {
  test('says what it calls', () => {
    expect(fillLetter('{{asker}}, {{ dates }}', { asker: 'Miami', dates: 'du 4 au 6 mai' })).toBe('Miami, du 4 au 6 mai')
  })

  test('keeps what is not known yet, to be filled as it leaves', () => {
    expect(fillLetter('{{asker}} {{dates}}', { asker: 'Miami' })).toBe('Miami {{dates}}')
  })

  test('leaves out a line that would say nothing, and closes up', () => {
    expect(fillLetter('Bonjour,\n\n{{reason}}\n\nMerci.', { reason: '' })).toBe('Bonjour,\n\nMerci.')
    expect(fillLetter('Motif : {{reason}}', { reason: '' })).toBe('Motif :')
  })

  test('refuses to call what no letter knows', () => {
    expect(checkLetterText('{{asker}} {{password}}')).toEqual({ ok: false, problem: { code: 'placeholder_unknown', name: 'password' } })
  })

  test('never reads a fact as a placeholder', () => {
    fc.assert(
      fc.property(fc.constantFrom(...letterPlaceholders), (name) => {
        expect(fillLetter('{{asker}}', { asker: `{{${name}}}`, authority: 'X', contact: 'Y' })).toBe(`{{${name}}}`)
      }),
    )
  })

  test.each(letterKinds.flatMap((kind) => (['fr', 'en'] as const).map((language) => [kind, language] as const)))(
    'ours for %s, in %s, calls nothing unknown and leaves no brace once filled',
    (kind, language) => {
      const { subject, body } = letterTexts[language][kind]
      const facts = Object.fromEntries(letterPlaceholders.map((name) => [name, 'mot'])) as LetterFacts

      expect(checkLetterText(subject).ok && checkLetterText(body).ok).toBe(true)
      expect(fillLetter(`${subject}\n${body}`, facts)).not.toMatch(/[{}]/)
    },
  )
})

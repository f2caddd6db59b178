import { expect, test } from 'vitest'
import { goesToTheAssembly, missingForVote, votePieces } from './before-vote.ts'

const dates = { negotiatedSince: null, votedOn: null, signedOn: null, transmittedOn: null, inForceFrom: null, terminatedOn: null }
const parties = [{}, {}] as never

test('an assembly is given the object, the forecast, the parties and the text, or is told which is missing', () => {
  expect(missingForVote({ object: {}, forecast: null, parties: [] }, [])).toEqual([...votePieces])
  const whole = { object: { fr: 'Coopérer' }, forecast: { cents: 120_000n, currency: 'EUR' }, parties }
  expect(missingForVote(whole, [{ body: 'Les parties conviennent…' }])).toEqual([])
})

test('zero is a forecast: it is said', () => {
  const free = { object: { fr: 'Coopérer' }, forecast: { cents: 0n, currency: 'EUR' }, parties }
  expect(missingForVote(free, [{ body: 'Texte' }])).toEqual([])
})

test('what was voted, signed, or stands under another law does not go to the assembly', () => {
  expect(goesToTheAssembly({ dates, unproven: null })).toBe(true)
  expect(goesToTheAssembly({ dates: { ...dates, votedOn: '2026-01-02' as never }, unproven: null })).toBe(false)
  expect(goesToTheAssembly({ dates, unproven: { because: 'other_law', source: 'x', attestedOn: null } })).toBe(false)
})

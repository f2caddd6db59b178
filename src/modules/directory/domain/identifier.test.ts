import { expect, test } from 'vitest'
import { type OrganisationIdentifier, decideIdentifiers } from './identifier.ts'

const siret = (value: string): OrganisationIdentifier => ({ scheme: 'FR-SIRET', value })

test('identifiers are kept in their normal form, blank lines left out', () => {
  const decided = decideIdentifiers([
    { scheme: 'FR-SIREN', value: ' 221 300 015 ' },
    { scheme: 'FR-SIRET', value: '' },
    { scheme: 'UN-LOCODE', value: 'fr mrs' },
    { scheme: 'WIKIDATA', value: 'https://www.wikidata.org/wiki/Q1449' },
  ])

  expect(decided).toEqual({
    ok: true,
    value: [
      { scheme: 'FR-SIREN', value: '221300015' },
      { scheme: 'UN-LOCODE', value: 'FRMRS' },
      { scheme: 'WIKIDATA', value: 'Q1449' },
    ],
  })
})

test('a SIRET whose check digit is wrong is refused at its line', () => {
  const decided = decideIdentifiers([{ scheme: 'WIKIDATA', value: 'Q1449' }, siret('22130001500248')])

  expect(decided).toEqual({
    ok: false,
    problem: { code: 'identifier_checksum_wrong', scheme: 'FR-SIRET', text: '22130001500248', index: 1 },
  })
})

test('a post office passes by the rule of La Poste, another organisation does not', () => {
  expect(decideIdentifiers([siret('356 000 000 49837')])).toEqual({ ok: true, value: [siret('35600000049837')] })
  expect(decideIdentifiers([siret('356 000 000 49838')]).ok).toBe(false)
  expect(decideIdentifiers([siret('221 300 015 00010')]).ok).toBe(false)
})

test('a SIREN typed in the place of a SIRET is refused with an example', () => {
  const decided = decideIdentifiers([siret('221300015')])

  expect(decided).toEqual({
    ok: false,
    problem: { code: 'identifier_malformed', scheme: 'FR-SIRET', text: '221300015', index: 0, example: '211 300 553 00016' },
  })
})

test('the same identifier twice is refused at the second', () => {
  const decided = decideIdentifiers([
    { scheme: 'FR-SIREN', value: '221300015' },
    { scheme: 'FR-SIREN', value: '221 300 015' },
  ])

  expect(decided).toEqual({ ok: false, problem: { code: 'identifier_repeated', scheme: 'FR-SIREN', text: '221 300 015', index: 1 } })
})

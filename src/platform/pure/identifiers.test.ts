import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIdentifier, IDENTIFIER_SCHEMES, parseIdentifier, parseUnLocode, sirenOfSiret, type IdentifierScheme } from './identifiers.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

describe('identifiers', () => {
  test.each(['211300553', '210600888', '214401093', '217500016', '221300015', '200054807', '244400404', '200030195', '356000000'])(
    '%s is the SIREN of an authority',
    (siren) => {
      expect(parseIdentifier('FR-SIREN', siren)).toEqual(ok({ scheme: 'FR-SIREN', value: siren }))
    },
  )

  test.each([
    ['FR-SIREN', ' 211 300\u00A0553 ', '211300553'],
    ['FR-SIRET', '218 601 946 00013', '21860194600013'],
    ['FR-SIRET', '356.000.000 49837', '35600000049837'],
    ['FR-SIRET', '35600000000048', '35600000000048'],
    ['FR-RNA', 'w131000958', 'W131000958'],
    ['FR-RNA', 'W2A1000123', 'W2A1000123'],
    ['EU-VAT', 'FR 40 303 265 045', 'FR40303265045'],
    ['EU-VAT', 'it 00856930102', 'IT00856930102'],
    ['EU-VAT', 'NL-123456789B01', 'NL123456789B01'],
    ['LEI', '529900T8BM49AURSDO55', '529900T8BM49AURSDO55'],
    ['LEI', 'hwup kr0m pou8 fgxb t394', 'HWUPKR0MPOU8FGXBT394'],
    ['ROR', 'https://ror.org/02feahw73', '02feahw73'],
    ['ROR', '05A0DHS15', '05a0dhs15'],
    ['WIKIDATA', 'https://www.wikidata.org/wiki/Q1449', 'Q1449'],
    ['WIKIDATA', 'http://www.wikidata.org/entity/q1449/', 'Q1449'],
    ['GEONAMES', 'https://www.geonames.org/3176219/genoa.html', '3176219'],
    ['GEONAMES', '3176219', '3176219'],
  ] as const)('%s « %s » is %s', (scheme, text, value) => {
    expect(parseIdentifier(scheme, text)).toEqual(ok({ scheme, value }))
  })

  test.each([
    ['FR-SIREN', '211300554'],
    ['FR-SIRET', '21860194600014'],
    ['FR-SIRET', '35600000049838'],
    ['EU-VAT', 'FR41303265045'],
    ['LEI', '529900T8BM49AURSDO56'],
    ['ROR', '02feahw74'],
  ] as const)('%s %s has a mistyped character', (scheme, text) => {
    expect(parseIdentifier(scheme, text)).toEqual({ ok: false, problem: { code: 'identifier_checksum_wrong', scheme, text } })
  })

  test.each([
    ['FR-SIREN', '21130055', '211 300 553'],
    ['FR-SIREN', '2113OO553', '211 300 553'],
    ['FR-SIRET', '211300553', '211 300 553 00016'],
    ['FR-RNA', '131000958', 'W131000958'],
    ['EU-VAT', '303265045', 'FR40303265045'],
    ['EU-VAT', 'US123456789', 'FR40303265045'],
    ['ROR', '02feahl73', '02feahw73'],
    ['WIKIDATA', 'Q0', 'Q1449'],
    ['GEONAMES', 'Genoa', '3176219'],
  ] as const)('%s « %s » does not look like one', (scheme, text, example) => {
    expect(parseIdentifier(scheme, text)).toEqual({ ok: false, problem: { code: 'identifier_malformed', scheme, text, example } })
  })

  test('nothing is told apart from something wrong', () => {
    for (const scheme of IDENTIFIER_SCHEMES) {
      expect(parseIdentifier(scheme, ' \u00A0')).toEqual({ ok: false, problem: { code: 'identifier_empty', scheme } })
    }
  })

  test('the example of each register is itself valid', () => {
    for (const scheme of IDENTIFIER_SCHEMES) {
      const outcome = parseIdentifier(scheme, '?')
      const example = !outcome.ok && outcome.problem.code === 'identifier_malformed' ? outcome.problem.example : ''

      expect(parseIdentifier(scheme, example).ok, `${scheme} ${example}`).toBe(true)
    }
  })

  test('any single wrong digit of a SIREN is seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const digits = Array.from('211300553', Number)
        digits[position] = ((digits[position] ?? 0) + shift) % 10

        expect(parseIdentifier('FR-SIREN', digits.join('')).ok).toBe(false)
      }),
    )
  })

  test('identifiers are grouped for reading, and read back', () => {
    const siret = { scheme: 'FR-SIRET', value: '21860194600013' } as const

    expect(formatIdentifier({ scheme: 'FR-SIREN', value: '211300553' })).toBe('211\u00A0300\u00A0553')
    expect(formatIdentifier(siret)).toBe('218\u00A0601\u00A0946\u00A000013')
    expect(formatIdentifier({ scheme: 'LEI', value: '529900T8BM49AURSDO55' })).toBe('529900T8BM49AURSDO55')
    expect(parseIdentifier('FR-SIRET', formatIdentifier(siret))).toEqual(ok(siret))
    expect(sirenOfSiret(siret.value)).toBe('218601946')
  })

  test('what was read once reads the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom<IdentifierScheme>(...IDENTIFIER_SCHEMES), fc.string(), (scheme, text) => {
        const outcome = parseIdentifier(scheme, text)

        expect(outcome.ok ? parseIdentifier(scheme, outcome.value.value) : outcome).toEqual(outcome)
      }),
    )
  })
})

test('a UN/LOCODE has the shape of one', () => {
  expect(['FRMRS', 'fr nce', 'US MIA', 'ITGOA', 'CAMTR'].map((text) => parseUnLocode(text))).toEqual(
    ['FRMRS', 'FRNCE', 'USMIA', 'ITGOA', 'CAMTR'].map(ok),
  )
  expect(parseUnLocode('FR1')).toEqual({ ok: false, problem: { code: 'locode_malformed', text: 'FR1' } })
})

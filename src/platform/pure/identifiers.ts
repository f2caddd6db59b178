import { digitSum, passesLuhn, remainderBy97 } from './checksums.ts'
import { ok, refused, type Outcome } from './outcome.ts'
import { NO_BREAK_SPACE } from './spaces.ts'
import { hasVatShape, passesFrenchVatKey } from './vat-numbers.ts'

/** Registers in which an organisation or a place may be known. A foreign city has no SIRET: no scheme is compulsory. */
export const IDENTIFIER_SCHEMES = ['FR-SIREN', 'FR-SIRET', 'FR-RNA', 'EU-VAT', 'LEI', 'ROR', 'WIKIDATA', 'GEONAMES'] as const

export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number]

/** `value` is normalised: no spaces, capitals where the register uses them, no web address around it. */
export type Identifier = { readonly scheme: IdentifierScheme; readonly value: string }

export type IdentifierProblem =
  | { readonly code: 'identifier_empty'; readonly scheme: IdentifierScheme }
  /** Not the length or the characters of this register; `example` shows them. */
  | { readonly code: 'identifier_malformed'; readonly scheme: IdentifierScheme; readonly text: string; readonly example: string }
  /** The shape is right and the check digits are not: one character was mistyped. */
  | { readonly code: 'identifier_checksum_wrong'; readonly scheme: IdentifierScheme; readonly text: string }

type Register = {
  readonly example: string
  normalise(text: string): string
  hasShape(value: string): boolean
  passesCheck(value: string): boolean
}

const compact = (text: string) => text.replace(/[\s\u200B\uFEFF.-]/g, '').toUpperCase()
const lastOfAddress = (text: string) => compact(text.replace(/^https?:\/\/[^/]+\/(?:.*\/)?(?=[^/]+\/?$)/i, '').replace(/\/$/, ''))
const always = () => true

const REGISTERS: Readonly<Record<IdentifierScheme, Register>> = {
  'FR-SIREN': { example: '211 300 553', normalise: compact, hasShape: (value) => /^\d{9}$/.test(value), passesCheck: passesLuhn },
  'FR-SIRET': { example: '211 300 553 00016', normalise: compact, hasShape: (value) => /^\d{14}$/.test(value), passesCheck: passesSiret },
  'FR-RNA': { example: 'W131000958', normalise: compact, hasShape: (value) => /^W\d[0-9A-Z]\d{7}$/.test(value), passesCheck: always },
  'EU-VAT': { example: 'FR40303265045', normalise: compact, hasShape: hasVatShape, passesCheck: passesFrenchVatKey },
  LEI: {
    example: '529900T8BM49AURSDO55',
    normalise: compact,
    hasShape: (value) => /^[0-9A-Z]{18}\d\d$/.test(value),
    passesCheck: (value) => remainderBy97(value) === 1,
  },
  ROR: {
    example: '02feahw73',
    normalise: (text) => lastOfAddress(text).toLowerCase(),
    hasShape: (value) => /^0[0-9a-hjkmnp-tv-z]{6}\d\d$/.test(value),
    passesCheck: passesRor,
  },
  WIKIDATA: { example: 'Q1449', normalise: lastOfAddress, hasShape: (value) => /^Q[1-9]\d{0,9}$/.test(value), passesCheck: always },
  GEONAMES: {
    example: '3176219',
    normalise: (text) => /geonames\.org\/(\d+)/i.exec(text)?.[1] ?? compact(text),
    hasShape: (value) => /^[1-9]\d{0,9}$/.test(value),
    passesCheck: always,
  },
}

/**
 * Reads an identifier as it is copied from a form, a letterhead or the register's own page, and
 * checks its shape and check digits. It does not say that the register knows it.
 */
export function parseIdentifier(scheme: IdentifierScheme, text: string): Outcome<Identifier, IdentifierProblem> {
  const register = REGISTERS[scheme]
  const value = register.normalise(text.trim())
  if (value === '') return refused({ code: 'identifier_empty', scheme })
  if (!register.hasShape(value)) return refused({ code: 'identifier_malformed', scheme, text, example: register.example })
  return register.passesCheck(value) ? ok({ scheme, value }) : refused({ code: 'identifier_checksum_wrong', scheme, text })
}

/** The SIREN of an establishment's legal person: the first nine digits of its SIRET. */
export function sirenOfSiret(siret: string): string {
  return siret.slice(0, 9)
}

/** Grouped for reading, with unbreakable spaces: '211 300 553', '211 300 553 00016'; other schemes unchanged. */
export function formatIdentifier({ scheme, value }: Identifier): string {
  if (scheme !== 'FR-SIREN' && scheme !== 'FR-SIRET') return value
  const groups = [value.slice(0, 3), value.slice(3, 6), value.slice(6, 9), value.slice(9)]
  return groups.filter((group) => group !== '').join(NO_BREAK_SPACE)
}

/** La Poste numbers its thousands of post offices by another rule: the sum of the digits is a multiple of 5 (INSEE). */
const LA_POSTE = '356000000'

function passesSiret(siret: string): boolean {
  return passesLuhn(siret) || (sirenOfSiret(siret) === LA_POSTE && digitSum(siret) % 5 === 0)
}

/** Letters and digits of Crockford's base 32, in order of value: no i, l, o, u. */
const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** The last two digits are 98 minus the remainder by 97 of the number times 100 (ROR identifier scheme, after ISO 7064). */
function passesRor(ror: string): boolean {
  const number = Array.from(ror.slice(0, 7)).reduce((total, character) => total * 32 + BASE_32.indexOf(character), 0)
  return Number(ror.slice(7)) === 98 - ((number * 100) % 97)
}

/** UN/LOCODE of a port or city ('FRMRS', also written 'FR MRS'): country, then three letters or digits 2 to 9. Only the shape is checked. */
export function parseUnLocode(text: string): Outcome<string, { readonly code: 'locode_malformed'; readonly text: string }> {
  const value = compact(text)
  return /^[A-Z]{2}[A-Z2-9]{3}$/.test(value) ? ok(value) : refused({ code: 'locode_malformed', text })
}

/**
 * Shapes of VAT numbers by prefix, as the European Commission's VIES service publishes them
 * (question 11 of its help page). EL is Greece, XI Northern Ireland.
 */
const SHAPES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[0-9A-Z]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[0-9A-Z+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[0-9A-Z+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

/** Does the number, prefix included and without spaces, look like one of that country? */
export function hasVatShape(number: string): boolean {
  return SHAPES[number.slice(0, 2)]?.test(number.slice(2)) ?? false
}

/**
 * The key of a French number, when it is in digits, follows from the SIREN: (12 + 3 × (SIREN mod 97)) mod 97.
 * Keys with letters, and other countries, are not checked here: only VIES knows.
 */
export function passesFrenchVatKey(number: string): boolean {
  const match = /^FR(\d\d)(\d{9})$/.exec(number)
  if (!match) return true
  return Number(match[1]) === (12 + 3 * (Number(match[2]) % 97)) % 97
}

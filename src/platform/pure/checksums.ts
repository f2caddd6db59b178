/** Luhn's check (ISO/IEC 7812-1 annex B) of a string of digits, as SIREN and SIRET use it. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let position = 0; position < digits.length; position++) {
    const digit = Number(digits[digits.length - 1 - position])
    const doubled = position % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

export function digitSum(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0)
}

/** Remainder by 97 of a string of digits and capital letters (A = 10 … Z = 35), as ISO 7064 MOD 97-10 takes it. Valid LEIs and IBANs give 1. */
export function remainderBy97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
  }
  return remainder
}

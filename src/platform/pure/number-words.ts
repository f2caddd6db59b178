import type { Locale } from './locale.ts'
import { assert } from './outcome.ts'

/** The gender of the French noun that is counted: « vingt et un agents », « vingt et une entreprises ». English ignores it. */
export type Gender = 'masculine' | 'feminine'

const FRENCH_SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ')
const FRENCH_TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt']
const ENGLISH_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/**
 * A whole number from 0 to 999 999 in words. French spelling before 1990 (hyphens below one hundred
 * only, « vingt et un »), « quatre-vingts » and « deux cents » with an s only at the end, « mille »
 * never. A feminine noun agrees with a final « un »: « deux cent une personnes ». English with "and": "two hundred and one".
 */
export function numberInWords(value: number, locale: Locale, gender: Gender = 'masculine'): string {
  assert(Number.isInteger(value) && value >= 0 && value <= 999_999, 'whole numbers from 0 to 999 999 are written in words')
  if (locale === 'en') return inEnglish(value)
  const words = inFrench(value)
  return gender === 'feminine' ? words.replace(/(?<=^|[ -])un$/, 'une') : words
}

function inFrench(value: number): string {
  const thousands = Math.floor(value / 1000)
  const rest = value % 1000
  if (thousands === 0) return belowThousand(rest, true)
  const start = thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`
  return rest === 0 ? start : `${start} ${belowThousand(rest, true)}`
}

/** `isLast` says whether nothing follows: « deux cents », but « deux cent mille ». */
function belowThousand(value: number, isLast: boolean): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  if (hundreds === 0) return belowHundred(rest, isLast)
  const start = hundreds === 1 ? 'cent' : `${FRENCH_SMALL[hundreds]} cent`
  if (rest > 0) return `${start} ${belowHundred(rest, isLast)}`
  return hundreds > 1 && isLast ? `${start}s` : start
}

function belowHundred(value: number, isLast: boolean): string {
  if (value < 20) return FRENCH_SMALL[value] ?? ''
  const tens = Math.floor(value / 10)
  const start = FRENCH_TENS[tens] ?? ''
  const countsByTwenty = tens === 7 || tens === 9
  const rest = value - (countsByTwenty ? tens - 1 : tens) * 10
  if (rest === 0) return value === 80 && isLast ? 'quatre-vingts' : start
  const takesEt = tens < 8 && (rest === 1 || rest === 11)
  return takesEt ? `${start} et ${FRENCH_SMALL[rest]}` : `${start}-${FRENCH_SMALL[rest]}`
}

function inEnglish(value: number): string {
  if (value < 20) return ENGLISH_SMALL[value] ?? ''
  if (value < 100) {
    const tens = ENGLISH_TENS[Math.floor(value / 10)] ?? ''
    return value % 10 === 0 ? tens : `${tens}-${ENGLISH_SMALL[value % 10]}`
  }
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const start = `${inEnglish(Math.floor(value / size))} ${name}`
  const rest = value % size
  if (rest === 0) return start
  return rest < 100 ? `${start} and ${inEnglish(rest)}` : `${start} ${inEnglish(rest)}`
}

import { ok, refused, type Outcome } from './outcome.ts'
import { foldAccents } from './text.ts'

/**
 * Ways for a password to reach the 80 bits of entropy that the CNIL asks when nothing else protects
 * the account (deliberation 2022-100 of 21 July 2022): all four kinds of characters from 12,
 * letters of both cases and digits from 14, or a phrase of 7 words.
 */
export const PASSWORD_PROFILES = ['fourClasses12', 'lettersAndDigits14', 'sevenWords'] as const

export type PasswordProfile = (typeof PASSWORD_PROFILES)[number]

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'special'

export type PasswordProblem =
  | { readonly code: 'password_too_short'; readonly length: number }
  /** Long enough for 12 characters or more, but without these kinds of characters. */
  | { readonly code: 'password_too_simple'; readonly length: number; readonly missing: readonly CharacterClass[] }
  | { readonly code: 'password_too_long'; readonly length: number; readonly allowed: number }
  /** Little more than a word everyone tries first, or one character again and again. */
  | { readonly code: 'password_too_common' }
  /** Little more than the person's own name or address. */
  | { readonly code: 'password_names_its_owner' }

const SHORTEST = 12
const SHORTEST_WITHOUT_SPECIAL = 14
const FEWEST_WORDS = 7
const LONGEST = 128
const FEWEST_DIFFERENT_CHARACTERS = 7

/** Words and keyboard walks seen first in every list of leaked passwords, French ones included, and the obvious ones of this product. */
const COMMON =
  'password passw motdepasse azerty azertyuiop qwerty qwertyuiop qwertz qsdfghjkl asdfghjkl wxcvbn zxcvbn bonjour soleil doudou loulou chouchou marseille paris nantes nice bordeaux lyon france mairie metropole departement region international escale mission delegation admin administrateur administrator welcome bienvenue changeme secret iloveyou jetaime letmein dragon football monkey sunshine princess abcdef test demo user root'.split(
    ' ',
  )
/** What must remain, in characters, once common words and the owner's names are taken away. */
const SHORTEST_REMAINDER = 7

/** Digits and signs that stand for letters: 'P@ssw0rd' is 'password'. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '€': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/**
 * Checks a new password and tells which profile it meets. `ownWords` are what an attacker knows of
 * the person: e-mail address, first and last name.
 * Lengths are in characters as people count them, accented letters included.
 */
export function checkPassword(password: string, ownWords: readonly string[] = []): Outcome<PasswordProfile, PasswordProblem> {
  const characters = Array.from(password.normalize('NFC'))
  if (characters.length > LONGEST) return refused({ code: 'password_too_long', length: characters.length, allowed: LONGEST })
  const profile = profileOf(characters, password)
  if (!profile.ok) return profile

  if (new Set(characters).size < FEWEST_DIFFERENT_CHARACTERS) return refused({ code: 'password_too_common' })
  if (profile.value === 'sevenWords') return profile
  const names = ownWords.flatMap((word) => foldAccents(word).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3)
  if (isLittleMoreThan(COMMON, password)) return refused({ code: 'password_too_common' })
  return isLittleMoreThan([...COMMON, ...names], password) ? refused({ code: 'password_names_its_owner' }) : profile
}

function profileOf(characters: readonly string[], password: string): Outcome<PasswordProfile, PasswordProblem> {
  const length = characters.length
  const words = new Set(foldAccents(password).match(/\p{L}{2,}/gu))
  if (words.size >= FEWEST_WORDS) return ok('sevenWords')
  if (length < SHORTEST) return refused({ code: 'password_too_short', length })
  const present = new Set(characters.map(classOf))
  const missing = (['upper', 'lower', 'digit', 'special'] as const).filter((kind) => !present.has(kind))
  if (missing.length === 0) return ok('fourClasses12')
  const onlySpecialMissing = missing.length === 1 && missing[0] === 'special'
  if (onlySpecialMissing && length >= SHORTEST_WITHOUT_SPECIAL) return ok('lettersAndDigits14')
  return refused({ code: 'password_too_simple', length, missing })
}

function classOf(character: string): CharacterClass {
  if (/\p{Lu}/u.test(character)) return 'upper'
  if (/\p{L}/u.test(character)) return 'lower'
  return /\p{Nd}/u.test(character) ? 'digit' : 'special'
}

/** Takes away every given word, years and other long runs of digits, and repeated characters; measures what is left, look-alikes read both ways. */
function isLittleMoreThan(words: readonly string[], password: string): boolean {
  const plain = foldAccents(password)
  const readings = [plain, Array.from(plain, (character) => LOOKALIKES[character] ?? character).join('')]
  return readings.some((reading) => remainderLength(words, reading) < SHORTEST_REMAINDER)
}

function remainderLength(words: readonly string[], text: string): number {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const without = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text)
  return without.replace(/\d{4,}|(.)\1{2,}|\s/gu, '').length
}

import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from './spaces.ts'

const SPACE = '[ \\t\\u00A0\\u2009\\u202F]'
const BEFORE_HIGH_MARK = new RegExp(`${SPACE}+(?=[;!?»])`, 'gu')
const MISSING_BEFORE_HIGH_MARK = /(?<=[\p{L}\p{N})\]»”%€])(?=(?:[!?]+|;)(?:[\s»”)\]]|$))/gu
const AFTER_OPENING_QUOTE = new RegExp(`«${SPACE}*`, 'gu')
const MISSING_BEFORE_CLOSING_QUOTE = new RegExp(`(?<=[^\\s«])(?=»)`, 'gu')
const BEFORE_COLON = new RegExp(`(?<=\\S)${SPACE}+(?=:(?:\\s|$))`, 'gu')
const MISSING_BEFORE_COLON = /(?<=[\p{L}\p{N})\]»”%€])(?=:(?:[ \t\u00A0\u202F]|$))/gmu
const BEFORE_UNIT = new RegExp(`(?<=\\p{N})${SPACE}+(?=[%€‰°])`, 'gu')

/**
 * Puts the unbreakable spaces French typography wants (Imprimerie nationale): narrow before « ; ! ? »
 * and inside guillemets, full before « : » and before « % » and « € » after a figure. Missing ones
 * are added where the mark clearly ends a word; addresses of the web and of mail, and times such as
 * 10:30, are left alone. Applying it twice changes nothing more.
 */
export function frenchSpaces(text: string): string {
  return text
    .split(/((?:https?:\/\/|www\.|mailto:)\S+|\S+@\S+)/u)
    .map((part, index) => (index % 2 === 1 ? part : setSpaces(part)))
    .join('')
}

const BREAKABLE_BEFORE_MARK = / (?=[;!?»])/g
const BREAKABLE_AFTER_QUOTE = /« /g
const BREAKABLE_BEFORE_COLON = / (?=:(?:\s|$))/g
const ANY_MARK = /[;!?»«:]/

/**
 * Makes unbreakable the ordinary spaces that stand beside French marks, and changes nothing else: for the sentences of a screen,
 * where a name or a title of another language may stand among ours. No line then begins with « ? » or « : ».
 */
export function holdFrenchMarks(text: string): string {
  if (!ANY_MARK.test(text)) return text
  return text
    .replace(BREAKABLE_BEFORE_MARK, NARROW_NO_BREAK_SPACE)
    .replace(BREAKABLE_AFTER_QUOTE, `«${NARROW_NO_BREAK_SPACE}`)
    .replace(BREAKABLE_BEFORE_COLON, NO_BREAK_SPACE)
}

function setSpaces(text: string): string {
  return text
    .replace(AFTER_OPENING_QUOTE, `«${NARROW_NO_BREAK_SPACE}`)
    .replace(MISSING_BEFORE_CLOSING_QUOTE, NARROW_NO_BREAK_SPACE)
    .replace(BEFORE_HIGH_MARK, NARROW_NO_BREAK_SPACE)
    .replace(MISSING_BEFORE_HIGH_MARK, NARROW_NO_BREAK_SPACE)
    .replace(BEFORE_COLON, NO_BREAK_SPACE)
    .replace(MISSING_BEFORE_COLON, NO_BREAK_SPACE)
    .replace(BEFORE_UNIT, NO_BREAK_SPACE)
}

const ASPIRATED_H =
  /^(?:hach|hall|halle|halt|hamb|hameau|handball|handicap|hangar|hangzhou|hanoi|hanovre|hans|haras|hard|haricot|harpe|hasard|hausse|haut|havane|havre|heraut|hernie|heros|hertz|hierarch|hobby|hockey|hold|holding|holland|home|hong|hongr|hont|hors|houille|houle|houston|hub|huit|humboldt|hurl)/
const NO_ELISION = /^(?:onz|oui|ya|yemen|yen|yo(?!nn)|yu)/
const VOWEL_OR_H = /^[aeiouyh]/

/** Is the word read as starting with a vowel, so that « de » becomes « d’ »? Plain letters are expected (see `foldAccents`). */
function elides(word: string): boolean {
  if (!VOWEL_OR_H.test(word) || NO_ELISION.test(word)) return false
  if (word.startsWith('heros') && word.length > 5) return true
  return !ASPIRATED_H.test(word)
}

/**
 * « de » before a noun or the name of a city, contracted as French asks: « d’entreprises », « de
 * Gênes », « d’Abidjan », « du Caire », « des Ulis », « de La Havane », « de Hambourg ».
 */
export function withDe(noun: string): string {
  if (noun.startsWith('Le ')) return `du ${noun.slice(3)}`
  if (noun.startsWith('Les ')) return `des ${noun.slice(4)}`
  const plain = noun
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/^[Œœ]/, 'oe')
    .toLowerCase()
  return elides(plain) ? `d’${noun}` : `de ${noun}`
}

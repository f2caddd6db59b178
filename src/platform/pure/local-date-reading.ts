import { foldAccents } from './text.ts'
import { dateOfParts, dayOfWeek, parseIsoDate, type DateProblem, type LocalDate } from './local-date.ts'
import { ok, refused, type Outcome } from './outcome.ts'
import { plainSpaces } from './spaces.ts'

/** French then English names of each month, without accents; a prefix of three letters or more is enough when it names one month. */
const MONTHS = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
]
const WEEKDAYS = [
  ['dimanche', 'sunday'],
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
]

const WORDS_DAY_FIRST = /^(?:le |on )?(?:([a-z]+)\.? )?(?:the )?(\d{1,2})(?:er|st|nd|rd|th)?(?: of)?[ -]([a-z]+)\.?(?:[ -](\d+))?$/
const WORDS_MONTH_FIRST = /^(?:on )?(?:([a-z]+)\.? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d+))?$/
const FIGURES = /^(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d+))?$/

/** Index of the one entry a word, or its first letters, names; -1 when none or several do. */
function indexNamed(word: string, names: readonly (readonly string[])[]): number {
  const matching = names.flatMap((forms, index) =>
    forms.some((form) => form === word || (word.length >= 3 && form.startsWith(word))) ? [index] : [],
  )
  return matching.length === 1 ? (matching[0] ?? -1) : -1
}

/**
 * Reads a date as a person or a spreadsheet writes it: '2017-11-04', '04/11/2017', '4.11.2017',
 * '4 novembre 2017', 'samedi 1er juillet 2017', 'Nov. 4, 2017', '4th November 2017'.
 * Figures are always day, month, year, in both languages of the interface: nothing is guessed, so
 * '11/25/2017' is refused rather than turned round, and a year needs its four digits.
 */
export function parseLocalDate(text: string): Outcome<LocalDate, DateProblem> {
  const plain = plainSpaces(text)
  if (plain === '') return refused({ code: 'date_empty' })
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return parseIsoDate(plain)

  const words = foldAccents(plain).replaceAll(/, ?/g, ' ')
  const figures = FIGURES.exec(words)
  if (figures) return fromFigures(plain, Number(figures[1]), Number(figures[3]), figures[4])
  const dayFirst = WORDS_DAY_FIRST.exec(words)
  if (dayFirst) return fromWords(plain, dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4])
  const monthFirst = WORDS_MONTH_FIRST.exec(words)
  if (monthFirst) return fromWords(plain, monthFirst[1], monthFirst[3], monthFirst[2], monthFirst[4])
  return refused({ code: 'date_unreadable', text: plain })
}

function fromFigures(text: string, day: number, month: number, year: string | undefined): Outcome<LocalDate, DateProblem> {
  if (month > 12 && day <= 12) return refused({ code: 'date_month_first', text })
  return withYear(text, day, month, year)
}

function fromWords(
  text: string,
  weekdayWord: string | undefined,
  day: string | undefined,
  monthWord: string | undefined,
  year: string | undefined,
): Outcome<LocalDate, DateProblem> {
  const month = indexNamed(monthWord ?? '', MONTHS) + 1
  const weekday = weekdayWord === undefined ? undefined : indexNamed(weekdayWord, WEEKDAYS)
  if (month === 0 || weekday === -1) return refused({ code: 'date_unreadable', text })
  const date = withYear(text, Number(day), month, year)
  if (!date.ok || weekday === undefined) return date
  const actual = dayOfWeek(date.value)
  return actual === weekday ? ok(date.value) : refused({ code: 'date_weekday_differs', date: date.value, actual })
}

function withYear(text: string, day: number, month: number, year: string | undefined): Outcome<LocalDate, DateProblem> {
  if (year === undefined) return refused({ code: 'date_year_missing', text })
  if (year.length === 2) return refused({ code: 'date_year_two_digits', text })
  return dateOfParts({ year: Number(year), month, day })
}

import { withDe } from './french-typography.ts'
import { formatInteger } from './integers.ts'
import type { Locale } from './locale.ts'
import { ok, refused, type Outcome } from './outcome.ts'
import { plainSpaces } from './spaces.ts'
import { foldAccents, plural, type PluralForms } from './text.ts'

export const QUALIFIERS = ['exact', 'atLeast', 'about'] as const

export type Qualifier = (typeof QUALIFIERS)[number]

/** A key figure as its source gives it: a count, and how far the source commits itself. Never rounded, never made exact. */
export type Qualified = { readonly value: number; readonly qualifier: Qualifier }

export type QualifiedProblem = { readonly code: 'figure_empty' } | { readonly code: 'figure_unreadable'; readonly text: string }

/** French names of approximate counts: « une cinquantaine ». */
const COLLECTIVES: ReadonlyMap<number, string> = new Map([
  [10, 'une dizaine'],
  [12, 'une douzaine'],
  [15, 'une quinzaine'],
  [20, 'une vingtaine'],
  [30, 'une trentaine'],
  [40, 'une quarantaine'],
  [50, 'une cinquantaine'],
  [60, 'une soixantaine'],
  [100, 'une centaine'],
  [1000, 'un millier'],
])

/** `prose` for sentences, `compact` for tiles and tables: '+ de 50', '≈ 37'. */
export type QualifiedStyle = 'prose' | 'compact'

const WORDS: Readonly<Record<Locale, Readonly<Record<QualifiedStyle, Readonly<Record<Qualifier, (figure: string) => string>>>>>> = {
  fr: {
    prose: { exact: (figure) => figure, atLeast: (figure) => `plus de ${figure}`, about: (figure) => `environ ${figure}` },
    compact: { exact: (figure) => figure, atLeast: (figure) => `+ de ${figure}`, about: (figure) => `≈ ${figure}` },
  },
  en: {
    prose: { exact: (figure) => figure, atLeast: (figure) => `more than ${figure}`, about: (figure) => `about ${figure}` },
    compact: { exact: (figure) => figure, atLeast: (figure) => `${figure}+`, about: (figure) => `≈ ${figure}` },
  },
}

/**
 * « 52 », « plus de 50 », « une cinquantaine », « environ 37 »; "52", "more than 50", "about 37".
 * With a noun: « une cinquantaine d’entreprises », « plus de 50 entreprises ».
 */
export function formatQualified(figure: Qualified, locale: Locale, style: QualifiedStyle = 'prose', noun?: PluralForms): string {
  const collective = figure.qualifier === 'about' && locale === 'fr' && style === 'prose' ? COLLECTIVES.get(figure.value) : undefined
  if (collective !== undefined) return noun === undefined ? collective : `${collective} ${withDe(noun.other)}`
  const words = WORDS[locale][style][figure.qualifier](formatInteger(figure.value, locale))
  return noun === undefined ? words : `${words} ${plural(figure.value, locale, noun)}`
}

const AT_LEAST =
  /^(?:\+ ?(?:de |d')?|plus (?:de |d')|au moins |au[ -]dela (?:de |d')|more than |over |at least |[>≥] ?=? ?)(.+)$|^(.+?)(?: ?\+| et plus| or more)$/
const ABOUT =
  /^(?:environ |env\. ?|pres (?:de |d')|a peu pres |quelque |autour (?:de |d')|about |around |approximately |nearly |almost |some |circa |[~≈] ?)(.+)$/
const COUNT = /^(?:\d{1,15}|\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3}){0,3})$/
const NAMED: ReadonlyMap<string, number> = new Map([
  ...[...COLLECTIVES].flatMap(([value, name]) => [[name, value] as const, [name.replace(/^une? /, ''), value] as const]),
  ['a dozen', 12],
  ['a hundred', 100],
  ['a thousand', 1000],
])

/**
 * Reads a figure as sources write it: '52', '1 250', '+ de 50', 'plus de 20', '50+', 'au moins 10',
 * 'une cinquantaine', 'près d’une centaine', 'environ 37', 'about a dozen'. Counts have no decimals,
 * so that a point or a comma before three digits parts thousands.
 */
export function parseQualified(text: string): Outcome<Qualified, QualifiedProblem> {
  const plain = foldAccents(plainSpaces(text))
  if (plain === '') return refused({ code: 'figure_empty' })
  const atLeast = AT_LEAST.exec(plain)
  const about = ABOUT.exec(plain)
  const figure = atLeast?.[1] ?? atLeast?.[2] ?? about?.[1] ?? plain
  const named = NAMED.get(figure)
  const value = named ?? (COUNT.test(figure) ? Number(figure.replace(/\D/g, '')) : undefined)
  if (value === undefined) return refused({ code: 'figure_unreadable', text })
  if (atLeast) return ok({ value, qualifier: 'atLeast' })
  return ok({ value, qualifier: about || named !== undefined ? 'about' : 'exact' })
}

import type { Locale } from './locale.ts'
import { numberInWords } from './number-words.ts'
import { joinWithAnd } from './text.ts'

/** Who may travel, in the order acts read them in. */
export const memberCategories = ['elected', 'guest', 'staff', 'company', 'academic', 'cultural', 'press', 'interpreter'] as const
export type MemberCategory = (typeof memberCategories)[number]

/** Decides what the elected are called. Without one, or for the whole of a mission, they are « élus ». */
export const authorityKinds = ['municipality', 'department', 'region', 'metropolis', 'intermunicipal'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** Singular, then plural. */
type Forms = readonly [one: string, many: string]
type FormsByLocale = Readonly<Record<Locale, Forms>>

/**
 * The masculine is the neutral form of the administrative tradition: the gender of members is not recorded,
 * and nothing may be guessed from a given name.
 */
const councillors: Readonly<Record<AuthorityKind, FormsByLocale>> = {
  municipality: { fr: ['conseiller municipal', 'conseillers municipaux'], en: ['city councillor', 'city councillors'] },
  department: { fr: ['conseiller départemental', 'conseillers départementaux'], en: ['county councillor', 'county councillors'] },
  region: { fr: ['conseiller régional', 'conseillers régionaux'], en: ['regional councillor', 'regional councillors'] },
  metropolis: {
    fr: ['conseiller métropolitain', 'conseillers métropolitains'],
    en: ['metropolitan councillor', 'metropolitan councillors'],
  },
  intermunicipal: { fr: ['conseiller communautaire', 'conseillers communautaires'], en: ['community councillor', 'community councillors'] },
}

const categories: Readonly<Record<MemberCategory, FormsByLocale>> = {
  elected: { fr: ['élu', 'élus'], en: ['elected member', 'elected members'] },
  guest: { fr: ['invité', 'invités'], en: ['guest', 'guests'] },
  staff: { fr: ['agent', 'agents'], en: ['member of staff', 'members of staff'] },
  company: { fr: ['représentant d’entreprise', 'représentants d’entreprises'], en: ['company representative', 'company representatives'] },
  academic: { fr: ['universitaire', 'universitaires'], en: ['academic', 'academics'] },
  cultural: { fr: ['acteur culturel', 'acteurs culturels'], en: ['cultural representative', 'cultural representatives'] },
  press: { fr: ['journaliste', 'journalistes'], en: ['journalist', 'journalists'] },
  interpreter: { fr: ['interprète', 'interprètes'], en: ['interpreter', 'interpreters'] },
}

const staffOfAnAuthority: FormsByLocale = { fr: ['agent de la collectivité', 'agents de la collectivité'], en: categories.staff.en }

const members: FormsByLocale = { fr: ['membre', 'membres'], en: ['member', 'members'] }

/** Between the members and their categories. */
export const ofWhom: Readonly<Record<Locale, string>> = { fr: ', dont ', en: ': ' }

export type CompositionPart = { readonly category: MemberCategory; readonly count: number; readonly words: string }

/** A composition before it is joined, so that each count can become a link to the people behind it. */
export type Composition = { readonly members: string; readonly parts: readonly CompositionPart[] }

/** Every category that has someone, in the order of an act, counted in words. */
export function compose(
  counts: Readonly<Partial<Record<MemberCategory, number>>>,
  locale: Locale,
  authority: AuthorityKind | null = null,
): Composition {
  const parts = memberCategories.flatMap((category) => {
    const count = counts[category] ?? 0
    return count === 0 ? [] : [{ category, count, words: counted(count, formsOf(category, authority)[locale], locale) }]
  })
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  return { members: membersInWords(total, locale), parts }
}

/**
 * « vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité »;
 * "twenty members: six county councillors, seven guests and seven members of staff". Categories without anyone are left
 * out; a delegation of one category is that category (« deux invités »), and an empty one « aucun membre ».
 */
export function compositionSentence(
  counts: Readonly<Partial<Record<MemberCategory, number>>>,
  locale: Locale,
  authority: AuthorityKind | null = null,
): string {
  const { members, parts } = compose(counts, locale, authority)
  if (parts.length === 0) return members
  const listed = joinWithAnd(
    parts.map(({ words }) => words),
    locale,
  )
  return parts.length === 1 ? listed : `${members}${ofWhom[locale]}${listed}`
}

/** « vingt membres », "no members". */
export function membersInWords(count: number, locale: Locale): string {
  return counted(count, members[locale], locale)
}

function formsOf(category: MemberCategory, authority: AuthorityKind | null): FormsByLocale {
  if (authority === null) return categories[category]
  if (category === 'elected') return councillors[authority]
  return category === 'staff' ? staffOfAnAuthority : categories[category]
}

function counted(count: number, [one, many]: Forms, locale: Locale): string {
  if (count === 0) return locale === 'fr' ? `aucun ${one}` : `no ${many}`
  return `${numberInWords(count, locale)} ${count === 1 ? one : many}`
}

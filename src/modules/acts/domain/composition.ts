import {
  type AuthorityKind,
  compose,
  type MemberCategory,
  memberCategories,
  membersInWords,
  ofWhom,
} from '#platform/pure/delegation-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { figure, plainText, text, type ActLanguage, type Figure, type FigureSource, type InlineContent } from './document.ts'
import type { MemberFacts } from './facts.ts'

/** How many members there are in each category that has some, in the order of an act. */
export function countByCategory(members: readonly MemberFacts[]): ReadonlyMap<MemberCategory, number> {
  const counts = new Map<MemberCategory, number>()
  for (const category of memberCategories) {
    const count = members.filter((member) => member.category === category).length
    if (count > 0) counts.set(category, count)
  }
  return counts
}

/** Persons, organisations and companies are three counts, never added to each other. */
export type DelegationCounts = { readonly persons: number; readonly organisations: number; readonly companies: number }

export function delegationCounts(members: readonly MemberFacts[]): DelegationCounts {
  const organisations = new Map(members.flatMap(({ organisation }) => (organisation === null ? [] : [[organisation.id, organisation]])))
  const companies = [...organisations.values()].filter((organisation) => organisation.isCompany)
  return { persons: members.length, organisations: organisations.size, companies: companies.length }
}

export type CompositionContext = { readonly language: ActLanguage; readonly authority: AuthorityKind; readonly missionId?: string }

/**
 * A delegation in one grammatical phrase, each count a figure:
 * « vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité »;
 * « deux agents de la collectivité » when all belong to one category; « aucun membre » when there is none.
 */
export function composition(members: readonly MemberFacts[], context: CompositionContext): InlineContent {
  const { language, authority } = context
  const { parts } = compose(Object.fromEntries(countByCategory(members)), language, authority)
  if (parts.length === 0) return [memberCount(0, context)]
  const figures = parts.map(({ category, words }) => figure(words, { ...source(context), category }))
  const listed = joinFigures(figures, language)
  return parts.length === 1 ? listed : [memberCount(members.length, context), text(ofWhom[language]), ...listed]
}

/** The same phrase as bare words. */
export function compositionSentence(members: readonly MemberFacts[], context: CompositionContext): string {
  return plainText(composition(members, context))
}

/** « vingt-huit membres »: the members of one mission, or of all when the context names none. */
export function memberCount(count: number, context: CompositionContext): Figure {
  return figure(membersInWords(count, context.language), source(context))
}

/** One word for a column: « élu », « agent », "guest". */
export function categoryName(category: MemberCategory, language: ActLanguage): string {
  return SHORT_NAMES[category][language]
}

const SHORT_NAMES: { readonly [Category in MemberCategory]: { readonly [Language in ActLanguage]: string } } = {
  elected: { fr: 'élu', en: 'elected' },
  guest: { fr: 'invité', en: 'guest' },
  staff: { fr: 'agent', en: 'staff' },
  company: { fr: 'entreprise', en: 'company' },
  academic: { fr: 'université', en: 'academia' },
  cultural: { fr: 'culture', en: 'culture' },
  press: { fr: 'presse', en: 'press' },
  interpreter: { fr: 'interprète', en: 'interpreter' },
}

function source(context: CompositionContext): FigureSource {
  return context.missionId === undefined ? { kind: 'members' } : { kind: 'members', missionId: context.missionId }
}

/** « a, b et c », keeping each figure apart from the words between. */
export function joinFigures(parts: readonly Figure[], language: ActLanguage): InlineContent {
  const marks = parts.map((_, index) => String.fromCodePoint(0xe000 + index))
  return joinWithAnd(marks, language)
    .split(/([\uE000-\uF8FF])/u)
    .filter((piece) => piece !== '')
    .map((piece) => parts[marks.indexOf(piece)] ?? text(piece))
}

import { numberInWords } from '#platform/pure/number-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { figure, plainText, text, type ActLanguage, type Figure, type FigureSource, type InlineContent } from './document.ts'
import { PARTICIPANT_CATEGORIES, type AuthorityKind, type MemberFacts, type ParticipantCategory } from './facts.ts'

/** Singular, then plural. */
type Forms = readonly [string, string]

/**
 * French names of the elected, by kind of authority. The masculine is used as the neutral form of the administrative
 * tradition, because the gender of members is not recorded: nothing may be guessed from a given name.
 */
const ELECTED: { readonly [Kind in AuthorityKind]: { readonly fr: Forms; readonly en: Forms } } = {
  municipality: { fr: ['conseiller municipal', 'conseillers municipaux'], en: ['city councillor', 'city councillors'] },
  department: { fr: ['conseiller départemental', 'conseillers départementaux'], en: ['county councillor', 'county councillors'] },
  region: { fr: ['conseiller régional', 'conseillers régionaux'], en: ['regional councillor', 'regional councillors'] },
  metropolis: {
    fr: ['conseiller métropolitain', 'conseillers métropolitains'],
    en: ['metropolitan councillor', 'metropolitan councillors'],
  },
  intermunicipal: { fr: ['conseiller communautaire', 'conseillers communautaires'], en: ['community councillor', 'community councillors'] },
}

const OTHERS: { readonly [Category in Exclude<ParticipantCategory, 'elected'>]: { readonly fr: Forms; readonly en: Forms } } = {
  guest: { fr: ['invité', 'invités'], en: ['guest', 'guests'] },
  staff: { fr: ['agent de la collectivité', 'agents de la collectivité'], en: ['member of staff', 'members of staff'] },
  company: { fr: ['représentant d’entreprise', 'représentants d’entreprises'], en: ['company representative', 'company representatives'] },
  academic: { fr: ['universitaire', 'universitaires'], en: ['academic', 'academics'] },
  cultural: { fr: ['acteur culturel', 'acteurs culturels'], en: ['cultural representative', 'cultural representatives'] },
  press: { fr: ['journaliste', 'journalistes'], en: ['journalist', 'journalists'] },
  interpreter: { fr: ['interprète', 'interprètes'], en: ['interpreter', 'interpreters'] },
}

const MEMBERS: { readonly [Language in ActLanguage]: Forms } = { fr: ['membre', 'membres'], en: ['member', 'members'] }

/** How many members there are in each category that has some, in the order of an act. */
export function countByCategory(members: readonly MemberFacts[]): ReadonlyMap<ParticipantCategory, number> {
  const counts = new Map<ParticipantCategory, number>()
  for (const category of PARTICIPANT_CATEGORIES) {
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
  const counts = [...countByCategory(members)]
  if (counts.length === 0) return [memberCount(0, context)]
  const parts = counts.map(([category, count]) => categoryCount(category, count, context))
  const listed = joinFigures(parts, context.language)
  if (counts.length === 1) return listed
  return [memberCount(members.length, context), text(context.language === 'fr' ? ', dont ' : ': '), ...listed]
}

/** The same phrase as bare words. */
export function compositionSentence(members: readonly MemberFacts[], context: CompositionContext): string {
  return plainText(composition(members, context))
}

/** « vingt-huit membres »: the members of one mission, or of all when the context names none. */
export function memberCount(count: number, context: CompositionContext): Figure {
  return figure(counted(count, MEMBERS[context.language], context.language), source(context))
}

/** One word for a column: « élu », « agent », "guest". */
export function categoryName(category: ParticipantCategory, language: ActLanguage): string {
  return SHORT_NAMES[category][language]
}

const SHORT_NAMES: { readonly [Category in ParticipantCategory]: { readonly [Language in ActLanguage]: string } } = {
  elected: { fr: 'élu', en: 'elected' },
  guest: { fr: 'invité', en: 'guest' },
  staff: { fr: 'agent', en: 'staff' },
  company: { fr: 'entreprise', en: 'company' },
  academic: { fr: 'université', en: 'academia' },
  cultural: { fr: 'culture', en: 'culture' },
  press: { fr: 'presse', en: 'press' },
  interpreter: { fr: 'interprète', en: 'interpreter' },
}

function categoryCount(category: ParticipantCategory, count: number, context: CompositionContext): Figure {
  const forms = formsOf(category, context.authority)[context.language]
  return figure(counted(count, forms, context.language), { ...source(context), category })
}

function source(context: CompositionContext): FigureSource {
  return context.missionId === undefined ? { kind: 'members' } : { kind: 'members', missionId: context.missionId }
}

function formsOf(category: ParticipantCategory, authority: AuthorityKind): { readonly fr: Forms; readonly en: Forms } {
  return category === 'elected' ? ELECTED[authority] : OTHERS[category]
}

function counted(count: number, [one, many]: Forms, language: ActLanguage): string {
  if (count === 0) return language === 'fr' ? `aucun ${one}` : `no ${one}`
  return `${numberInWords(count, language)} ${count === 1 ? one : many}`
}

/** « a, b et c », keeping each figure apart from the words between. */
export function joinFigures(parts: readonly Figure[], language: ActLanguage): InlineContent {
  const marks = parts.map((_, index) => String.fromCodePoint(0xe000 + index))
  return joinWithAnd(marks, language)
    .split(/([\uE000-\uF8FF])/u)
    .filter((piece) => piece !== '')
    .map((piece) => parts[marks.indexOf(piece)] ?? text(piece))
}

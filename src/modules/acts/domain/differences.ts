import { formatDate } from '#platform/pure/local-date-format.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import { formatMoney, money } from '#platform/pure/money.ts'
import { aboutAgreement } from './agreement-wording.ts'
import { costCategories, costCategoryName } from './act-words.ts'
import type { ActLanguage, FigureSource } from './document.ts'
import type { ReportFacts } from './facts.ts'
import { factWords } from './fact-words.ts'
import { placesOf } from './wording.ts'

/** One thing that is no longer as it was frozen. `before` is null for what was added, `after` for what was removed. */
export type Difference = {
  /** Where, in the facts: 'missions.miami.totalCents'. Ids, not positions, name the members of lists. */
  readonly path: string
  /** In words: « Miami, hébergement ». */
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  /** The lines or people to look at. */
  readonly source: FigureSource
}

/** Every difference between the facts that were frozen and those of today; empty exactly when they are the same. */
export function differences(frozen: ReportFacts, current: ReportFacts, language: ActLanguage): readonly Difference[] {
  const changes: Change[] = []
  compare(frozen, current, [], changes)
  return changes
    .map((change) => describe(change, frozen, current, language))
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }
type Change = { readonly path: readonly string[]; readonly before: Json | undefined; readonly after: Json | undefined }

function compare(before: unknown, after: unknown, path: readonly string[], changes: Change[]): void {
  if (isRecord(before) && isRecord(after)) {
    const [left, right] = [keyed(before), keyed(after)]
    for (const key of new Set([...left.keys(), ...right.keys()])) compare(left.get(key), right.get(key), [...path, key], changes)
    return
  }
  if (before !== after && JSON.stringify(before) !== JSON.stringify(after)) {
    changes.push({ path, before: before as Json | undefined, after: after as Json | undefined })
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The members of a list go by their id, category or currency, so that an insertion is one difference, not many. */
function keyed(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value).filter(([, member]) => member !== undefined))
  return new Map(value.map((item: unknown, index) => [identityOf(item) ?? String(index), item]))
}

function identityOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  for (const name of ['id', 'category', 'currency']) {
    const value: unknown = Reflect.get(item, name)
    if (typeof value === 'string') return value
  }
  return undefined
}

/** Amounts first: they are what an assembly votes. */
function rank(difference: Difference): number {
  if (difference.path === 'grandTotalCents') return 0
  if (difference.path.endsWith('totalCents')) return 1
  return difference.source.kind === 'expenses' ? 2 : 3
}

function describe(change: Change, frozen: ReportFacts, current: ReportFacts, language: ActLanguage): Difference {
  const { path } = change
  const value = (json: Json | undefined, facts: ReportFacts) => (json === undefined ? null : valueWords(json, path, facts, language))
  return {
    path: path.join('.'),
    label: labelOf(path, frozen, current, language),
    before: value(change.before, frozen),
    after: value(change.after, current),
    source: sourceOf(path, current),
  }
}

function sourceOf(path: readonly string[], facts: ReportFacts): FigureSource {
  const [root, missionId, field, key] = path
  if (root === 'grandTotalCents') return { kind: 'expenses' }
  if (root === 'agreement' && facts.agreement) return aboutAgreement(facts.agreement, placeOf(missionId))
  if (root !== 'missions' || missionId === undefined) return { kind: 'act', category: root ?? '' }
  if (field === 'members') return { kind: 'members', missionId }
  if (field === 'expensesByCategory') return { kind: 'expenses', missionId, category: key ?? '' }
  if (field === 'totalCents' || field === 'unconverted') return { kind: 'expenses', missionId }
  return field === 'legs' || field === 'departure' || field === 'return'
    ? { kind: 'legs', missionId }
    : { kind: 'act', missionId, category: field ?? '' }
}

/** Which page of an agreement says one of its fields. */
function placeOf(field: string | undefined): 'forecast' | 'pledges' | 'texts' | 'term' {
  if (field === 'domains') return 'pledges'
  return field === 'texts' || field === 'forecast' ? field : 'term'
}

function valueWords(json: Json, path: readonly string[], facts: ReportFacts, language: ActLanguage): string {
  if (json === null) return { fr: 'non renseigné', en: 'not given' }[language]
  if (typeof json === 'boolean') return { fr: json ? 'oui' : 'non', en: json ? 'yes' : 'no' }[language]
  if (typeof json === 'string') {
    if (path.at(-1)?.endsWith('Cents') && /^-?\d+$/.test(json)) return formatMoney(money(BigInt(json), facts.currency), language)
    const date = parseIsoDate(json)
    return date.ok ? formatDate(date.value, language) : json
  }
  if (typeof json === 'number') return String(json)
  return structureWords(json, facts, language)
}

/** A whole member, expense or mission that came or went, by the words a person would know it by. */
function structureWords(json: object, facts: ReportFacts, language: ActLanguage): string {
  const field = (name: string): unknown => Reflect.get(json, name)
  const [givenName, familyName, amountCents, title, name] = ['givenName', 'familyName', 'amountCents', 'title', 'name'].map(field)
  if (typeof givenName === 'string' && typeof familyName === 'string') return `${givenName} ${familyName}`
  if (typeof amountCents === 'string') return formatMoney(money(BigInt(amountCents), facts.currency), language)
  if (isRecord(title)) return factWords(title as { readonly [tag: string]: string }, language)
  if (typeof name === 'string') return name
  const words = Object.values(json).filter((part): part is string => typeof part === 'string')
  return words.length > 0 ? words.join(', ') : JSON.stringify(json)
}

const FIELD_NAMES: { readonly [field: string]: { readonly [Language in ActLanguage]: string } } = {
  authority: { fr: 'collectivité', en: 'authority' },
  reference: { fr: 'cote', en: 'reference' },
  meeting: { fr: 'réunion', en: 'meeting' },
  object: { fr: 'objet', en: 'object' },
  fiscalYear: { fr: 'exercice', en: 'fiscal year' },
  proposer: { fr: 'auteur de la proposition', en: 'proposer' },
  signatory: { fr: 'signataire', en: 'signatory' },
  missions: { fr: 'missions', en: 'missions' },
  contents: { fr: 'déroulement', en: 'what was done' },
  currency: { fr: 'monnaie', en: 'currency' },
  grandTotalCents: { fr: 'montant total', en: 'total amount' },
  title: { fr: 'titre', en: 'title' },
  legs: { fr: 'étapes', en: 'legs' },
  departure: { fr: 'départ', en: 'departure' },
  return: { fr: 'retour', en: 'return' },
  transportDaysIncluded: { fr: 'jours de transport compris', en: 'travel days included' },
  objectives: { fr: 'objectifs', en: 'objectives' },
  partners: { fr: 'partenaires', en: 'partners' },
  members: { fr: 'membres', en: 'members' },
  expensesByCategory: { fr: 'dépenses', en: 'expenses' },
  totalCents: { fr: 'total', en: 'total' },
  unconverted: { fr: 'montants sans taux', en: 'amounts without a rate' },
  ownShareOnly: { fr: 'part de la collectivité seule', en: 'share of the authority only' },
  mandate: { fr: 'mandat spécial', en: 'special mandate' },
  lineCount: { fr: 'nombre de lignes', en: 'number of lines' },
  agreement: { fr: 'accord', en: 'agreement' },
  parties: { fr: 'parties', en: 'parties' },
  domains: { fr: 'domaines et engagements', en: 'domains and pledges' },
  term: { fr: 'durée', en: 'duration' },
  forecast: { fr: 'montant prévisionnel', en: 'forecast amount' },
  forecastNote: { fr: 'note sur le montant prévisionnel', en: 'note on the forecast amount' },
  texts: { fr: 'texte', en: 'text' },
}

function labelOf(path: readonly string[], frozen: ReportFacts, current: ReportFacts, language: ActLanguage): string {
  const [root = '', missionId, field, key, ...rest] = path
  const named = (name: string) => FIELD_NAMES[name]?.[language] ?? name
  if (root === 'agreement' && missionId !== undefined) return `${named(root)}, ${named(missionId)}`
  if (root !== 'missions' || missionId === undefined) return named(root)
  const versions = [...current.missions, ...frozen.missions].filter((any) => any.id === missionId)
  const mission = versions[0]
  const place = mission === undefined ? missionId : placesOf([mission], 'name', language)
  if (field === undefined) return place
  const category = costCategories.find((any) => any === key)
  if (field === 'expensesByCategory' && category !== undefined) {
    const counted = rest.includes('lineCount') ? `, ${named('lineCount')}` : ''
    return `${place}, ${costCategoryName(category, language).toLocaleLowerCase(language)}${counted}`
  }
  const members = versions.flatMap((version) => version.members)
  const member = field === 'members' ? members.find((any) => any.id === key) : undefined
  return member === undefined ? `${place}, ${named(field)}` : `${place}, ${member.givenName} ${member.familyName}`
}

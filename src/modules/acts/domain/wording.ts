import { formatDate, formatPeriod } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatMoney, money } from '#platform/pure/money.ts'
import type { Gender } from '#platform/pure/number-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { figure, text, type ActLanguage, type Figure, type Inline, type InlineContent } from './document.ts'
import { agreementContent, isOfAgreement } from './agreement-wording.ts'
import { memberCount } from './composition.ts'
import type { CentsText, MissionFacts, OfficeHolder, PlaceName, ReportFacts } from './facts.ts'
import { factInline, factWords, gap } from './fact-words.ts'
import { ofInstitutionFr, theInstitutionFr, toInstitutionFr } from './institution-names.ts'
import type { InlinePlaceholder } from './placeholders.ts'

/** What words are drawn from while an act is composed. */
export type ActContext = { readonly facts: ReportFacts; readonly language: ActLanguage }

/** What a placeholder writes inside a sentence. A missing fact leaves a visible gap, never silence. */
export function placeholderContent(name: InlinePlaceholder, context: ActContext): InlineContent {
  const { facts, language } = context
  const { meeting, authority } = facts
  if (isOfAgreement(name)) return agreementContent(name, context)
  switch (name) {
    case 'authority':
      return [institution(factWords(authority.name, language), authority.gender, 'the', language)]
    case 'authority.of':
      return [institution(factWords(authority.name, language), authority.gender, 'of', language)]
    case 'body':
      return [institution(factWords(meeting.body, language), meeting.bodyGender, 'the', language)]
    case 'body.to':
      return [institution(factWords(meeting.body, language), meeting.bodyGender, 'to', language)]
    case 'body.of':
      return [institution(factWords(meeting.body, language), meeting.bodyGender, 'of', language)]
    case 'reference':
      return [facts.reference === null ? gap(language, { fr: 'cote', en: 'reference' }) : text(facts.reference)]
    case 'object':
      return [factInline(facts.object, language) ?? gap(language, { fr: 'objet', en: 'object' })]
    case 'fiscalYear':
      return [facts.fiscalYear === null ? gap(language, { fr: 'exercice', en: 'fiscal year' }) : text(String(facts.fiscalYear))]
    case 'meeting.date':
      return [dateOr(meeting.date, language, { fr: 'date de la réunion', en: 'date of the meeting' })]
    case 'chair':
      return [meeting.chair === null ? gap(language, { fr: 'présidence', en: 'chair' }) : text(officeHolder(meeting.chair, language))]
    case 'rapporteurs':
      return [rapporteurs(context)]
    case 'signatory':
      return [
        facts.signatory === null ? gap(language, { fr: 'signataire', en: 'signatory' }) : text(formalTitle(facts.signatory, language)),
      ]
    case 'proposedBy':
      return proposedBy(context)
    case 'places':
      return [text(placesOf(facts.missions, 'name', language))]
    case 'places.at':
      return [text(placesOf(facts.missions, 'at', language))]
    case 'period':
      return [wholePeriod(context)]
    case 'members':
      return [memberCount(facts.missions.flatMap((mission) => mission.members).length, { language, authority: authority.kind })]
    case 'total':
      return [amount(facts.grandTotalCents, context, { kind: 'expenses' })]
    case 'amounts':
      return amountsInline(context)
  }
}

export function amount(cents: CentsText, { facts, language }: ActContext, source: Figure['source']): Figure {
  return figure(formatMoney(money(BigInt(cents), facts.currency), language), source)
}

export function dateOr(date: LocalDate | null, language: ActLanguage, what: { readonly fr: string; readonly en: string }): Inline {
  return date === null ? gap(language, what) : text(formatDate(date, language))
}

/** « Mme Martine Vassal, Présidente du Conseil départemental ». */
export function officeHolder(person: OfficeHolder, language: ActLanguage): string {
  const civility = { feminine: language === 'fr' ? 'Mme ' : 'Ms ', masculine: language === 'fr' ? 'M. ' : 'Mr ' }
  const name = `${person.gender === null ? '' : civility[person.gender]}${person.givenName} ${person.familyName}`
  const capacity = factWords(person.capacity, language)
  return capacity === '' ? name : `${name}, ${capacity}`
}

/** « Madame la Présidente du Conseil départemental »; the name when the gender or the capacity is unknown. */
function formalTitle(person: OfficeHolder, language: ActLanguage): string {
  const capacity = factWords(person.capacity, language)
  if (capacity === '' || person.gender === null) return officeHolder(person, language)
  if (language === 'en') return `the ${capacity}`
  return person.gender === 'feminine' ? `Madame la ${capacity}` : `Monsieur le ${capacity}`
}

/** The places of a journey, each once, in order: « Québec et Montréal », « à Québec et à Montréal ». */
export function placesOf(missions: readonly MissionFacts[], form: keyof PlaceName, language: ActLanguage): string {
  const places = missions.flatMap((mission) => {
    const legs = mission.legs.map((leg) => factWords(leg.place[form], language)).filter((words) => words !== '')
    return legs.length > 0 ? legs : [factWords(mission.title, language)]
  })
  return joinWithAnd([...new Set(places)], language)
}

function institution(name: string, gender: Gender, form: 'the' | 'of' | 'to', language: ActLanguage): Inline {
  if (language === 'en') return text(form === 'the' ? `the ${name}` : `${form} the ${name}`)
  const article = { the: theInstitutionFr, of: ofInstitutionFr, to: toInstitutionFr }[form]
  return text(article(name, gender))
}

function rapporteurs({ facts, language }: ActContext): Inline {
  const names = facts.meeting.rapporteurs.map((person) => officeHolder(person, language))
  return names.length === 0 ? gap(language, { fr: 'rapporteur', en: 'rapporteur' }) : text(joinWithAnd(names, language))
}

function proposedBy({ facts, language }: ActContext): InlineContent {
  const proposer = factInline(facts.proposer, language)
  return proposer === null ? [] : [text(language === 'fr' ? ', sur la proposition de ' : ', on the proposal of '), proposer]
}

function wholePeriod({ facts, language }: ActContext): Inline {
  const departures = facts.missions.flatMap((mission) => (mission.departure === null ? [] : [mission.departure])).sort()
  const returns = facts.missions.flatMap((mission) => (mission.return === null ? [] : [mission.return])).sort()
  const from = departures[0]
  const to = returns.at(-1)
  if (from === undefined || to === undefined || to < from) return gap(language, { fr: 'dates', en: 'dates' })
  return figure(formatPeriod(from, to, language), { kind: 'legs' })
}

/** « Gênes : 1 177,87 € ; Miami : 133 558,52 € ». */
function amountsInline(context: ActContext): InlineContent {
  const { facts, language } = context
  const [colon, separator] = language === 'fr' ? [' : ', ' ; '] : [': ', '; ']
  return facts.missions.flatMap((mission, index) => [
    text(`${index === 0 ? '' : separator}${placesOf([mission], 'name', language)}${colon}`),
    amount(mission.totalCents, context, { kind: 'expenses', missionId: mission.id }),
  ])
}

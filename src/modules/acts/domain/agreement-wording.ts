import { formatDate, formatPeriod } from '#platform/pure/local-date-format.ts'
import { formatMoney, money } from '#platform/pure/money.ts'
import { numberInWords } from '#platform/pure/number-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import type { AgreementFacts, TermFacts } from './agreement-facts.ts'
import { figure, text, type ActLanguage, type Figure, type InlineContent } from './document.ts'
import { factInline, factWords, gap } from './fact-words.ts'
import { AGREEMENT_PLACEHOLDERS, type AgreementPlaceholder, type InlinePlaceholder } from './placeholders.ts'
import type { ActContext } from './wording.ts'

export function isOfAgreement(name: InlinePlaceholder): name is AgreementPlaceholder {
  return AGREEMENT_PLACEHOLDERS.some((placeholder) => placeholder === name)
}

/** What a placeholder says of the agreement of an act, inside a sentence. */
export function agreementContent(name: AgreementPlaceholder, { facts, language }: ActContext): InlineContent {
  const { agreement } = facts
  if (agreement === undefined) return [gap(language, { fr: 'accord', en: 'agreement' })]
  switch (name) {
    case 'agreement':
      return quoted(agreement, language)
    case 'agreement.parties':
      return agreement.parties.length === 0
        ? [gap(language, { fr: 'parties', en: 'parties' })]
        : [
            text(
              joinWithAnd(
                agreement.parties.map((party) => party.name),
                language,
              ),
            ),
          ]
    case 'agreement.domains':
      return domains(agreement, language)
    case 'agreement.term':
      return [figure(termInWords(agreement.term, language), aboutAgreement(agreement, 'term'))]
    case 'agreement.forecast':
      return [forecast(agreement, language)]
  }
}

/** Where a figure of an agreement is read. */
export function aboutAgreement({ id }: AgreementFacts, category: 'term' | 'forecast' | 'pledges' | 'texts'): Figure['source'] {
  return { kind: 'agreement', agreementId: id, category }
}

function quoted({ title }: AgreementFacts, language: ActLanguage): InlineContent {
  const words = factInline(title, language) ?? gap(language, { fr: 'titre', en: 'title' })
  return language === 'fr' ? [text('« '), words, text(' »')] : [text('“'), words, text('”')]
}

function forecast(agreement: AgreementFacts, language: ActLanguage) {
  if (agreement.forecast === null) return gap(language, { fr: 'montant prévisionnel, zéro compris', en: 'forecast amount, zero included' })
  const { cents, currency } = agreement.forecast
  return figure(formatMoney(money(BigInt(cents), currency), language), aboutAgreement(agreement, 'forecast'))
}

/** « trois domaines : culture ; francophonie ; développement économique »; without any, what its text says. */
function domains(agreement: AgreementFacts, language: ActLanguage): InlineContent {
  const count = agreement.domains.length
  if (count === 0) return [text(language === 'fr' ? 'les domaines que son texte énonce' : 'the domains that its text names')]
  const noun = { fr: count === 1 ? 'domaine' : 'domaines', en: count === 1 ? 'domain' : 'domains' }[language]
  const names = agreement.domains.map(({ title }) => lowered(factWords(title, language), language))
  return [
    figure(`${numberInWords(count, language)} ${noun}`, aboutAgreement(agreement, 'pledges')),
    text(language === 'fr' ? ` : ${names.join(' ; ')}` : `: ${names.join('; ')}`),
  ]
}

/** A title inside a sentence; an abbreviation keeps its capitals. */
export function lowered(title: string, language: ActLanguage): string {
  const [first = '', second = ''] = title
  return second === second.toLocaleLowerCase(language) ? first.toLocaleLowerCase(language) + title.slice(first.length) : title
}

/** « pour deux ans à compter de son entrée en vigueur »; the last day is in force too. */
export function termInWords({ months, runsFrom, lastDay }: TermFacts, language: ActLanguage): string {
  const isFrench = language === 'fr'
  const days =
    runsFrom !== null && lastDay !== null
      ? formatPeriod(runsFrom, lastDay, language)
      : lastDay !== null
        ? `${isFrench ? 'jusqu’au' : 'until'} ${formatDate(lastDay, language)}${isFrench ? ' inclus' : ' included'}`
        : runsFrom !== null
          ? `${isFrench ? 'à compter du' : 'from'} ${formatDate(runsFrom, language)}`
          : ''
  if (months === null) return [days, lastDay === null ? (isFrench ? 'sans terme' : 'without end') : ''].filter(Boolean).join(', ')
  const length = `${isFrench ? 'pour' : 'for'} ${lengthInWords(months, language)}`
  if (days !== '') return `${length}, ${days}`
  return `${length} ${isFrench ? 'à compter de son entrée en vigueur' : 'from its entry into force'}`
}

function lengthInWords(months: number, language: ActLanguage): string {
  const isYears = months % 12 === 0
  const count = isYears ? months / 12 : months
  const units = { fr: isYears ? ['an', 'ans'] : ['mois', 'mois'], en: isYears ? ['year', 'years'] : ['month', 'months'] }[language]
  return `${numberInWords(count, language)} ${units[count === 1 ? 0 : 1]}`
}

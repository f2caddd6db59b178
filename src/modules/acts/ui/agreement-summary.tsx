import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { FigureLink } from '#ui/figure-link.tsx'
import { Amount } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { AgreementFacts } from '../domain/agreement-facts.ts'
import { aboutAgreement, termInWords } from '../domain/agreement-wording.ts'
import { actTexts } from '../texts.ts'
import { AgreementLink } from './agreement-link.tsx'
import { figureAddress } from './figure-address.ts'

/** The agreement of an act as it is put before the assembly, each fact with the way to where it is written. */
export function AgreementSummary({ agreement, actId }: { agreement: AgreementFacts; actId: string }) {
  const words = useCatalogue(actTexts).check.agreement
  const locale = useLocale()
  const { parties, domains, term, forecast, texts } = agreement
  const pledgeCount = domains.reduce((count, { pledges }) => count + pledges.length, 0)
  const to = (category: Parameters<typeof aboutAgreement>[1]) => figureAddress(aboutAgreement(agreement, category), actId)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <Section id="accord" title={words.title} note={words.note}>
      <KeyFacts
        facts={[
          { key: 'name', label: words.name, value: <AgreementLink agreement={agreement} /> },
          { key: 'parties', label: words.parties, value: list.format(parties.map(({ name }) => name)) },
          {
            key: 'domains',
            label: words.domains,
            value: (
              <FigureLink label={words.domains} to={to('pledges')}>
                {words.counts(domains.length, pledgeCount)}
              </FigureLink>
            ),
            note: domains.map(({ title }) => pick(title, locale).text).join(' · '),
          },
          { key: 'term', label: words.term, value: termInWords(term, locale) },
          {
            key: 'forecast',
            label: words.forecast,
            value: forecast ? (
              <FigureLink label={words.forecast} to={to('forecast')}>
                <Amount cents={BigInt(forecast.cents)} currency={forecast.currency} />
              </FigureLink>
            ) : (
              words.unsaid
            ),
          },
          {
            key: 'texts',
            label: words.texts,
            value: texts
              .map(({ id, isAuthentic }) => (isAuthentic ? words.authentic(languages.of(id) ?? id) : languages.of(id)))
              .join(', '),
          },
        ]}
      />
    </Section>
  )
}

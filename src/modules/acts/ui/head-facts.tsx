import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { type Act, isOpen } from '../domain/act.ts'
import type { OfficeHolder } from '../domain/facts.ts'
import { actTexts } from '../texts.ts'
import { AgreementLink, type AgreementName } from './agreement-link.tsx'

/** The head of an act, to read: it is submitted, or the reader does not prepare acts. */
export function HeadFacts({
  act,
  missionTitles,
  agreement,
}: {
  act: Act
  missionTitles: readonly string[]
  agreement: AgreementName | null
}) {
  const words = useCatalogue(actTexts).head
  const locale = useLocale()
  const { header } = act
  const said = (content: Localized | null) => pick(content ?? {}, locale).text
  const dated = (date: Act['meetingOn']) => date && formatDate(date, locale)
  const person = (holder: OfficeHolder | null) =>
    holder && [`${holder.givenName} ${holder.familyName}`, said(holder.capacity)].filter((part) => part !== '').join(', ')
  return (
    <Section title={words.title} note={isOpen(act) ? undefined : words.frozen}>
      <KeyFacts
        facts={[
          { key: 'reference', label: words.reference, value: act.reference },
          { key: 'object', label: words.object, value: said(act.object) },
          agreement
            ? { key: 'agreement', label: words.agreement, value: <AgreementLink agreement={agreement} /> }
            : { key: 'missions', label: words.missions, value: missionTitles.filter((title) => title !== '').join(', ') },
          { key: 'fiscalYear', label: words.fiscalYear, value: act.fiscalYear },
          { key: 'body', label: words.body, value: said(header.body) },
          { key: 'meetingOn', label: words.meetingOn, value: dated(act.meetingOn) },
          { key: 'convenedOn', label: words.convenedOn, value: dated(act.convenedOn) },
          { key: 'chair', label: words.chair, value: person(header.chair) },
          { key: 'rapporteurs', label: words.rapporteurs, value: header.rapporteurs.map(person).join(' ; ') },
          { key: 'authority', label: words.authorityName, value: said(header.authorityName) },
          { key: 'directorates', label: words.directorates, value: header.directorates.map(said).join(' / ') },
          { key: 'proposer', label: words.proposer, value: said(header.proposer) },
          { key: 'place', label: words.place, value: header.place },
          { key: 'signatory', label: words.signatory, value: person(header.signatory) },
        ]}
      />
    </Section>
  )
}

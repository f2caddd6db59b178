import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateRange, DateText, LocalizedText } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { protocolTexts } from '#modules/visits/texts/protocol-texts.ts'
import type { PersonRelation } from './read-person-relation.ts'
import { appTexts } from './texts.ts'

/** The agreements somebody signed, for which party, in which capacity, where and when. */
export function Signatures({ signatures }: Pick<PersonRelation, 'signatures'>) {
  const { signatures: words } = useCatalogue(appTexts).personRelation
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={signatures}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'agreement',
            header: words.agreement,
            isRowHeader: true,
            render: ({ agreementId, agreementTitle }) => (
              <Link to={href('/accords/:agreementId', { agreementId })}>
                <LocalizedText content={agreementTitle} />
              </Link>
            ),
          },
          { key: 'capacity', header: words.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
          { key: 'party', header: words.party, render: ({ partyName }) => partyName },
          { key: 'on', header: words.on, render: ({ signedOn }) => signedOn && <DateText date={signedOn} format="short" /> },
          { key: 'place', header: words.place, render: ({ signedAtPlace }) => signedAtPlace },
        ]}
      />
    </Section>
  )
}

/** The visits and events at which somebody was a guest, on which side and under which title. */
export function VisitsAttended({ visits }: Pick<PersonRelation, 'visits'>) {
  const { visits: words } = useCatalogue(appTexts).personRelation
  const { sides } = useCatalogue(protocolTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={visits}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'visit',
            header: words.visit,
            isRowHeader: true,
            render: ({ missionId, missionTitle }) => (
              <Link to={href('/missions/:missionId/reception', { missionId })}>
                <LocalizedText content={missionTitle} />
              </Link>
            ),
          },
          {
            key: 'dates',
            header: words.dates,
            render: ({ startsOn, endsOn }) => startsOn && <DateRange from={startsOn} to={endsOn ?? startsOn} />,
          },
          { key: 'side', header: words.side, render: ({ side }) => sides[side] },
          { key: 'title', header: words.as, render: ({ title }) => title },
        ]}
      />
    </Section>
  )
}

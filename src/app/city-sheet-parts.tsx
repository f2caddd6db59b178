import { Link, href } from 'react-router'
import { roundYears } from '#modules/agreements/index.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { StandingTag } from '#modules/agreements/ui/standing-tag.tsx'
import { countryName } from '#modules/directory/index.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { RemoveEntry } from '#modules/relations/ui/remove-entry.tsx'
import type { PromiseMade } from '#modules/visits/index.ts'
import { receptionTexts } from '#modules/visits/texts/reception-texts.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Amount, DateText, LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { CitySheet, ComputedAgreement, Happening } from './city-sheet.ts'

/** A relation in six facts. */
export function CityBrief({ sheet, country }: { sheet: CitySheet; country: string }) {
  const { brief: words } = useCatalogue(relationTexts)
  const locale = useLocale()
  const { counts, spend, anniversary, agreements, runningCount, plannedCount } = sheet
  const since = agreements.flatMap((one) => one.since ?? []).toSorted((a, b) => a - b)[0]
  const together = Math.max(0, ...agreements.map(({ yearsTogether }) => yearsTogether ?? 0))
  const passed = roundYears(together)
  return (
    <Section title={words.title}>
      <KeyFacts
        facts={[
          { key: 'missions', label: words.missions, value: String(counts.missions) },
          { key: 'visits', label: words.visits, value: String(counts.visits) },
          {
            key: 'agreements',
            label: words.agreements,
            value: String(agreements.length - plannedCount),
            note: [
              words.inForce(runningCount),
              plannedCount > 0 && words.toConclude(plannedCount),
              agreements.some(({ isFirstOfCountry }) => isFirstOfCountry) && words.firstOfCountry(countryName(country, locale)),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          {
            key: 'spend',
            label: words.spend,
            value: spend.length === 0 ? words.noSpend : spend.map((money) => <Amount key={money.currency} {...money} />),
            note: spend.length > 0 && words.spendNote,
          },
          {
            key: 'since',
            label: words.since,
            value: since === undefined ? null : words.sinceYear(since),
            note: passed !== null && words.moreThan(passed),
          },
          {
            key: 'anniversary',
            label: words.anniversary,
            value: anniversary && words.anniversaryOf(anniversary.years, pick(anniversary.title, locale).text),
            note: anniversary && (anniversary.on ? <DateText date={anniversary.on} /> : words.anniversaryIn(anniversary.year)),
          },
        ]}
      />
    </Section>
  )
}

/** The story of a relation, and what it has before it, each line leading to the page that tells it whole. */
export function CityTimeline({ happenings, today, mayKeep }: { happenings: readonly Happening[]; today: LocalDate; mayKeep: boolean }) {
  const { timeline: words, kinds, directions } = useCatalogue(relationTexts)
  const locale = useLocale()
  const addressOf = ({ kind, id }: Happening) => {
    if (kind === 'mission' || kind === 'visit') return href('/missions/:missionId', { missionId: id })
    if (kind === 'request') return href('/visites/:requestId', { requestId: id })
    return kind === 'agreement' ? href('/accords/:agreementId', { agreementId: id }) : null
  }
  if (happenings.length === 0) return <p>{words.none}</p>
  return (
    <Timeline
      label={words.label}
      entries={happenings.map((one) => {
        const title = pick(one.title, locale).text || one.who
        const address = addressOf(one)
        return {
          key: one.key,
          when: one.on ? <DateText date={one.on} /> : words.undated,
          title: (
            <>
              {address ? <Link to={address}>{title}</Link> : title} {one.on !== null && one.on > today && <Tag>{words.toCome}</Tag>}
            </>
          ),
          by: words.line(kinds[one.kind], one.direction ? directions[one.direction] : ''),
          children: (
            <>
              {one.who && one.who !== title && <p>{words.withWhom(one.who)}</p>}
              {mayKeep && address === null && <RemoveEntry table="exchange" id={one.id} what={title} />}
            </>
          ),
        }
      })}
    />
  )
}

export function AgreementsWithCity({ agreements }: { agreements: readonly ComputedAgreement[] }) {
  const { agreements: words } = useCatalogue(relationTexts)
  const { types } = useCatalogue(agreementTexts)
  return (
    <Section title={words.title} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={agreements}
        rowKey={({ id }) => id}
        empty={<p>{words.none}</p>}
        columns={[
          {
            key: 'title',
            header: words.columns.title,
            isRowHeader: true,
            render: ({ id, title, type }) => (
              <>
                <Link to={href('/accords/:agreementId', { agreementId: id })}>
                  <LocalizedText content={title} />
                </Link>{' '}
                ({types[type]})
              </>
            ),
          },
          { key: 'signed', header: words.columns.signed, render: ({ dates }) => dates.signedOn && <DateText date={dates.signedOn} /> },
          { key: 'standing', header: words.columns.standing, render: ({ standing }) => <StandingTag standing={standing} /> },
          { key: 'ends', header: words.columns.ends, render: ({ lastDay }) => lastDay && <DateText date={lastDay} /> },
          {
            key: 'computed',
            header: words.columns.computed,
            isLong: true,
            render: ({ isFirstOfCountry, yearsTogether }) => {
              const passed = yearsTogether === null ? null : roundYears(yearsTogether)
              return [isFirstOfCountry && words.first, passed !== null && words.together(passed)].filter(Boolean).join(' ; ')
            },
          },
        ]}
      />
    </Section>
  )
}

export function PromisesWithCity({ promises, today }: { promises: readonly PromiseMade[]; today: LocalDate }) {
  const { promises: words } = useCatalogue(relationTexts)
  const { promiseStates } = useCatalogue(receptionTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={promises}
        rowKey={({ id }) => id}
        empty={<p>{words.none}</p>}
        columns={[
          { key: 'what', header: words.columns.what, isRowHeader: true, isLong: true, render: ({ what }) => what },
          { key: 'by', header: words.columns.by, render: ({ promisedBy }) => promisedBy },
          { key: 'due', header: words.columns.due, render: ({ dueOn }) => dueOn && <DateText date={dueOn} /> },
          {
            key: 'state',
            header: words.columns.state,
            render: ({ state, dueOn }) => (
              <>
                {promiseStates[state]} {state === 'open' && dueOn !== null && dueOn < today && <Tag tone="warning">{words.late}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

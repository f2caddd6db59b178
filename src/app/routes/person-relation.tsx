import { Link, href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { read } from '#platform/web.ts'
import { TravellersMeetings } from '#modules/meetings/ui/travellers-meetings.tsx'
import { contactTexts } from '#modules/missions/texts/contact-texts.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { DateRange, DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { PersonDocuments } from '../person-documents.tsx'
import { Signatures, VisitsAttended } from '../person-relation-parts.tsx'
import { type PersonRelation, readPersonRelation } from '../read-person-relation.ts'
import { personDataTexts } from '../person-data-texts.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/person-relation.ts'

/** The part of a person's page that the directory cannot write: what one did with them, and who sees it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => readPersonRelation(ctx, params.personId))
}

export default function PersonRelationPart({ loaderData, params }: Route.ComponentProps) {
  const { travels, exchanges, promises, signatures, visits, meetings, documents } = loaderData
  const { personRelation: words } = useCatalogue(appTexts)
  const data = useCatalogue(personDataTexts)
  const isEmpty = [travels, exchanges, promises, signatures, visits, meetings, documents].every(({ length }) => length === 0)
  return (
    <>
      {isEmpty && (
        <Section title={words.nothingTitle}>
          <EmptyState title={words.nothing} />
        </Section>
      )}
      {travels.length > 0 && <Travels travels={travels} />}
      {visits.length > 0 && <VisitsAttended visits={visits} />}
      <TravellersMeetings meetings={meetings} />
      {signatures.length > 0 && <Signatures signatures={signatures} />}
      {exchanges.length > 0 && <Exchanges exchanges={exchanges} />}
      {promises.length > 0 && <Promises promises={promises} />}
      {documents.length > 0 && <PersonDocuments documents={documents} organisation={loaderData.access.organisation} />}
      <WhoSeesWhat travels={travels} access={loaderData.access} />
      {loaderData.mayErase && (
        <p>
          <Link to={href('/annuaire/personnes/:personId/donnees', params)}>{data.open}</Link>
        </p>
      )}
    </>
  )
}

function Travels({ travels }: Pick<PersonRelation, 'travels'>) {
  const { travels: words } = useCatalogue(appTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={travels}
        rowKey={({ memberId }) => memberId}
        columns={[
          {
            key: 'mission',
            header: words.mission,
            render: ({ missionId, memberId, title }) => (
              <Link to={href('/missions/:missionId/delegation/:memberId', { missionId, memberId })}>
                <LocalizedText content={title} />
              </Link>
            ),
          },
          {
            key: 'dates',
            header: words.dates,
            render: ({ startsOn, endsOn }) => startsOn && endsOn && <DateRange from={startsOn} to={endsOn} />,
          },
          { key: 'capacity', header: words.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
          { key: 'state', header: words.state, render: ({ isCancelled }) => (isCancelled ? words.cancelled : words.registered) },
        ]}
      />
    </Section>
  )
}

function Exchanges({ exchanges }: Pick<PersonRelation, 'exchanges'>) {
  const { exchanges: words } = useCatalogue(appTexts).personRelation
  const { kinds, directions, timeline } = useCatalogue(relationTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={exchanges}
        rowKey={({ id }) => id}
        columns={[
          { key: 'on', header: words.on, render: ({ onDay }) => <DateText date={onDay} format="short" /> },
          { key: 'what', header: words.what, isRowHeader: true, render: ({ subject }) => subject },
          {
            key: 'kind',
            header: words.kind,
            render: ({ kind, direction }) => timeline.line(kinds[kind], direction ? directions[direction] : ''),
          },
          {
            key: 'city',
            header: words.city,
            render: ({ cityId, cityNames }) => (
              <Link to={href('/annuaire/villes/:cityId', { cityId })}>
                <LocalizedText content={cityNames} />
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Promises({ promises }: Pick<PersonRelation, 'promises'>) {
  const { promises: words } = useCatalogue(appTexts).personRelation
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={promises}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', header: words.what, isRowHeader: true, isLong: true, render: ({ what }) => what },
          { key: 'side', header: words.side, render: ({ promisedBy, promisedTo }) => words.sides(promisedBy, promisedTo) },
          {
            key: 'mission',
            header: words.mission,
            render: ({ missionId, missionTitle }) => (
              <Link to={href('/missions/:missionId', { missionId })}>
                <LocalizedText content={missionTitle} />
              </Link>
            ),
          },
          { key: 'due', header: words.due, render: ({ dueOn }) => dueOn && <DateText date={dueOn} format="short" /> },
          {
            key: 'state',
            header: words.state,
            render: ({ state }) => <Tag tone={state === 'kept' ? 'success' : undefined}>{words.states[state]}</Tag>,
          },
        ]}
      />
    </Section>
  )
}

function WhoSeesWhat({ travels, access }: Pick<PersonRelation, 'travels' | 'access'>) {
  const { access: words } = useCatalogue(appTexts).personRelation
  const locale = useLocale()
  const { organisation, memberCount, keeperCount, partners, shares } = access
  const { factLabels } = useCatalogue(contactTexts)
  const rows = [
    { key: 'card', what: words.card, who: words.cardWho(memberCount, keeperCount, organisation), why: words.cardWhy },
    ...(travels.length > 0
      ? [
          {
            key: 'list',
            what: words.list(new Set(travels.map(({ missionId }) => missionId)).size),
            who: partners.length > 0 ? words.listWho(joinWithAnd([organisation, ...partners], locale)) : words.listAlone,
            why: words.listWhy,
          },
        ]
      : []),
    ...shares.map(({ id, missionId, missionTitle, facts, toEveryone, readerNames }) => ({
      key: id,
      what: words.shared(joinWithAnd([words.name, ...facts.map((fact) => factLabels[fact])], locale)),
      who: (
        <Link to={href('/missions/:missionId/contacts', { missionId })}>
          {toEveryone
            ? words.sharedWithAll(pick(missionTitle, locale).text)
            : words.sharedWith(joinWithAnd(readerNames, locale), pick(missionTitle, locale).text)}
        </Link>
      ),
      why: words.sharedWhy,
    })),
    { key: 'traces', what: words.traces, who: words.tracesWho(organisation), why: words.tracesWhy },
    { key: 'others', what: words.others, who: words.othersWho, why: words.othersWhy },
  ]
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', header: words.what, isRowHeader: true, isLong: true, render: ({ what }) => what },
          { key: 'who', header: words.who, isLong: true, render: ({ who }) => who },
          { key: 'why', header: words.why, isLong: true, render: ({ why }) => why },
        ]}
      />
    </Section>
  )
}

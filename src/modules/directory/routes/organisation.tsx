import { Link, Outlet, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatIdentifier } from '#platform/pure/identifiers.ts'
import { read, visitorContext } from '#platform/web.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { countryName } from '../domain/country.ts'
import { languageName } from '../domain/language.ts'
import { type OrganisationIdentifier } from '../domain/identifier.ts'
import { organisationLabel } from '../domain/organisation.ts'
import { fullName } from '../domain/person.ts'
import { mayChangeOrganisation, mayKeepDirectory } from '../domain/rights.ts'
import { loadOrganisation } from '../sql/organisations.ts'
import { listAffiliatedPeople } from '../sql/people.ts'
import { directoryTexts } from '../texts.ts'
import { Period } from '../ui/period.tsx'
import type { Route } from './+types/organisation.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const organisation = found(await loadOrganisation(ctx.tx, params.organisationId))
    return {
      organisation,
      people: await listAffiliatedPeople(ctx.tx, organisation.id),
      countryName: countryName(organisation.country, locale),
      names: Object.entries(organisation.names).map(([language, name]) => ({
        language,
        name,
        languageName: languageName(language, locale),
      })),
      isOwn: organisation.id === ctx.actor.organisationId,
      isKept: organisation.keptBy === ctx.actor.organisationId,
      mayChange: mayChangeOrganisation(ctx.actor, organisation),
      mayKeep: mayKeepDirectory(ctx.actor),
    }
  })
}

export default function OrganisationPage({ loaderData, params }: Route.ComponentProps) {
  const { organisation, mayChange } = loaderData
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  const label = organisationLabel(organisation, locale)
  return (
    <Page
      kicker={texts.kinds[organisation.kind]}
      title={label}
      state={organisation.isWorkspace && <Tag tone="info">{texts.isWorkspace}</Tag>}
      breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}
      action={
        mayChange && (
          <ButtonLink to={href('/annuaire/organisations/:organisationId/modifier', params)}>{texts.organisation.edit}</ButtonLink>
        )
      }
    >
      <Facts {...loaderData} />
      <Section title={texts.organisation.identifiers}>
        <Identifiers identifiers={organisation.identifiers} />
      </Section>
      <Outlet />
      <People {...loaderData} />
      <p>
        <Link to={href('/annuaire/organisations/:organisationId/historique', params)}>{texts.history}</Link>
      </p>
    </Page>
  )
}

type Shown = Route.ComponentProps['loaderData']

function Facts({ organisation, countryName, names, isOwn, isKept }: Shown) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  const { name, cityId, cityName, website } = organisation
  const keeper = isOwn ? words.ownSettings : organisation.isWorkspace ? words.keepsItself : isKept ? undefined : words.sharedCard
  return (
    <Section title={words.facts} note={keeper}>
      <KeyFacts
        facts={[
          { key: 'name', label: words.name, value: name },
          ...names.map((one) => ({ key: one.language, label: one.languageName, value: <span lang={one.language}>{one.name}</span> })),
          { key: 'kind', label: words.kind, value: texts.kinds[organisation.kind] },
          { key: 'country', label: words.country, value: countryName },
          {
            key: 'city',
            label: words.city,
            value: cityId ? <Link to={href('/annuaire/villes/:cityId', { cityId })}>{cityName}</Link> : cityName,
          },
          {
            key: 'website',
            label: words.website,
            value: website && (
              <a href={website} rel="noreferrer">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Identifiers({ identifiers }: { identifiers: readonly OrganisationIdentifier[] }) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  const shown = ({ scheme, value }: OrganisationIdentifier) => (scheme === 'UN-LOCODE' ? value : formatIdentifier({ scheme, value }))
  return (
    <DataTable
      caption={words.identifiersCaption}
      rows={identifiers}
      rowKey={({ scheme, value }) => `${scheme} ${value}`}
      empty={<p>{words.noIdentifier}</p>}
      columns={[
        { key: 'scheme', header: words.scheme, render: ({ scheme }) => texts.schemes[scheme] },
        { key: 'value', header: words.value, render: shown },
      ]}
    />
  )
}

function People({ people, organisation, mayKeep }: Shown) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words, affiliation } = texts
  const add = mayKeep && (
    <Link to={`${href('/annuaire/personnes/nouvelle')}?${new URLSearchParams({ organisation: organisation.name })}`}>
      {texts.newPerson}
    </Link>
  )
  return (
    <Section title={words.people} action={people.length > 0 && add} titlePlace="above">
      <DataTable
        caption={words.peopleCaption}
        rows={people}
        rowKey={({ affiliationId }) => affiliationId}
        rowLink={({ id }) => href('/annuaire/personnes/:personId', { personId: id })}
        empty={
          <EmptyState title={words.peopleEmptyTitle} action={add}>
            {words.peopleEmpty}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: texts.search.columns.name, render: fullName },
          { key: 'capacity', header: affiliation.columns.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
          {
            key: 'period',
            header: affiliation.columns.period,
            render: ({ startsOn, endsOn }) => <Period startsOn={startsOn} endsOn={endsOn} />,
          },
        ]}
      />
    </Section>
  )
}

import { Outlet, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { read, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { formatCoordinates } from '../domain/coordinates.ts'
import { countryName } from '../domain/country.ts'
import { languageName } from '../domain/language.ts'
import { organisationLabel } from '../domain/organisation.ts'
import { loadCity } from '../sql/cities.ts'
import { listOrganisationsOfCity } from '../sql/organisations.ts'
import { directoryTexts } from '../texts.ts'
import type { Route } from './+types/city.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const city = found(await loadCity(ctx.tx, params.cityId))
    const otherNames = Object.entries(city.names).filter(([language, name]) => language !== locale && name !== city.names[locale])
    return {
      city,
      now: ctx.now,
      countryName: countryName(city.country, locale),
      otherNames: otherNames.map(([language, name]) => ({ language, name, languageName: languageName(language, locale) })),
      organisations: await listOrganisationsOfCity(ctx.tx, city.id),
    }
  })
}

export default function CityPage({ loaderData: { city, now, countryName, otherNames, organisations } }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  const { city: words } = texts
  const locale = useLocale()
  const name = city.names[locale] ?? city.name
  return (
    <Page kicker={words.kicker} title={name} lead={countryName} breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}>
      <Section title={words.facts}>
        <KeyFacts
          facts={[
            { key: 'country', label: words.country, value: countryName },
            { key: 'now', label: words.localTime, value: <ZonedTime instant={now} zone={city.timeZone} format="precise" /> },
            { key: 'zone', label: words.timeZone, value: city.timeZone },
            { key: 'coordinates', label: words.coordinates, value: formatCoordinates(city, locale, words.directions) },
            ...otherNames.map((one) => ({
              key: one.language,
              label: one.languageName,
              value: <span lang={one.language}>{one.name}</span>,
            })),
            {
              key: 'source',
              label: words.source,
              value: (
                <a href={`https://www.geonames.org/${city.geonamesId}`} rel="noreferrer">
                  {words.sourceText}
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section title={words.organisations}>
        <DataTable
          caption={words.organisationsCaption}
          rows={organisations}
          rowKey={({ id }) => id}
          rowLink={({ id }) => href('/annuaire/organisations/:organisationId', { organisationId: id })}
          empty={<p>{words.noOrganisation}</p>}
          columns={[
            { key: 'name', header: texts.search.columns.name, render: (organisation) => organisationLabel(organisation, locale) },
            { key: 'kind', header: texts.search.columns.kind, render: ({ kind }) => texts.kinds[kind] },
          ]}
        />
      </Section>
      <Outlet />
    </Page>
  )
}

import { Link, href } from 'react-router'
import { read, visitorContext } from '#platform/web.ts'
import { countryName } from '#modules/directory/index.ts'
import { mapTexts } from '#modules/relations/texts/map-texts.ts'
import { NetworkMap } from '#modules/relations/ui/network-map.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { isShown, type NetworkFilter, networkFilters } from '../network-filters.ts'
import { readNetwork } from '../network.ts'
import type { Route } from './+types/network-map.ts'

/** The cities with which one has something, drawn and told. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const asked = new URL(request.url).searchParams.get('avec')
  const filter: NetworkFilter | null = networkFilters.find((one) => one === asked) ?? null
  return read(context, request, async (ctx) => {
    const { cities, home } = await readNetwork(ctx, locale)
    return {
      filter,
      home,
      cities: cities
        .filter((city) => isShown(city, filter))
        .map((city) => ({ ...city, label: city.names[locale] ?? city.name, countryName: countryName(city.country, locale) })),
    }
  })
}

export default function NetworkMapPage({ loaderData: { cities, home, filter } }: Route.ComponentProps) {
  const words = useCatalogue(mapTexts)
  const locale = useLocale()
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/annuaire'), label: words.directory }]}>
      <Form method="get" layout="row">
        <Select
          key={filter}
          name="avec"
          label={words.filter}
          placeholder={words.all}
          defaultValue={filter ?? ''}
          options={networkFilters.map((value) => ({ value, label: words.filters[value] }))}
        />
        <Button>{words.apply}</Button>
      </Form>
      {home === null && <Notice>{words.noHome}</Notice>}
      <NetworkMap
        home={home && { ...home, name: home.names[locale] ?? home.name }}
        cities={cities.map(({ id, label, longitude, latitude, isBound, asks }) => ({
          id,
          name: label,
          longitude,
          latitude,
          isBound,
          asks,
        }))}
      />
      <Section title={words.tableTitle} titlePlace="above">
        <DataTable
          caption={words.caption}
          captionHidden
          rows={cities}
          rowKey={({ id }) => id}
          empty={<p>{words.none}</p>}
          columns={[
            {
              key: 'city',
              header: columns.city,
              isRowHeader: true,
              render: ({ id, label }) => <Link to={href('/annuaire/villes/:cityId', { cityId: id })}>{label}</Link>,
            },
            { key: 'country', header: columns.country, render: (city) => city.countryName },
            {
              key: 'agreements',
              header: columns.agreements,
              align: 'figure',
              render: ({ agreements, plannedAgreements }) => words.agreements(agreements, plannedAgreements),
            },
            { key: 'missions', header: columns.missions, align: 'figure', render: ({ missions }) => missions },
            { key: 'visits', header: columns.visits, align: 'figure', render: ({ visits }) => visits },
            { key: 'last', header: columns.last, render: ({ lastOn }) => lastOn && <DateText date={lastOn} format="short" /> },
            {
              key: 'health',
              header: columns.health,
              render: ({ asks, lastOn }) =>
                asks ? <Tag tone="warning">{words.attention}</Tag> : lastOn && <Tag tone="success">{words.fine}</Tag>,
            },
          ]}
        />
      </Section>
    </Page>
  )
}

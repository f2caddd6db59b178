import { Link, href } from 'react-router'
import { countryChoices, countryName } from '#modules/directory/index.ts'
import { read } from '#platform/web.ts'
import { pick } from '#platform/pure/localized.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type AgreementLine, agreementTypes } from '../domain/agreement.ts'
import { isPlanned, standings } from '../domain/life.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { endOf } from '../domain/term.ts'
import { listAgreements } from '../sql/agreements.ts'
import { agreementTexts } from '../texts.ts'
import { StandingTag } from '../ui/standing-tag.tsx'
import { largestRegister } from '../usecases/read-standing.ts'
import type { Route } from './+types/agreements.ts'

const pageSize = 25

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const search = query.get('q')?.replaceAll('\0', '').trim().slice(0, 100) ?? ''
  const type = agreementTypes.find((known) => known === query.get('nature'))
  const standing = standings.find((known) => known === query.get('etat'))
  const country = /^[A-Z]{2}$/.exec(query.get('pays') ?? '')?.[0]
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const filter = { search, ...(type ? { type } : {}), ...(country ? { country } : {}), limit: largestRegister }
    const register = await listAgreements(ctx.tx, filter, ctx.today)
    const agreements = standing ? register.filter((line) => line.standing === standing) : register
    return {
      agreements: agreements.slice((page - 1) * pageSize, page * pageSize),
      asked: { q: search, nature: type ?? '', etat: standing ?? '', pays: country ?? '' },
      page,
      pageCount: Math.max(1, Math.ceil(agreements.length / pageSize)),
      countries: countryChoices(ctx.actor.locale),
      mayKeep: mayKeepAgreements(ctx.actor),
    }
  })
}

export default function Agreements({ loaderData: { agreements, asked, page, pageCount, countries, mayKeep } }: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.list
  const isFiltered = Object.values(asked).some((value) => value !== '')
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      action={
        mayKeep && (
          <ButtonLink to={href('/accords/nouveau')} kind="main" icon="plus">
            {texts.newAgreement}
          </ButtonLink>
        )
      }
    >
      {(agreements.length > 0 || isFiltered) && (
        <Form method="get" layout="row">
          <TextField name="q" type="search" label={words.search} hint={words.searchHint} defaultValue={asked.q} />
          <Select
            name="nature"
            label={words.type}
            placeholder={words.anyType}
            defaultValue={asked.nature}
            options={agreementTypes.map((value) => ({ value, label: texts.types[value] }))}
          />
          <Select
            name="etat"
            label={words.standing}
            placeholder={words.anyStanding}
            defaultValue={asked.etat}
            options={standings.map((value) => ({ value, label: texts.standings[value] }))}
          />
          <Select name="pays" label={words.country} placeholder={words.anyCountry} defaultValue={asked.pays} options={countries} />
          <Button type="submit">{words.filter}</Button>
        </Form>
      )}
      <AgreementTable agreements={agreements} isFiltered={isFiltered} mayKeep={mayKeep} />
      <Pagination
        page={page}
        pageCount={pageCount}
        addressOf={(number) =>
          `?${new URLSearchParams({ ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')), page: String(number) })}`
        }
      />
    </Page>
  )
}

function AgreementTable({
  agreements,
  isFiltered,
  mayKeep,
}: {
  agreements: readonly AgreementLine[]
  isFiltered: boolean
  mayKeep: boolean
}) {
  const texts = useCatalogue(agreementTexts)
  const { list: words } = texts
  const locale = useLocale()
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      rows={agreements}
      rowKey={({ id }) => id}
      rowLink={({ id }) => href('/accords/:agreementId', { agreementId: id })}
      empty={
        isFiltered ? (
          <p>{words.nothingFound}</p>
        ) : (
          <EmptyState title={words.emptyTitle} action={mayKeep && <Link to={href('/accords/nouveau')}>{texts.newAgreement}</Link>}>
            {words.empty}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'title',
          header: words.columns.title,
          isRowHeader: true,
          render: ({ title }) => <LocalizedText content={title} />,
        },
        {
          key: 'place',
          header: words.columns.place,
          render: ({ cityName, country }) => [pick(cityName, locale).text, countryName(country, locale)].filter(Boolean).join(', '),
        },
        { key: 'parties', header: words.columns.parties, isLong: true, render: ({ partyNames }) => partyNames.join(', ') },
        {
          key: 'signed',
          header: words.columns.signed,
          render: ({ dates, standing }) =>
            dates.signedOn ? <DateText date={dates.signedOn} format="short" /> : isPlanned(standing) ? words.notSigned : words.unknownDay,
        },
        {
          key: 'lastDay',
          header: words.columns.lastDay,
          render: ({ term, standing }) => {
            const lastDay = endOf(term)
            return lastDay ? <DateText date={lastDay} format="short" /> : isPlanned(standing) ? '' : words.noEnd
          },
        },
        { key: 'standing', header: words.columns.standing, render: ({ standing }) => <StandingTag standing={standing} /> },
      ]}
    />
  )
}

import type { ReactNode } from 'react'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select, type Option } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { RankPlace } from '../domain/precedence.ts'
import type { ProposedTitle, TitleEquivalence } from '../domain/title.ts'
import { titleTexts } from '../texts/title-texts.ts'
import type { PartForm } from './part-form.ts'
import { RankSelect } from './rank-select.tsx'

type Common = Pick<TitleEquivalence, 'country' | 'title' | 'equivalent' | 'rankCode' | 'address'> & { readonly countryName: string }
type Own = TitleEquivalence & { readonly countryName: string }

/** The equivalences of the organisation, those to confirm in sight, with what one may do with each. */
export function TitleTable({ titles, ranks, mayKeep }: { titles: readonly Own[]; ranks: readonly RankPlace[]; mayKeep: boolean }) {
  const words = useCatalogue(titleTexts)
  const locale = useLocale()
  const columns = useCommonColumns<Own>(ranks)
  const short = (day: NonNullable<Own['validFrom']>) => formatDate(day, locale, 'short')
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={titles}
      rowKey={({ id }) => id}
      empty={
        <p>
          {words.none} {words.noneHow}
        </p>
      }
      columns={[
        ...columns,
        {
          key: 'validity',
          header: words.columns.validity,
          render: ({ validFrom, validTo }) =>
            [validFrom && words.since(short(validFrom)), validTo && words.until(short(validTo))].filter(Boolean).join(' ') || words.always,
        },
        {
          key: 'state',
          header: words.columns.state,
          render: ({ confirmedOn, confirmedByName }) =>
            confirmedOn && confirmedByName ? (
              words.confirmed(confirmedByName, short(confirmedOn))
            ) : (
              <Tag tone="warning">{words.toConfirm}</Tag>
            ),
        },
        {
          key: 'steps',
          header: words.columns.steps,
          headerHidden: true,
          isLong: true,
          render: (title) => mayKeep && <TitleSteps {...title} />,
        },
      ]}
    />
  )
}

function TitleSteps({ id, title, confirmedOn, validTo }: Own) {
  const words = useCatalogue(titleTexts)
  if (!confirmedOn) {
    return (
      <>
        <Step id={id} intent="confirm" label={words.confirmOf(title)}>
          {words.confirm}
        </Step>
        <Step id={id} intent="remove" label={words.removeOf(title)}>
          {words.remove}
        </Step>
      </>
    )
  }
  if (validTo) return null
  return (
    <details>
      <summary aria-label={words.endOf(title)}>{words.end}</summary>
      <Form id={`end-${id}`}>
        <HiddenField name="intent" value="end" />
        <HiddenField name="titleId" value={id} />
        <DateField name="validTo" label={words.lastDay} required />
        <Actions>
          <Button>{words.end}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Step({ id, intent, label, children }: { id: string; intent: string; label: string; children: ReactNode }) {
  return (
    <Form id={`${intent}-${id}`} layout="row">
      <HiddenField name="intent" value={intent} />
      <HiddenField name="titleId" value={id} />
      <Button kind="quiet" aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}

export function ProposedTitles({
  titles,
  ranks,
  mayKeep,
}: {
  titles: readonly (ProposedTitle & { readonly countryName: string })[]
  ranks: readonly RankPlace[]
  mayKeep: boolean
}) {
  const words = useCatalogue(titleTexts)
  const columns = useCommonColumns<(typeof titles)[number]>(ranks)
  return (
    <DataTable
      caption={words.proposedCaption}
      captionHidden
      rows={titles}
      rowKey={({ id }) => id}
      empty={<p>{words.proposedNone}</p>}
      columns={[
        ...columns,
        {
          key: 'steps',
          header: words.columns.steps,
          headerHidden: true,
          render: ({ id, title }) =>
            mayKeep && (
              <Step id={id} intent="take" label={words.takeOf(title)}>
                {words.take}
              </Step>
            ),
        },
      ]}
    />
  )
}

function useCommonColumns<Row extends Common>(ranks: readonly RankPlace[]) {
  const { columns } = useCatalogue(titleTexts)
  const nameOf = new Map(ranks.map(({ code, name }) => [code, name]))
  return [
    { key: 'title', header: columns.title, render: ({ title }: Row) => title },
    { key: 'country', header: columns.country, render: ({ countryName }: Row) => countryName },
    { key: 'equivalent', header: columns.equivalent, render: ({ equivalent }: Row) => <LocalizedText content={equivalent} /> },
    { key: 'rank', header: columns.rank, render: ({ rankCode }: Row) => <LocalizedText content={nameOf.get(rankCode) ?? {}} /> },
    { key: 'address', header: columns.address, isLong: true, render: ({ address }: Row) => <LocalizedText content={address} /> },
  ]
}

export function TitleForm({ ranks, countries, isOpen, ...form }: PartForm & { ranks: readonly RankPlace[]; countries: readonly Option[] }) {
  const { form: words, write } = useCatalogue(titleTexts)
  return (
    <details open={isOpen}>
      <summary>{write}</summary>
      <Form id="title" {...form}>
        <HiddenField name="intent" value="title" />
        <TextField name="title" label={words.title} required maxLength={200} />
        <Select name="country" label={words.country} required options={countries} />
        <TextField name="equivalentFr" label={words.equivalentFr} required maxLength={200} lang="fr" />
        <TextField name="equivalentEn" label={words.equivalentEn} maxLength={200} lang="en" />
        <RankSelect label={words.rank} ranks={ranks} required />
        <TextField name="addressFr" label={words.addressFr} required maxLength={200} lang="fr" />
        <TextField name="addressEn" label={words.addressEn} maxLength={200} lang="en" />
        <DateField name="validFrom" label={words.validFrom} />
        <DateField name="validTo" label={words.validTo} />
        <TextField name="source" label={words.source} width="long" maxLength={500} />
        <Actions>
          <Button>{write}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Under the name of a guest: their title, what it is worth, how one addresses them, and whether anybody confirmed it. */
export function TitleOfGuest({ title }: { title: TitleEquivalence }) {
  const { guest: words } = useCatalogue(titleTexts)
  const locale = useLocale()
  return (
    <p>
      <small>
        {words.bears(title.title, pick(title.equivalent, locale).text)}. {words.says(pick(title.address, locale).text)}.
      </small>{' '}
      {!title.confirmedOn && <Tag tone="warning">{words.toConfirm}</Tag>}
    </p>
  )
}

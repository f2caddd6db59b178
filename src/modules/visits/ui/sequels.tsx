import { Link, href } from 'react-router'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { type Sequel, monthsUntil } from '../domain/sequel.ts'
import { memoryTexts } from '../texts/memory-texts.ts'
import type { PartForm } from './part-form.ts'

type Titled = { readonly id: string; readonly title: Localized }

/** Visits and what they became, from whichever end one looks. */
export function SequelTable({ sequels, mayUnlink }: { sequels: readonly Sequel[]; mayUnlink: boolean }) {
  const { sequels: words } = useCatalogue(memoryTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={sequels}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        {
          key: 'visit',
          header: words.visit,
          render: ({ missionId, visitTitle, visitOn }) => (
            <>
              <Link to={href('/missions/:missionId', { missionId })}>
                <LocalizedText content={visitTitle} />
              </Link>{' '}
              {visitOn && <DateText date={visitOn} format="short" />}
            </>
          ),
        },
        {
          key: 'became',
          header: words.became,
          isLong: true,
          render: ({ becameMissionId, agreementId, becameTitle, becameOn }) => (
            <>
              <Link
                to={
                  becameMissionId
                    ? href('/missions/:missionId', { missionId: becameMissionId })
                    : href('/accords/:agreementId', { agreementId: agreementId ?? '' })
                }
              >
                <LocalizedText content={becameTitle} />
              </Link>{' '}
              {becameOn && <DateText date={becameOn} format="short" />}
            </>
          ),
        },
        {
          key: 'after',
          header: words.after,
          render: (sequel) => {
            const months = monthsUntil(sequel)
            return months === null ? '' : words.months(months)
          },
        },
        { key: 'promise', header: words.promise, isLong: true, render: ({ promise }) => promise },
        {
          key: 'steps',
          header: words.remove,
          headerHidden: true,
          render: ({ id, becameTitle }) =>
            mayUnlink && (
              <Form id={`sequel-${id}`} layout="row">
                <HiddenField name="intent" value="unlink-sequel" />
                <HiddenField name="sequelId" value={id} />
                <Button kind="quiet" aria-label={words.removeOf(pick(becameTitle, locale).text)}>
                  {words.remove}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

/** From the visit: what it became. */
export function BecameForm({
  missions,
  agreements,
  promises,
  isOpen,
  ...form
}: PartForm & {
  missions: readonly Titled[]
  agreements: readonly Titled[]
  promises: readonly { readonly id: string; readonly what: string }[]
}) {
  const { sequels: words } = useCatalogue(memoryTexts)
  const locale = useLocale()
  const optionsOf = (kind: 'mission' | 'agreement', things: readonly Titled[]) =>
    things.map(({ id, title }) => ({ value: `${kind}:${id}`, label: pick(title, locale).text }))
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="became" {...form}>
        <HiddenField name="intent" value="became" />
        <Select
          name="became"
          label={words.thing}
          required
          width="long"
          options={[
            { label: words.missions, options: optionsOf('mission', missions) },
            { label: words.agreements, options: optionsOf('agreement', agreements) },
          ]}
        />
        {promises.length > 0 && (
          <Select
            name="promiseId"
            label={words.because}
            placeholder={words.noPromise}
            width="long"
            options={promises.map(({ id, what }) => ({ value: id, label: what }))}
          />
        )}
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** From the mission: the visit it came from. */
export function OriginForm({ visits, isOpen, ...form }: PartForm & { visits: readonly Titled[] }) {
  const { sequels: words } = useCatalogue(memoryTexts)
  const locale = useLocale()
  return (
    <details open={isOpen}>
      <summary>{words.addOrigin}</summary>
      <Form id="origin" {...form}>
        <HiddenField name="intent" value="origin" />
        <Select
          name="visitId"
          label={words.whichVisit}
          required
          width="long"
          options={visits.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
        />
        <Actions>
          <Button>{words.addOrigin}</Button>
        </Actions>
      </Form>
    </details>
  )
}

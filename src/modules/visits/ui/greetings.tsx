import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatPhone } from '#platform/pure/phone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Greeting } from '../domain/slot.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'

/** Who meets the visitors, in the order of the days. */
export function GreetingTable({
  greetings,
  organisationId,
  mayArrange,
  mayTakePart,
}: {
  greetings: readonly Greeting[]
  organisationId: string
  mayArrange: boolean
  mayTakePart: boolean
}) {
  const { greetings: words } = useCatalogue(receptionTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={greetings}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'what', header: words.what, render: ({ what }) => <LocalizedText content={what} /> },
        {
          key: 'when',
          header: words.when,
          render: ({ day, atTime }) => (
            <>
              <DateText date={day} format="short" /> {formatTime(atTime, locale)}
            </>
          ),
        },
        { key: 'where', header: words.where, render: ({ place }) => place },
        {
          key: 'who',
          header: words.who,
          isLong: true,
          render: ({ greeter, greeterPhone, organisationName }) =>
            [greeter, organisationName, greeterPhone && formatPhone(greeterPhone)].filter(Boolean).join(', '),
        },
        { key: 'car', header: words.car, render: ({ car }) => car },
        {
          key: 'remove',
          header: words.remove,
          headerHidden: true,
          render: ({ id, what, organisationId: owner }) =>
            mayTakePart &&
            (mayArrange || owner === organisationId) && (
              <Form id={`greeting-${id}`} layout="row">
                <HiddenField name="intent" value="remove-greeting" />
                <HiddenField name="greetingId" value={id} />
                <Button kind="quiet" aria-label={words.removeOf(pick(what, locale).text)}>
                  {words.remove}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

export function GreetingForm({ days, isOpen, ...form }: PartForm & { days: readonly LocalDate[] }) {
  const { greetings: words } = useCatalogue(receptionTexts)
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="greeting" {...form}>
        <HiddenField name="intent" value="greeting" />
        <TextField name="whatFr" label={words.whatFr} required width="long" maxLength={200} lang="fr" />
        <TextField name="whatEn" label={words.whatEn} width="long" maxLength={200} lang="en" />
        <DateField name="day" label={words.day} required defaultValue={days[0]} />
        <TextField name="atTime" type="time" label={words.at} required width="short" />
        <TextField name="place" label={words.where} required width="long" maxLength={200} />
        <TextField name="greeter" label={words.who} required maxLength={200} />
        <TextField name="greeterPhone" type="tel" label={words.phone} maxLength={60} />
        <TextField name="car" label={words.car} maxLength={200} />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}

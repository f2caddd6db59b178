import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type PromiseMade, isOverdue } from '../domain/promise.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'

/** What was promised, what is late, what is kept. */
export function PromiseTable({ promises, today, maySettle }: { promises: readonly PromiseMade[]; today: LocalDate; maySettle: boolean }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.promises
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={promises}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'what', header: words.what, isLong: true, render: ({ what }) => what },
        { key: 'by', header: words.by, render: ({ promisedBy }) => promisedBy },
        { key: 'to', header: words.to, render: ({ promisedTo }) => promisedTo },
        { key: 'due', header: words.due, render: ({ dueOn }) => (dueOn ? <DateText date={dueOn} format="short" /> : words.noDay) },
        {
          key: 'state',
          header: words.state,
          render: (promise) =>
            promise.settledOn ? (
              words.settled(texts.promiseStates[promise.state], formatDate(promise.settledOn, locale, 'short'))
            ) : isOverdue(promise, today) ? (
              <Tag tone="danger">{words.late}</Tag>
            ) : (
              <Tag>{texts.promiseStates.open}</Tag>
            ),
        },
        {
          key: 'steps',
          header: words.keep,
          headerHidden: true,
          render: ({ id, what, state }) =>
            maySettle && (
              <Form id={`promise-${id}`} layout="row">
                <HiddenField name="intent" value="settle" />
                <HiddenField name="promiseId" value={id} />
                {state === 'open' ? (
                  <>
                    <Button kind="quiet" name="state" value="kept" aria-label={words.keepOf(what)}>
                      {words.keep}
                    </Button>
                    <Button kind="quiet" name="state" value="dropped" aria-label={words.dropOf(what)}>
                      {words.drop}
                    </Button>
                  </>
                ) : (
                  <Button kind="quiet" name="state" value="open" aria-label={words.reopenOf(what)}>
                    {words.reopen}
                  </Button>
                )}
              </Form>
            ),
        },
      ]}
    />
  )
}

export function PromiseForm({ isOpen, ...form }: PartForm) {
  const { promises: words } = useCatalogue(receptionTexts)
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="promise" {...form}>
        <HiddenField name="intent" value="promise" />
        <TextArea name="what" label={words.what} required rows={2} maxLength={500} />
        <TextField name="promisedBy" label={words.by} required width="long" maxLength={200} />
        <TextField name="promisedTo" label={words.to} required width="long" maxLength={200} />
        <Checkbox name="isOurs" label={words.isOurs} />
        <DateField name="dueOn" label={words.due} />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </details>
  )
}

import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { type Circle, type Rule, companyKinds } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import type { PartProps } from './days-form.tsx'
import { refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'

/** Who may ask whom, one line a direction. */
export function Rules({
  rules,
  circles,
  mayOrganise,
  requestKey,
  refusal,
}: PartProps & { rules: readonly Rule[]; circles: readonly Circle[] }) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { setup } = texts
  const names = new Map(circles.map(({ id, name }) => [id, pick(name, locale).text]))
  const options = circles.map(({ id }) => ({ value: id, label: names.get(id) ?? '' }))
  return (
    <>
      <DataTable
        caption={setup.rulesCaption}
        captionHidden
        rows={rules}
        rowKey={({ id }) => id}
        empty={<p>{setup.noRule}</p>}
        columns={[
          { key: 'from', header: setup.from, isRowHeader: true, render: ({ fromId }) => names.get(fromId) },
          { key: 'to', header: setup.to, render: ({ toId }) => names.get(toId) },
          { key: 'answered', header: setup.answered, render: ({ isAnswered }) => (isAnswered ? setup.answeredYes : setup.answeredNo) },
          {
            key: 'company',
            header: setup.company,
            render: ({ company }) => company.map((kind) => texts.companyKinds[kind]).join(', ') || texts.none,
          },
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: ({ id, fromId, toId }) =>
              mayOrganise && (
                <RemoveForm
                  intent="remove"
                  fields={{ part: 'rule', partId: id }}
                  name={`${names.get(fromId) ?? ''} → ${names.get(toId) ?? ''}`}
                  requestKey={requestKey}
                />
              ),
          },
        ]}
      />
      {mayOrganise && (
        <details open={refusal?.values.intent === 'rule'}>
          <summary>{setup.addRule}</summary>
          <Form id="rule" requestKey={requestKey} {...refusalOf(refusal, 'rule', texts)}>
            <HiddenField name="intent" value="rule" />
            <Select name="fromId" label={setup.from} required options={options} />
            <Select name="toId" label={setup.to} required options={options} />
            <Checkbox name="isAnswered" value="yes" label={setup.isAnswered} />
            <CheckboxGroup
              name="company"
              label={setup.company}
              choices={companyKinds.map((value) => ({ value, label: texts.companyKinds[value] }))}
            />
            <Actions>
              <Button>{texts.add}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}

import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Resource, resourceKinds } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import type { PartProps } from './days-form.tsx'
import { refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'

/** What meetings need and there is little of. */
export function Resources({ resources, mayOrganise, requestKey, refusal }: PartProps & { resources: readonly Resource[] }) {
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  return (
    <>
      <DataTable
        caption={setup.resourcesCaption}
        captionHidden
        rows={resources}
        rowKey={({ id }) => id}
        empty={<p>{setup.noResource}</p>}
        columns={[
          { key: 'name', header: setup.resource, isRowHeader: true, render: ({ name }) => name },
          { key: 'kind', header: setup.kind, render: ({ kind }) => texts.resourceKinds[kind] },
          { key: 'languages', header: setup.languages, render: ({ languages }) => languages.join(', ') },
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: ({ id, name }) =>
              mayOrganise && <RemoveForm intent="remove" fields={{ part: 'resource', partId: id }} name={name} requestKey={requestKey} />,
          },
        ]}
      />
      {mayOrganise && (
        <details open={refusal?.values.intent === 'resource'}>
          <summary>{setup.addResource}</summary>
          <Form id="resource" requestKey={requestKey} {...refusalOf(refusal, 'resource', texts)}>
            <HiddenField name="intent" value="resource" />
            <Select
              name="kind"
              label={setup.kind}
              required
              options={resourceKinds.map((value) => ({ value, label: texts.resourceKinds[value] }))}
            />
            <TextField name="name" label={setup.resource} required maxLength={150} />
            <TextField name="languages" label={setup.languages} hint={setup.languagesHint} width="short" />
            <Actions>
              <Button>{texts.add}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}

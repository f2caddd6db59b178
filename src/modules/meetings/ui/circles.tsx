import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Circle, circleKinds } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { CircleConflict } from './circle-conflict.tsx'
import type { PartProps } from './days-form.tsx'
import { refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'

type CirclesProps = PartProps & {
  circles: readonly Circle[]
  /** What somebody else saved of a group while it was being changed here. */
  saved: Circle | undefined
}

/** The groups, and how many meetings are meant for those in each. */
export function Circles({ circles, saved, mayOrganise, requestKey, refusal }: CirclesProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { setup } = texts
  return (
    <>
      <DataTable
        caption={setup.circlesCaption}
        captionHidden
        rows={circles}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: setup.circle, isRowHeader: true, render: ({ name }) => <LocalizedText content={name} /> },
          { key: 'kind', header: setup.kind, render: ({ kind }) => texts.circleKinds[kind] },
          { key: 'target', header: setup.target, align: 'figure', render: ({ target }) => target },
          { key: 'meetings', header: setup.meetingQuota, align: 'figure', render: ({ meetingQuota }) => meetingQuota },
          { key: 'requests', header: setup.requestQuota, align: 'figure', render: ({ requestQuota }) => requestQuota },
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: ({ id, name }) =>
              mayOrganise && (
                <RemoveForm
                  intent="remove"
                  fields={{ part: 'circle', partId: id }}
                  name={pick(name, locale).text}
                  requestKey={requestKey}
                />
              ),
          },
        ]}
      />
      {mayOrganise &&
        circles.map((circle) => {
          const own = refusal?.values.circleId === circle.id ? refusal : undefined
          const theirs = own && saved?.id === circle.id ? saved : undefined
          return (
            <details key={circle.id} open={own !== undefined}>
              <summary>{setup.changeCircle(pick(circle.name, locale).text)}</summary>
              {own && theirs && <CircleConflict saved={theirs} values={own.values} />}
              <Form
                id={`circle-${circle.id}`}
                requestKey={requestKey}
                version={(theirs ?? circle).version}
                {...refusalOf(own, 'circle_change', texts)}
              >
                <HiddenField name="intent" value="circle_change" />
                <HiddenField name="circleId" value={circle.id} />
                <p>{setup.changeCircleNote}</p>
                <CircleFields circle={circle} />
                <Actions>
                  <Button>{setup.save}</Button>
                </Actions>
              </Form>
            </details>
          )
        })}
      {mayOrganise && (
        <details open={refusal?.values.intent === 'circle'}>
          <summary>{setup.addCircle}</summary>
          <Form id="circle" requestKey={requestKey} {...refusalOf(refusal, 'circle', texts)}>
            <HiddenField name="intent" value="circle" />
            <CircleFields />
            <Actions>
              <Button>{texts.add}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}

function CircleFields({ circle }: { circle?: Circle }) {
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  return (
    <>
      <TextField name="nameFr" label={setup.nameFr} required maxLength={100} lang="fr" defaultValue={circle?.name.fr} />
      <TextField name="nameEn" label={setup.nameEn} maxLength={100} lang="en" defaultValue={circle?.name.en} />
      <Select
        name="kind"
        label={setup.kind}
        required
        defaultValue={circle?.kind}
        options={circleKinds.map((value) => ({ value, label: texts.circleKinds[value] }))}
      />
      <Fieldset legend={texts.participant.figures} inline>
        <NumberField name="target" label={setup.target} required defaultValue={circle?.target} />
        <NumberField name="meetingQuota" label={setup.meetingQuota} required defaultValue={circle?.meetingQuota} />
        <NumberField name="requestQuota" label={setup.requestQuota} required defaultValue={circle?.requestQuota} />
      </Fieldset>
    </>
  )
}

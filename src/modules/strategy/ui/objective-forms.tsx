import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { fieldKinds, type Objective, type Plan } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'

type Refused = { readonly values?: FieldValues; readonly errors?: FieldErrors | undefined }

/** The objectives, each of which opens on its words; one that was refused stays open, with what was typed. */
export function ObjectiveList({ plan: { objectives }, refused }: { plan: Plan; refused: Refused | undefined }) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.objectives
  const locale = useLocale()
  if (objectives.length === 0) return <p>{texts.overview.noObjective}</p>
  const isRefused = (objectiveId: string) => refused?.values?.objectiveId === objectiveId
  return objectives.map(({ id, title, version }) => (
    <details key={id} open={isRefused(id)}>
      <summary>
        <LocalizedText content={title} />
      </summary>
      <Form id={`objective-${id}`} version={version} {...(isRefused(id) ? refused : {})}>
        <HiddenField name="objectiveId" value={id} />
        <TitleFields title={title} />
        <Actions>
          <Button name="intent" value="change">
            {texts.form.save}
          </Button>
          <Button kind="quiet" name="intent" value="remove" aria-label={words.removeOf(pick(title, locale).text)}>
            {words.remove}
          </Button>
        </Actions>
      </Form>
    </details>
  ))
}

export function ObjectiveForm({ requestKey, ...refused }: Refused & { requestKey: string }) {
  const { objectives: words } = useCatalogue(strategyTexts)
  return (
    <Form id="objective" requestKey={requestKey} {...refused}>
      <HiddenField name="intent" value="objective" />
      <TitleFields />
      <Actions>
        <Button kind="main">{words.add}</Button>
      </Actions>
    </Form>
  )
}

function TitleFields({ title }: { title?: Objective['title'] }) {
  const { objectives: words } = useCatalogue(strategyTexts)
  return (
    <>
      <TextField name="titleFr" label={words.title} required width="full" lang="fr" maxLength={300} defaultValue={title?.fr} />
      <TextField name="titleEn" label={words.titleEn} width="full" lang="en" maxLength={300} defaultValue={title?.en} />
    </>
  )
}

export function FieldList({ plan: { fields } }: { plan: Plan }) {
  const texts = useCatalogue(strategyTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={texts.overview.fields}
      captionHidden
      rows={fields}
      rowKey={({ id }) => id}
      narrow="keep"
      empty={<p>{texts.overview.noField}</p>}
      columns={[
        { key: 'field', header: texts.overview.field, isRowHeader: true, render: ({ label }) => <LocalizedText content={label} /> },
        { key: 'weight', header: texts.overview.weight, align: 'figure', render: ({ weight }) => weight },
        {
          key: 'remove',
          header: texts.objectives.remove,
          headerHidden: true,
          render: ({ id, label }) => (
            <Form id={`field-${id}`} layout="row">
              <HiddenField name="intent" value="remove-field" />
              <HiddenField name="fieldId" value={id} />
              <Button kind="quiet" aria-label={texts.objectives.removeField(pick(label, locale).text)}>
                {texts.objectives.remove}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

export function FieldForm({ objectives, requestKey, ...refused }: Refused & { objectives: readonly Objective[]; requestKey: string }) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.objectives
  const locale = useLocale()
  return (
    <Form id="field" requestKey={requestKey} {...refused}>
      <HiddenField name="intent" value="field" />
      <Select
        name="kind"
        label={words.kind}
        required
        placeholder={false}
        options={fieldKinds.map((value) => ({ value, label: texts.fieldKinds[value] }))}
      />
      <TextField name="labelFr" label={words.label} required width="long" lang="fr" maxLength={120} />
      <TextField name="labelEn" label={words.labelEn} width="long" lang="en" maxLength={120} />
      <NumberField name="weight" label={words.weight} required defaultValue={1} maxLength={1} />
      <Select
        name="objectiveId"
        label={words.objective}
        placeholder={texts.overview.wholeStrategy}
        width="long"
        options={objectives.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
      />
      <Actions>
        <Button>{words.addField}</Button>
      </Actions>
    </Form>
  )
}

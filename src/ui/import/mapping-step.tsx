import { formatInteger } from '#platform/pure/integers.ts'
import { Actions } from '../actions.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { useCatalogue } from '../catalogue.ts'
import { DataTable } from '../data-table.tsx'
import { Form } from '../form.tsx'
import type { FieldErrors, FieldValues } from '../form-context.ts'
import { HiddenField } from '../hidden-field.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../section.tsx'
import { Select } from '../select.tsx'
import { VisuallyHidden } from '../visually-hidden.tsx'
import { columnFieldName } from './column-field-name.ts'
import styles from './import.module.css'
import { ImportSteps } from './steps.tsx'
import { importTexts } from './texts.ts'

/** What a column may mean. */
export type ImportField = { readonly key: string; readonly label: string; readonly required?: boolean }

/** A column as the file has it. `field` is the meaning proposed or chosen; null leaves the column out. */
export type ImportColumn = { readonly header: string; readonly samples: readonly string[]; readonly field: string | null }

export { columnFieldName }

type ImportMappingProps = {
  title: string
  sourceName: string
  rowCount: number
  columns: readonly ImportColumn[]
  fields: readonly ImportField[]
  /** True when the organisation imported a file with these titles before. */
  isRemembered: boolean
  /** Where one goes back to the first step. */
  restart: string
  values?: FieldValues
  errors?: FieldErrors
}

/** Second step. Sends `intent=map` with one `column-<index>` per column of the file: the key of a field, or nothing. */
export function ImportMapping({ title, sourceName, rowCount, columns, fields, isRemembered, restart, values, errors }: ImportMappingProps) {
  const texts = useCatalogue(importTexts)
  const locale = useLocale()
  const rows = columns.map((column, index) => ({ ...column, index }))
  const required = fields.filter((field) => field.required).map((field) => field.label)
  const nameOf = (header: string, index: number) => header || texts.unnamedColumn(index + 1)
  return (
    <Section title={title} note={texts.nothingStored} titlePlace="above">
      <ImportSteps current="mapping" />
      {isRemembered ? <Notice>{texts.remembered}</Notice> : required.length > 0 && <p>{texts.requiredFields(required.join(', '))}</p>}
      <Form values={values} errors={errors}>
        <HiddenField name="intent" value="map" />
        <DataTable
          caption={texts.mappingCaption(sourceName, rowCount, formatInteger(rowCount, locale))}
          rows={rows}
          rowKey={({ index }) => String(index)}
          columns={[
            { key: 'header', header: texts.column, render: ({ header, index }) => nameOf(header, index) },
            {
              key: 'samples',
              header: texts.samples,
              render: ({ samples }) => (
                <ul className={styles.samples}>
                  {samples.map((sample, position) => (
                    // oxlint-disable-next-line react/no-array-index-key -- samples have no identity but their place
                    <li key={position}>{sample}</li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'field',
              header: texts.means,
              render: ({ header, index, field }) => (
                <Select
                  name={columnFieldName(index)}
                  label={<VisuallyHidden>{texts.meaningOf(nameOf(header, index))}</VisuallyHidden>}
                  placeholder={texts.ignored}
                  defaultValue={field ?? ''}
                  options={fields.map(({ key, label }) => ({ value: key, label }))}
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button kind="main">{texts.check}</Button>
          <ButtonLink kind="quiet" to={restart}>
            {texts.otherFile}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

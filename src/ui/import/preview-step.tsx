import { Link } from 'react-router'
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
import { Tag } from '../tag.tsx'
import { cellFieldName } from './cell-field-name.ts'
import { PreviewCell, type PreviewCellContent } from './preview-cell.tsx'
import styles from './import.module.css'
import { ImportSteps } from './steps.tsx'
import { summaryWords } from './summary-words.ts'
import { importTexts } from './texts.ts'

export type ImportEffect = 'create' | 'update' | 'same' | 'refused'
export type ImportSummary = Readonly<Record<ImportEffect, number>>

/** A row of the file. `number` is its line there. `note` says what one might not expect of the row as a whole. */
export type PreviewRow = {
  readonly number: number
  readonly effect: ImportEffect
  readonly note?: string
  readonly cells: Readonly<Record<string, PreviewCellContent>>
}

type ImportPreviewProps = {
  title: string
  summary: ImportSummary
  /** The mapped fields, in the order of the file. */
  fields: ReadonlyArray<{ readonly key: string; readonly label: string }>
  /** The rows to show: the faulty ones when there are some, or the first ones. The page decides how many. */
  rows: readonly PreviewRow[]
  showsOnlyFaulty: boolean
  /** Addresses of the two views of the rows, of the second step and of the first. */
  views: { readonly faulty: string; readonly all: string; readonly mapping: string; readonly restart: string }
  /** Faulty cells become fields, sent with `intent=correct`. Without it, one corrects the file. */
  isCorrectable?: boolean
  requestKey: string
  values?: FieldValues
  errors?: FieldErrors
}

/**
 * Third step. Sends `intent=correct` with the corrected cells (see `cellFieldName`), `intent=apply` with the request key,
 * or `intent=drop`.
 */
export function ImportPreview({
  title,
  summary,
  fields,
  rows,
  showsOnlyFaulty,
  views,
  isCorrectable = false,
  requestKey,
  values,
  errors,
}: ImportPreviewProps) {
  const texts = useCatalogue(importTexts)
  const locale = useLocale()
  const count = (value: number) => formatInteger(value, locale)
  const rowCount = summary.create + summary.update + summary.same + summary.refused
  const canApply = summary.refused === 0 && rowCount > 0
  const effects = summaryWords(summary, locale)
  return (
    <Section title={title} note={texts.nothingStored} titlePlace="above">
      <ImportSteps current="preview" />
      <Notice
        tone={canApply ? 'success' : 'warning'}
        title={
          summary.refused > 0
            ? texts.refusedTitle(summary.refused, count(summary.refused))
            : rowCount > 0
              ? texts.readyTitle
              : texts.emptyTitle
        }
      >
        {rowCount > 0 && <p>{summary.refused === 0 ? texts.readyBody : isCorrectable ? texts.refusedHere : texts.refusedBody}</p>}
        {effects && <p>{effects}</p>}
      </Notice>
      {canApply && (
        <Form requestKey={requestKey} id="apply" errors={errors}>
          <HiddenField name="intent" value="apply" />
          <Actions>
            <Button kind="main">{texts.confirm(rowCount, count(rowCount))}</Button>
          </Actions>
        </Form>
      )}
      <Form id="correct" values={values}>
        <HiddenField name="intent" value="correct" />
        <DataTable
          caption={showsOnlyFaulty ? texts.faultyCaption : texts.previewCaption}
          narrow={showsOnlyFaulty ? 'stack' : 'scroll'}
          rows={rows}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', header: texts.rowNumber, align: 'figure', render: ({ number }) => count(number) },
            {
              key: 'effect',
              header: texts.effect,
              render: ({ effect, note }) => (
                <span className={styles.effect}>
                  <Tag tone={effect === 'refused' ? 'danger' : effect === 'same' ? undefined : 'info'}>{texts.effects[effect]}</Tag>
                  {note && <span className={styles.note}>{note}</span>}
                </span>
              ),
            },
            ...fields.map(({ key, label }) => ({
              key,
              header: label,
              render: ({ number, cells }: PreviewRow) => (
                <PreviewCell
                  name={isCorrectable ? cellFieldName(number, key) : undefined}
                  label={texts.correct(label, count(number))}
                  cell={cells[key]}
                />
              ),
            })),
          ]}
        />
        <p className={styles.shown}>
          {texts.shown(rows.length, count(rows.length), count(rowCount))}{' '}
          {summary.refused > 0 && (
            <Link to={showsOnlyFaulty ? views.all : views.faulty}>{showsOnlyFaulty ? texts.allRows : texts.onlyFaulty}</Link>
          )}
        </p>
        <Actions>
          {isCorrectable && summary.refused > 0 && <Button kind="main">{texts.checkAgain}</Button>}
          <ButtonLink to={views.mapping}>{texts.changeMapping}</ButtonLink>
          <ButtonLink kind="quiet" to={views.restart}>
            {texts.otherFile}
          </ButtonLink>
        </Actions>
      </Form>
      <Form id="drop">
        <HiddenField name="intent" value="drop" />
        <Actions>
          <Button kind="quiet">{texts.drop}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

import { formatInteger } from '#platform/pure/integers.ts'
import { Actions } from '../actions.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { useCatalogue } from '../catalogue.ts'
import { FileField } from '../file-field.tsx'
import { Form } from '../form.tsx'
import type { FieldErrors, FieldValues } from '../form-context.ts'
import { HiddenField } from '../hidden-field.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { TextArea } from '../text-area.tsx'
import styles from './import.module.css'
import { ImportSteps } from './steps.tsx'
import { importTexts } from './texts.ts'

const tables = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type ImportSourceProps = {
  /** The heading of the page's part: « Importer des membres ». */
  title: string
  templates: ReadonlyArray<{ readonly label: string; readonly to: string }>
  /** The readers of the page take cards too (RFC 6350). */
  takesVcards?: boolean
  maxRows: number
  maxMegabytes: number
  values?: FieldValues
  errors?: FieldErrors
}

/** First step. Sends `intent=read` with `file` (multipart) or `pasted`; the action answers with the address of the batch it kept. */
export function ImportSource({ title, templates, takesVcards = false, maxRows, maxMegabytes, values, errors }: ImportSourceProps) {
  const texts = useCatalogue(importTexts)
  const locale = useLocale()
  return (
    <Section title={title} note={texts.nothingStored}>
      <ImportSteps current="source" />
      <div className={styles.source}>
        <Form encType="multipart/form-data" values={values} errors={errors}>
          <HiddenField name="intent" value="read" />
          <FileField
            name="file"
            label={takesVcards ? texts.fileOrCards : texts.file}
            hint={texts.fileHint(formatInteger(maxRows, locale), formatInteger(maxMegabytes, locale))}
            accept={takesVcards ? `${tables},.vcf,text/vcard` : tables}
          />
          <TextArea name="pasted" label={texts.pasted} hint={texts.pastedHint} rows={6} width="full" spellCheck={false} />
          <Actions>
            <Button kind="main">{texts.read}</Button>
          </Actions>
        </Form>
        <aside className={styles.templates}>
          <h3>{texts.templates}</h3>
          <p>{texts.templatesNote}</p>
          <Actions>
            {templates.map(({ label, to }) => (
              <ButtonLink key={to} to={to} icon="download" download>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        </aside>
      </div>
    </Section>
  )
}

import { formatDate } from '#platform/pure/local-date-format.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { Diff } from './diff.tsx'
import type { FieldValues } from './form-context.ts'
import { useTexts } from './locale.tsx'
import { Notice } from './notice.tsx'

type EditConflictProps = {
  /** What somebody saved meanwhile. */
  title: string
  /** What was typed, as the refused form came. */
  values: FieldValues
  /** What was saved, under the label of its field; `mine` where what was typed is a code, or stands in several fields. */
  fields: readonly { readonly name: string; readonly label: string; readonly theirs: string; readonly mine?: string }[]
}

/** Someone saved the same object since this form was opened: what differs side by side, and the names of what does not. The form below now carries the saved version's number. */
export function EditConflict({ title, values, fields }: EditConflictProps) {
  const texts = useTexts().diff
  const compared = fields.map((field) => ({ mine: typedIn(values, field.name), ...field }))
  const different = compared.filter(({ mine, theirs }) => mine !== theirs)
  const same = compared.filter((field) => !different.includes(field))
  return (
    <Notice tone="warning" title={title}>
      <p>{texts.conflictLead}</p>
      {different.length > 0 && <Diff caption={texts.conflictCaption} fields={different} />}
      {same.length > 0 && <p>{texts.sameIn(same.map(({ label }) => label).join(' · '))}</p>}
    </Notice>
  )
}

/** As a person reads it: a browser sends the ends of lines its own way. */
export function typedIn(values: FieldValues, name: string): string {
  return String(values[name] ?? '')
    .replaceAll('\r', '')
    .trim()
}

/** The day typed, as pages write days; what is no day as it was typed. */
export function typedDay(values: FieldValues, name: string, locale: Locale): string {
  const typed = typedIn(values, name)
  const day = parseIsoDate(typed)
  return day.ok ? formatDate(day.value, locale, 'short') : typed
}

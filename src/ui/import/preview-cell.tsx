import { classNames } from '../class-names.ts'
import { fieldId, useForm } from '../form-context.ts'
import { Icon } from '../icons.tsx'
import { useTexts } from '../locale.tsx'
import field from '../field.module.css'
import styles from './import.module.css'

/** What the file says, and what is wrong with it: a sentence that says how to mend it. */
export type PreviewCellContent = { readonly text: string; readonly problem?: string }

/** One cell of the preview: plain text, or a field to correct it in when something is wrong. */
export function PreviewCell({ name, label, cell }: { name: string; label: string; cell: PreviewCellContent | undefined }) {
  const form = useForm()
  const texts = useTexts()
  if (!cell) return null
  if (!cell.problem) return cell.text
  const id = fieldId(form.idPrefix, name)
  const typed = form.values[name]
  return (
    <span className={styles.faulty}>
      <input
        id={id}
        name={name}
        aria-label={label}
        aria-invalid
        aria-describedby={`${id}-error`}
        className={classNames(field.control, styles.correction)}
        defaultValue={typeof typed === 'string' ? typed : cell.text}
        autoComplete="off"
        spellCheck={false}
      />
      <span id={`${id}-error`} className={styles.problem}>
        <Icon name="danger" label={texts.errorPrefix} />
        <span>{cell.problem}</span>
      </span>
    </span>
  )
}

import { classNames } from '../class-names.ts'
import { fieldId, useForm } from '../form-context.ts'
import { Icon } from '../icons.tsx'
import { useTexts } from '../locale.tsx'
import field from '../field.module.css'
import styles from './import.module.css'

/** What the file says, and what is wrong with it: a sentence that says how to mend it. */
export type PreviewCellContent = { readonly text: string; readonly problem?: string }

type PreviewCellProps = {
  /** Of the field that corrects the cell; without it the cell is read only. */
  name: string | undefined
  label: string
  cell: PreviewCellContent | undefined
}

/** One cell of the preview: plain text, or what is wrong with it, and a field to mend it in. */
export function PreviewCell({ name, label, cell }: PreviewCellProps) {
  const form = useForm()
  const texts = useTexts()
  if (!cell) return null
  if (!cell.problem) return cell.text
  const id = fieldId(form.idPrefix, name ?? label)
  const typed = name === undefined ? undefined : form.values[name]
  return (
    <span className={styles.faulty}>
      {name === undefined ? (
        cell.text
      ) : (
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
      )}
      <span id={`${id}-error`} className={styles.problem}>
        <Icon name="danger" label={texts.errorPrefix} />
        <span>{cell.problem}</span>
      </span>
    </span>
  )
}

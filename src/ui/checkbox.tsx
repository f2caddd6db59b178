import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import choice from './choice.module.css'
import { FieldError, type FieldProps, RequiredMark, useField } from './field.tsx'
import styles from './field.module.css'
import { useForm } from './form-context.ts'

/**
 * One box to tick. Sends `value` ("on" by default) when ticked, nothing otherwise: a refused form therefore remembers
 * an unticked box by the absence of its name among the typed values.
 */
export function Checkbox({
  name,
  label,
  hint,
  error,
  required,
  value = 'on',
  defaultChecked,
}: FieldProps & { value?: string; defaultChecked?: boolean }) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  const wasSent = Object.keys(useForm().values).length > 0
  return (
    <div className={classNames(styles.field, message ? styles.wrong : undefined)}>
      {message && <FieldError id={`${control.id}-error`}>{message}</FieldError>}
      <label className={choice.choice} htmlFor={control.id}>
        <input {...control} type="checkbox" value={value} defaultChecked={wasSent ? typedValue !== undefined : defaultChecked} />
        <ChoiceWords note={hint} noteId={`${control.id}-hint`}>
          {label}
          {required && <RequiredMark />}
        </ChoiceWords>
      </label>
    </div>
  )
}

/** The words of one choice, with the sentence that explains it. */
export function ChoiceWords({ note, noteId, children }: { note?: ReactNode; noteId?: string; children: ReactNode }) {
  return (
    <span className={choice.words}>
      {children}
      {note && (
        <span id={noteId} className={choice.note}>
          {note}
        </span>
      )}
    </span>
  )
}

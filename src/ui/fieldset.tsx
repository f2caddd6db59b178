import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldError, FieldHint, RequiredMark } from './field.tsx'
import field from './field.module.css'
import styles from './fieldset.module.css'

type FieldsetProps = {
  legend: ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
  /** Where the error summary leads. */
  id?: string
  /** `title` reads as a heading of the form; `label` as the label of one question. */
  look?: 'title' | 'label'
  /** Fields side by side while there is room. */
  inline?: boolean
  children: ReactNode
}

/** Fields, or choices, that answer one question together. */
export function Fieldset({ legend, hint, error, required, id, look = 'title', inline, children }: FieldsetProps) {
  const ownId = useId()
  const base = id ?? ownId
  const described = [hint ? `${base}-hint` : undefined, error ? `${base}-error` : undefined].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={described || undefined}
      className={classNames(styles.fieldset, error ? field.wrong : undefined)}
    >
      <legend className={look === 'title' ? styles.title : inline ? styles.part : field.label}>
        {legend}
        {required && <RequiredMark />}
      </legend>
      {hint && <FieldHint id={`${base}-hint`}>{hint}</FieldHint>}
      {error && <FieldError id={`${base}-error`}>{error}</FieldError>}
      <div className={classNames(look === 'title' ? styles.fields : undefined, inline ? styles.inline : undefined)}>{children}</div>
    </fieldset>
  )
}

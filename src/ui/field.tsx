import type { ReactNode } from 'react'
import { fieldId, useForm } from './form-context.ts'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'

/** What every field takes. The error comes from the surrounding Form unless given here. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
}

/** The attributes that tie a control to its label, hint and error. */
export type ControlProps = {
  id: string
  name: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Resolves a field's identity, error and previous value from the form around it. */
export function useField({ name, hint, error, required }: Omit<FieldProps, 'label'>) {
  const form = useForm()
  const message = error ?? form.errors[name]
  const id = fieldId(form.idPrefix, name)
  const described = [hint ? `${id}-hint` : undefined, message ? `${id}-error` : undefined].filter(Boolean).join(' ')
  const control: ControlProps = {
    id,
    name,
    required: required || undefined,
    'aria-invalid': message ? true : undefined,
    'aria-describedby': described || undefined,
  }
  const typed = form.values[name]
  return {
    control,
    message,
    typedValue: typeof typed === 'string' ? typed : undefined,
    typedValues: typeof typed === 'object' ? typed : undefined,
  }
}

/** Label, hint, error and the control between them: the shape of every field with one control. */
export function Field({
  label,
  hint,
  error,
  required,
  control,
  width = 'medium',
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
  control: ControlProps
  width?: FieldWidth
  children: ReactNode
}) {
  return (
    <div className={classNames(styles.field, styles[width], error ? styles.wrong : undefined)}>
      <label htmlFor={control.id} className={styles.label}>
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && <FieldHint id={`${control.id}-hint`}>{hint}</FieldHint>}
      {error && <FieldError id={`${control.id}-error`}>{error}</FieldError>}
      {children}
    </div>
  )
}

/** How much a person is expected to type; never wider than the screen. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full'

export function RequiredMark() {
  return <span className={styles.required}> ({useTexts().required})</span>
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={styles.hint}>
      {children}
    </p>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const texts = useTexts()
  return (
    <p id={id} className={styles.error}>
      <Icon name="danger" label={texts.errorPrefix} />
      <span>{children}</span>
    </p>
  )
}

import { Field, type FieldProps, type FieldWidth, useField } from './field.tsx'
import styles from './field.module.css'

type TextAreaProps = FieldProps & {
  defaultValue?: string
  rows?: number
  width?: FieldWidth
  maxLength?: number
  lang?: string
  spellCheck?: boolean
}

/** Several lines of text; grows with what is written where the browser knows how. */
export function TextArea({ name, label, hint, error, required, defaultValue, rows = 4, width = 'long', ...rest }: TextAreaProps) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width={width}>
      <textarea {...rest} {...control} rows={rows} className={styles.control} defaultValue={typedValue ?? defaultValue} />
    </Field>
  )
}

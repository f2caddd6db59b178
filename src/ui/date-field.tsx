import { Field, type FieldProps, useField } from './field.tsx'
import styles from './field.module.css'

/** A calendar day, by the browser's own picker. Values and bounds are `YYYY-MM-DD`. */
export function DateField({
  name,
  label,
  hint,
  error,
  required,
  ...rest
}: FieldProps & { defaultValue?: string; min?: string; max?: string; autoComplete?: string }) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width="short">
      <input {...rest} {...control} type="date" className={styles.control} defaultValue={typedValue ?? rest.defaultValue} />
    </Field>
  )
}

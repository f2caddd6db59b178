import { Field, type FieldProps, useField } from './field.tsx'
import styles from './field.module.css'

/** Files to send. Say the accepted kinds and the greatest size in the hint; the form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, hint, error, required, accept, multiple }: FieldProps & { accept?: string; multiple?: boolean }) {
  const { control, message } = useField({ name, hint, error, required })
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control}>
      <input {...control} type="file" accept={accept} multiple={multiple} className={`${styles.control} ${styles.file}`} />
    </Field>
  )
}

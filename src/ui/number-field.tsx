import { Field, type FieldProps, useField } from './field.tsx'
import styles from './field.module.css'

type NumberFieldProps = FieldProps & {
  defaultValue?: string | number
  /** True when a decimal mark may be typed: the phone then shows it. */
  decimal?: boolean
  /** What is counted, beside the figure: « jours », « % ». */
  unit?: string
  maxLength?: number
}

/**
 * A figure typed as text: a native number field refuses « 1 234,56 », changes when one scrolls over it and loses
 * what it cannot read. The server parses and answers.
 */
export function NumberField({ name, label, hint, error, required, defaultValue, decimal = false, unit, maxLength }: NumberFieldProps) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  const input = (
    <input
      {...control}
      type="text"
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={maxLength}
      className={`${styles.control} ${styles.figure}`}
      defaultValue={typedValue ?? defaultValue}
    />
  )
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width="short">
      {unit ? (
        <div className={styles.withUnit}>
          {input}
          <span className={styles.unit}>{unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

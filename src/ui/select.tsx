import { Field, type FieldProps, type FieldWidth, useField } from './field.tsx'
import styles from './field.module.css'
import { useTexts } from './locale.tsx'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectProps = FieldProps & {
  options: ReadonlyArray<Option | OptionGroup>
  defaultValue?: string
  /** The words of the empty first choice; `false` when one of the options is always right. */
  placeholder?: string | false
  width?: FieldWidth
}

/** One choice among many, by the browser's own list. */
export function Select({ name, label, hint, error, required, options, defaultValue, placeholder, width }: SelectProps) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  const texts = useTexts()
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width={width}>
      <select {...control} className={styles.control} defaultValue={typedValue ?? defaultValue ?? (placeholder === false ? undefined : '')}>
        {placeholder !== false && <option value="">{placeholder ?? texts.chooseOne}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
    </Field>
  )
}

function renderOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}

import { useId } from 'react'
import { Field, type FieldProps, type FieldWidth, useField } from './field.tsx'
import styles from './field.module.css'
import { Suggestions } from './suggestions.tsx'

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'time'
  defaultValue?: string
  width?: FieldWidth
  /** A WHATWG autofill token: forms about the person who fills them in must declare it (RGAA 11.13). */
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  maxLength?: number
  readOnly?: boolean
  spellCheck?: boolean
  /** The language of what is typed, where it differs from the interface's. */
  lang?: string
  /** Known values, proposed and never imposed. */
  suggestions?: readonly string[]
  /** The id of `Suggestions` that several fields of the page share. */
  suggestionsFrom?: string
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  error,
  required,
  type = 'text',
  defaultValue,
  width,
  suggestions,
  suggestionsFrom,
  ...rest
}: TextFieldProps) {
  const { control, message, typedValue } = useField({ name, hint, error, required })
  const listId = useId()
  return (
    <Field label={label} hint={hint} error={message} required={required} control={control} width={width}>
      <input
        {...rest}
        {...control}
        type={type}
        className={styles.control}
        defaultValue={type === 'password' ? undefined : (typedValue ?? defaultValue)}
        list={suggestions ? listId : suggestionsFrom}
      />
      {suggestions && <Suggestions id={listId} values={suggestions} />}
    </Field>
  )
}

import type { ReactNode } from 'react'
import { ChoiceWords } from './checkbox.tsx'
import choice from './choice.module.css'
import { classNames } from './class-names.ts'
import { type FieldProps, useField } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

export type Choice = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean }

type ChoiceGroupProps = FieldProps & { choices: readonly Choice[]; /** Short answers on one line. */ inline?: boolean }

const none: readonly string[] = []

/** One choice among few, all in sight. */
export function RadioGroup({ defaultValue, ...props }: ChoiceGroupProps & { defaultValue?: string }) {
  const { typedValue } = useField(props)
  const chosen = typedValue ?? defaultValue
  return <ChoiceGroup {...props} type="radio" isChosen={(value) => value === chosen} />
}

/** Any number of choices among few; sends the name once per choice. */
export function CheckboxGroup({ defaultValues = none, ...props }: ChoiceGroupProps & { defaultValues?: readonly string[] }) {
  const { typedValue, typedValues } = useField(props)
  const chosen = typedValues ?? (typedValue === undefined ? defaultValues : [typedValue])
  return <ChoiceGroup {...props} type="checkbox" isChosen={(value) => chosen.includes(value)} />
}

function ChoiceGroup({
  type,
  isChosen,
  choices,
  inline,
  ...props
}: ChoiceGroupProps & { type: 'radio' | 'checkbox'; isChosen: (value: string) => boolean }) {
  const { control, message } = useField(props)
  return (
    <Fieldset id={control.id} legend={props.label} hint={props.hint} error={message} required={props.required} look="label">
      <div className={classNames(choice.choices, inline ? choice.inline : undefined)}>
        {choices.map(({ value, label, note, disabled }) => (
          <label key={value} className={choice.choice}>
            <input
              type={type}
              name={props.name}
              value={value}
              defaultChecked={isChosen(value)}
              disabled={disabled}
              required={type === 'radio' ? control.required : undefined}
            />
            <ChoiceWords note={note}>{label}</ChoiceWords>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}

import type { ReactNode } from 'react'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { type FieldValues, FormProvider } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Said } from '../../domain/desk-said.ts'
import styles from './desk.module.css'
import { useDesk } from './desk-view.ts'

type SayFormProps = {
  /** Prefixes the ids of the fields: a desk has many forms. */
  id: string
  /** What is known already, field by field. */
  said: Readonly<Record<string, string | readonly string[]>> & { readonly kind: Said['kind'] }
  label: string
  /** When several buttons of the page bear the same word. */
  spoken?: string
  kind?: ButtonKind
  errors?: Readonly<Record<string, string>>
  /** Makes what is said of the fields, when they are more than texts. */
  read?: (typed: Readonly<Record<string, string>>) => Said
  /** What is still asked. */
  children?: ReactNode
}

const nothing = {}

/** Whether the form that came back refused is this one, as things stood then or now. */
export function isTypedBack(said: SayFormProps['said'], typedBack: FieldValues | null): boolean {
  return typedBack !== null && Object.entries(said).every(([name, value]) => name === 'version' || typedBack[name] === value)
}

/** One thing to do at the desk. Without a script it is a form like any other; with one it is kept on the device at once and leaves when it can. */
export function SayForm({ id, said, label, spoken, kind = 'plain', errors = nothing, read, children }: SayFormProps) {
  const { say, requestKey, typedBack } = useDesk()
  return (
    <form
      id={id}
      method="post"
      className={children ? styles.form : styles.inline}
      onSubmit={(event) => {
        if (!say) return
        event.preventDefault()
        const { requestKey: _ofThePage, ...asked } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
        say(read ? read(asked) : ({ ...asked, ...said } as unknown as Said))
        event.currentTarget.reset()
      }}
    >
      <FormProvider value={{ idPrefix: id, values: (isTypedBack(said, typedBack) && typedBack) || nothing, errors }}>
        <HiddenField name="requestKey" value={requestKey} />
        {Object.entries(said).flatMap(([name, value]) =>
          typeof value === 'string' ? (
            <HiddenField key={name} name={name} value={value} />
          ) : (
            value.map((each) => <HiddenField key={each} name={name} value={each} />)
          ),
        )}
        {children}
        <div>
          <Button kind={kind} aria-label={spoken}>
            {label}
          </Button>
        </div>
      </FormProvider>
    </form>
  )
}

import type { ReactNode } from 'react'
import { FormProvider } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Entry } from '../domain/entry.ts'
import styles from './pocket-page.module.css'

type EntryFormProps = {
  /** Prefixes the ids of the fields: a page has one form per moment. */
  id: string
  kind: Entry['kind']
  /** For a page without a script: the entry then leaves as a form, once. */
  entryKey: string
  errors?: Readonly<Record<string, string>>
  /** Where there is a script: keeps what was typed on the device. Null before it runs. */
  keep: ((form: FormData, element: HTMLFormElement) => void) | null
  children: ReactNode
}

const nothing = {}

/** What one writes in the pocket. Without a script it is a form like any other; with one, it is kept here and leaves when it can. */
export function EntryForm({ id, kind, entryKey, errors = nothing, keep, children }: EntryFormProps) {
  return (
    <form
      id={id}
      method="post"
      action="/poche"
      encType={kind === 'receipt' ? 'multipart/form-data' : undefined}
      className={styles.form}
      onSubmit={(event) => {
        if (!keep) return
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        keep(new FormData(event.currentTarget, submitter), event.currentTarget)
      }}
    >
      <FormProvider value={{ idPrefix: id, values: nothing, errors }}>
        <HiddenField name="kind" value={kind} />
        <HiddenField name="key" value={entryKey} />
        {children}
      </FormProvider>
    </form>
  )
}

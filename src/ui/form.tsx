import type { ReactNode } from 'react'
import { Form as RouterForm, useFormAction, useNavigation } from 'react-router'
import { ErrorSummary } from './error-summary.tsx'
import styles from './form.module.css'
import { type FieldErrors, FormProvider, type FieldValues } from './form-context.ts'
import { HiddenField } from './hidden-field.tsx'
import { useDraft } from './use-draft.ts'

type FormProps = {
  /** Once-only key given by the loader: the same form sent twice has one effect. A new key after a save empties the form. */
  requestKey?: string
  /** The version of the object the person was looking at; a newer one on the server is an edit conflict. */
  version?: number
  /** What was typed, when the action refused it. */
  values?: FieldValues
  /** Why the action refused it, by field name; the name `''` is about the whole form. */
  errors?: FieldErrors
  method?: 'get' | 'post'
  action?: string
  encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data'
  /** Prefixes the ids of the fields, when a page has several forms. */
  id?: string
  /** A row of filters rather than a column of questions. */
  layout?: 'column' | 'row'
  children: ReactNode
}

const nothing = {}

/** A form that works without JavaScript, keeps what was typed, shows its mistakes and has one effect. */
export function Form({
  requestKey,
  version,
  values = nothing,
  errors = nothing,
  method = 'post',
  id,
  layout = 'column',
  children,
  ...rest
}: FormProps) {
  const navigation = useNavigation()
  const target = useFormAction(rest.action)
  const isSending = navigation.state === 'submitting' && navigation.formAction === target
  const { form, draft, noteSending } = useDraft(requestKey)
  return (
    <RouterForm
      key={draft}
      ref={form}
      {...rest}
      method={method}
      id={id}
      noValidate={method === 'post'}
      className={styles[layout]}
      aria-busy={isSending || undefined}
      onSubmit={noteSending}
    >
      <FormProvider value={{ idPrefix: id ?? '', values, errors }}>
        {requestKey !== undefined && <HiddenField name="requestKey" value={requestKey} />}
        {version !== undefined && <HiddenField name="version" value={version} />}
        <ErrorSummary />
        {children}
      </FormProvider>
    </RouterForm>
  )
}

import { createContext, useContext } from 'react'

/** What was typed, by field name, exactly as it came: a refused form shows it again. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is wrong, by field name: a sentence that says how to mend it. */
export type FieldErrors = Readonly<Record<string, string | undefined>>

type FormContextValue = { idPrefix: string; values: FieldValues; errors: FieldErrors }

const FormContext = createContext<FormContextValue>({ idPrefix: '', values: {}, errors: {} })

export const FormProvider = FormContext.Provider

export function useForm(): FormContextValue {
  return useContext(FormContext)
}

/** The element a message about this field links to. */
export function fieldId(idPrefix: string, name: string): string {
  return [idPrefix, name]
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w-]+/g, '-')
}

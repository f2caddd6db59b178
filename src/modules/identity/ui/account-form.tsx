import type { ReactNode } from 'react'
import type { FieldProblems } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { identityTexts } from '../texts.ts'
import { sentencesOf } from './problem-sentence.ts'

/** One of the forms of a page about one’s own account: what it asks for, and the one button that sends it. */
export function AccountForm({
  intent,
  submit,
  kind,
  values,
  problems,
  otherwise,
  children,
}: {
  intent: string
  /** What the button says. */
  submit: string
  kind?: ButtonKind
  values?: FieldValues
  problems?: FieldProblems
  /** The problem to tell when the code is none of ours. */
  otherwise: Parameters<typeof sentencesOf>[2]
  children?: ReactNode
}) {
  const texts = useCatalogue(identityTexts)
  return (
    <Form id={intent} values={values} errors={problems && sentencesOf(texts, problems, otherwise)}>
      <HiddenField name="intent" value={intent} />
      {children}
      <Actions>
        <Button kind={kind}>{submit}</Button>
      </Actions>
    </Form>
  )
}

import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Expense } from '../domain/expense.ts'
import { budgetTexts, problemTexts } from '../texts.ts'
import { ExpenseFields } from './expense-fields.tsx'
import type { ExpenseChoices } from './expense-start.ts'

type MendProps = { expense: Expense; choices: ExpenseChoices; refusal: RefusedForm | undefined; requestKey: string; back: string }

/** The line as it stands, ready to be mended; the reason comes first because it is what the others will read. */
export function CorrectLine({ expense, choices, refusal, requestKey, back }: MendProps) {
  const texts = useCatalogue(budgetTexts)
  const words = texts.correction
  return (
    <Section id="corriger" title={words.title} note={words.note}>
      <Form
        id="correct"
        encType="multipart/form-data"
        requestKey={requestKey}
        values={refusal?.values}
        errors={problemTexts(texts, refusal?.problems)}
      >
        <HiddenField name="intent" value="correct" />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} required maxLength={500} width="long" />
        <ExpenseFields choices={choices} start={expense} keepsReceipt={expense.receiptId !== null} />
        <Actions>
          <Button kind="main">{words.submit}</Button>
          <ButtonLink kind="quiet" to={back}>
            {words.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

export function ReverseLine({ refusal, requestKey, back }: Omit<MendProps, 'expense' | 'choices'>) {
  const texts = useCatalogue(budgetTexts)
  const words = texts.reversal
  return (
    <Section id="annuler" title={words.title} note={words.note}>
      <Form id="reverse" requestKey={requestKey} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
        <HiddenField name="intent" value="reverse" />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} required maxLength={500} width="long" />
        <Actions>
          <Button kind="danger">{words.submit}</Button>
          <ButtonLink kind="quiet" to={back}>
            {words.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

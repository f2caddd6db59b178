import type { LocalDate } from '#platform/pure/local-date.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Signatory } from '../domain/travel-order.ts'
import { departureTexts, problemTexts } from '../texts.ts'

type IssueFormProps = {
  staff: readonly { readonly id: string; readonly name: string; readonly hasOrder: boolean }[]
  signatory: Signatory
  dates: { readonly issuedOn: LocalDate; readonly validFrom: LocalDate; readonly validUntil: LocalDate }
  refusal: RefusedForm | undefined
  requestKey: string
}

/** One order for each agent ticked: those who have none yet are ticked already. */
export function IssueForm({ staff, signatory, dates, refusal, requestKey }: IssueFormProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.orders
  const refused = refusal?.values.intent === 'issue' ? refusal : undefined
  return (
    <Form id="issue" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
      <HiddenField name="intent" value="issue" />
      <CheckboxGroup
        name="memberIds"
        label={words.people}
        defaultValues={staff.filter(({ hasOrder }) => !hasOrder).map(({ id }) => id)}
        choices={staff.map(({ id, name, hasOrder }) => ({
          value: id,
          label: name,
          note: hasOrder ? words.has : undefined,
          disabled: hasOrder,
        }))}
      />
      <DateField name="issuedOn" label={words.issuedOn} required defaultValue={dates.issuedOn} />
      <DateField name="validFrom" label={words.validFrom} required defaultValue={dates.validFrom} />
      <DateField name="validUntil" label={words.validUntil} required defaultValue={dates.validUntil} />
      <TextField name="transport" label={words.transport} hint={words.transportHint} maxLength={300} width="long" />
      <TextArea name="expenses" label={words.expenses} hint={words.expensesHint} rows={3} maxLength={600} />
      <p>{words.signedBy(signatory.name, signatory.capacity)}</p>
      <Actions>
        <Button kind="main">{words.submit}</Button>
      </Actions>
    </Form>
  )
}

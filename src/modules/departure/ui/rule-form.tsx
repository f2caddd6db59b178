import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { requirementKinds } from '../domain/requirement.ts'
import { departureTexts, problemTexts } from '../texts.ts'

type RuleFormProps = {
  countries: readonly { readonly value: string; readonly label: string }[]
  refusal: RefusedForm | undefined
  requestKey: string
}

/** One decision of the organisation: what is asked or not, of whom, how long before, everywhere or in one country. */
export function RuleForm({ countries, refusal, requestKey }: RuleFormProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.rules
  const refused = refusal?.values.intent === 'rule' ? refusal : undefined
  return (
    <Form id="rule" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
      <HiddenField name="intent" value="rule" />
      <Select
        name="kind"
        label={words.requirement}
        required
        options={requirementKinds.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <Select name="country" label={words.country} hint={words.countryHint} placeholder={words.everywhere} options={[...countries]} />
      <RadioGroup
        name="isAsked"
        label={words.isAsked}
        defaultValue="yes"
        inline
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: words.isAskedChoices[value] }))}
      />
      <CheckboxGroup
        name="categories"
        label={words.whom}
        hint={words.whomHint}
        inline
        choices={Object.entries(texts.categories).map(([value, label]) => ({ value, label }))}
      />
      <NumberField name="noticeDays" label={words.noticeDays} hint={words.noticeHint} maxLength={3} />
      <Actions>
        <Button>{words.submit}</Button>
      </Actions>
    </Form>
  )
}

import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Plan } from '../domain/plan.ts'
import { problemTexts, strategyTexts } from '../texts.ts'

type PlanFormProps = {
  plan?: Plan | undefined
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
  requestKey: string
}

/** Opening a strategy and changing it share one form. */
export function PlanForm({ plan, refusal, requestKey }: PlanFormProps) {
  const texts = useCatalogue(strategyTexts)
  const { form } = texts
  return (
    <Form
      requestKey={requestKey}
      {...(plan ? { version: plan.version } : {})}
      values={refusal?.values}
      errors={problemTexts(texts, refusal?.problems)}
    >
      <TextField name="titleFr" label={form.title} required width="full" lang="fr" maxLength={200} defaultValue={plan?.title.fr} />
      <Fieldset legend={form.period} inline>
        <NumberField name="fromYear" label={form.fromYear} required maxLength={4} defaultValue={plan?.fromYear} />
        <NumberField name="toYear" label={form.toYear} required maxLength={4} defaultValue={plan?.toYear} />
      </Fieldset>
      <NumberField
        name="destinationLimit"
        label={form.limit}
        hint={form.limitHint}
        required
        maxLength={3}
        defaultValue={plan?.destinationLimit}
      />
      <TextArea name="purposeFr" label={form.purpose} rows={3} lang="fr" defaultValue={plan?.purpose.fr} />
      <TextField name="source" label={form.source} width="full" maxLength={500} defaultValue={plan?.source} />
      <Fieldset legend={form.translations}>
        <TextField name="titleEn" label={form.titleEn} width="full" lang="en" maxLength={200} defaultValue={plan?.title.en} />
        <TextArea name="purposeEn" label={form.purposeEn} rows={3} lang="en" defaultValue={plan?.purpose.en} />
      </Fieldset>
      <Actions>
        <Button kind="main">{plan ? form.save : form.create}</Button>
      </Actions>
    </Form>
  )
}

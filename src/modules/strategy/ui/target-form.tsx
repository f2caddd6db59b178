import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { measures, type Target } from '../domain/coverage.ts'
import { type Plan, yearsOf } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'
import { placeName } from './place-name.ts'

/** For which destination or objective, and in which year, one is going to say what is planned. */
export function SubjectForm({ plan, subjectId, year }: { plan: Plan; subjectId: string; year: number }) {
  const { coverage: words } = useCatalogue(strategyTexts)
  const locale = useLocale()
  return (
    <Form method="get" layout="row" id="subject">
      <Select
        name="pour"
        label={words.subject}
        width="long"
        defaultValue={subjectId}
        options={[
          { label: words.destinations, options: plan.destinations.map((each) => ({ value: each.id, label: placeName(each, locale) })) },
          { label: words.objectives, options: plan.objectives.map(({ id, title }) => ({ value: id, label: pick(title, locale).text })) },
        ]}
      />
      <Select
        name="annee"
        label={words.year}
        placeholder={false}
        defaultValue={String(year)}
        options={yearsOf(plan).map((each) => ({ value: String(each), label: String(each) }))}
      />
      <Actions>
        <Button>{words.choose}</Button>
      </Actions>
    </Form>
  )
}

type TargetFormProps = {
  /** The destination or the objective, as people call it. */
  name: string
  subjectId: string
  year: number
  /** What is planned for it that year already. */
  targets: readonly Target[]
  requestKey: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** How many missions, visits, hosted events and agreements are planned there that year. */
export function TargetForm({ name, subjectId, year, targets, requestKey, ...refused }: TargetFormProps) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.coverage
  return (
    <Form id="planned" requestKey={requestKey} {...refused}>
      <HiddenField name="subjectId" value={subjectId} />
      <HiddenField name="year" value={String(year)} />
      <Fieldset legend={words.planFor(name, year)} hint={words.setNote} look="label" inline>
        {measures.map((measure) => (
          <NumberField
            key={measure}
            name={measure}
            label={texts.measures[measure]}
            maxLength={4}
            defaultValue={targets.find((target) => target.measure === measure)?.planned}
          />
        ))}
      </Fieldset>
      <Actions>
        <Button kind="main">{words.save}</Button>
      </Actions>
    </Form>
  )
}

import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type OutcomeDraft, nextSteps, outcomeStates } from '../../domain/outcome.ts'
import { outcomeTexts } from '../../texts/outcome-texts.ts'

/** Whether a meeting was held, and what comes next. */
export function OutcomeFields({ outcome }: { outcome: OutcomeDraft | null }) {
  const { sides: words, states, nextSteps: steps } = useCatalogue(outcomeTexts)
  return (
    <>
      <RadioGroup
        name="state"
        label={words.state}
        defaultValue={outcome?.state}
        choices={outcomeStates.map((state) => ({ value: state, label: states[state] }))}
        required
      />
      <Select
        name="nextStep"
        label={words.nextStep}
        placeholder={false}
        defaultValue={outcome?.nextStep ?? 'none'}
        options={nextSteps.map((step) => ({ value: step, label: steps[step] }))}
      />
      <DateField name="nextStepOn" label={words.nextStepOn} defaultValue={outcome?.nextStepOn ?? undefined} />
      <TextField name="nextStepWords" label={words.nextStepWords} defaultValue={outcome?.nextStepWords} maxLength={300} />
    </>
  )
}

import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type SideOutcome, nextSteps, outcomeStates } from '../../domain/outcome.ts'
import { outcomeProblems, outcomeTexts } from '../../texts/outcome-texts.ts'
import type { Refusal } from '../refusal.ts'

type SideFormProps = {
  side: { readonly id: string; readonly name: string; readonly outcome: SideOutcome | null; readonly mayTell: boolean }
  zone: TimeZone
  requestKey: string
  refusal: Refusal
}

/** What one side says of a meeting, and where it may be said. */
export function SideForm({ side: { id, name, outcome, mayTell }, zone, requestKey, refusal }: SideFormProps) {
  const texts = useCatalogue(outcomeTexts)
  const { sides: words } = texts
  const locale = useLocale()
  const mine = refusal?.values.participantId === id ? refusal : undefined
  return (
    <Section title={words.title(name)} note={words.note}>
      {outcome === null ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p>
            <strong>{texts.states[outcome.state]}</strong>
          </p>
          {outcome.nextStep !== 'none' && (
            <p>
              {texts.nextSteps[outcome.nextStep]} {outcome.nextStepOn && formatDate(outcome.nextStepOn, locale)} {outcome.nextStepWords}
            </p>
          )}
          <p>{words.told(outcome.saidName, formatDate(dateIn(zone, outcome.saidAt), locale))}</p>
        </>
      )}
      {mayTell && (
        <Form
          id={`side-${id}`}
          key={outcome?.version ?? 0}
          requestKey={`${requestKey.slice(0, 24)}${id.slice(24)}`}
          values={mine?.values}
          errors={outcomeProblems(texts, mine?.problems)}
        >
          <HiddenField name="intent" value="outcome" />
          <HiddenField name="participantId" value={id} />
          <HiddenField name="version" value={outcome?.version ?? 0} />
          <RadioGroup
            name="state"
            label={words.state}
            defaultValue={outcome?.state}
            choices={outcomeStates.map((state) => ({ value: state, label: texts.states[state] }))}
            required
          />
          <Select
            name="nextStep"
            label={words.nextStep}
            placeholder={false}
            defaultValue={outcome?.nextStep ?? 'none'}
            options={nextSteps.map((step) => ({ value: step, label: texts.nextSteps[step] }))}
          />
          <DateField name="nextStepOn" label={words.nextStepOn} defaultValue={outcome?.nextStepOn ?? undefined} />
          <TextField name="nextStepWords" label={words.nextStepWords} defaultValue={outcome?.nextStepWords} maxLength={300} />
          <Actions>
            <Button aria-label={words.saveOf(name)}>{words.save}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

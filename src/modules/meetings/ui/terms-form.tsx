import type { LocalDate } from '#platform/pure/local-date.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { MeetingEvent } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import type { PartProps } from './days-form.tsx'
import { refusalOf } from './refusal.ts'

type TermsFormProps = PartProps & { event: MeetingEvent; opensOn: LocalDate; closesOn: LocalDate }

/** Lengths, travel and dates of an event. */
export function TermsForm({ event, opensOn, closesOn, mayOrganise, requestKey, refusal }: TermsFormProps) {
  const texts = useCatalogue(eventTexts)
  const { setup, list } = texts
  const figures = ['slotMinutes', 'pauseMinutes', 'nearMinutes', 'farMinutes'] as const
  if (!mayOrganise) {
    return (
      <KeyFacts
        facts={[
          ...figures.map((key) => ({ key, label: setup[key], value: `${event[key]} ${setup.minutes}` })),
          { key: 'closes', label: list.wishes, value: <DateText date={closesOn} /> },
        ]}
      />
    )
  }
  return (
    <Form id="terms" requestKey={requestKey} version={event.version} {...refusalOf(refusal, 'terms', texts)}>
      <HiddenField name="intent" value="terms" />
      <TextField name="titleFr" label={list.titleFr} required maxLength={200} lang="fr" defaultValue={event.title.fr} width="long" />
      <TextField name="titleEn" label={list.titleEn} maxLength={200} lang="en" defaultValue={event.title.en} width="long" />
      <Fieldset legend={setup.terms} inline>
        {figures.map((key) => (
          <NumberField key={key} name={key} label={setup[key]} required unit={setup.minutes} defaultValue={event[key]} />
        ))}
        <NumberField name="answerDays" label={setup.answerDays} required defaultValue={event.answerDays} />
      </Fieldset>
      <Fieldset legend={texts.wishes.title} inline>
        <DateField name="opensOn" label={list.opensOn} required defaultValue={opensOn} />
        <DateField name="closesOn" label={list.closesOn} required defaultValue={closesOn} />
      </Fieldset>
      <Actions>
        <Button>{setup.save}</Button>
      </Actions>
    </Form>
  )
}

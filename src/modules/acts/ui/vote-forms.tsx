import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../domain/act.ts'
import { actTexts } from '../texts.ts'
import { HolderFields } from './holder-fields.tsx'

/** What a form of a page was refused for; empty for the forms that were not sent. */
export type FormRefusal = { values?: FieldValues; errors?: FieldErrors }

type VoteFormsProps = {
  act: Act
  mayRecord: boolean
  requestKeys: { readonly vote: string; readonly defer: string }
  refusalOf: (intent: string) => FormRefusal
}

/** What the minutes of the sitting say: the matter was voted, or put off. */
export function VoteForms({ act, mayRecord, requestKeys, refusalOf }: VoteFormsProps) {
  const words = useCatalogue(actTexts).vote
  if (!mayRecord) {
    return (
      <Section title={words.title}>
        <p>{words.awaited}</p>
      </Section>
    )
  }
  return (
    <>
      <Section title={words.title} note={words.note}>
        <Form id="vote" requestKey={requestKeys.vote} {...refusalOf('vote')}>
          <HiddenField name="intent" value="vote" />
          <VoteFields act={act} />
          <Actions>
            <Button kind="main" type="submit">
              {words.record}
            </Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.defer}>
        <Form id="defer" requestKey={requestKeys.defer} {...refusalOf('defer')}>
          <HiddenField name="intent" value="defer" />
          <RadioGroup
            name="outcome"
            label={words.outcome}
            required
            choices={(['adjourned', 'withdrawn'] as const).map((value) => ({ value, label: words.deferrals[value] }))}
          />
          <DateField name="on" label={words.deferredOn} required defaultValue={act.meetingOn ?? undefined} />
          <TextField name="reason" label={words.reason} required width="long" maxLength={500} />
          <Actions>
            <Button type="submit">{words.recordDeferral}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

function VoteFields({ act }: { act: Act }) {
  const words = useCatalogue(actTexts).vote
  return (
    <>
      <RadioGroup
        name="outcome"
        label={words.outcome}
        required
        inline
        choices={(['adopted', 'rejected'] as const).map((value) => ({ value, label: words.outcomes[value] }))}
      />
      <DateField name="on" label={words.on} required defaultValue={act.meetingOn ?? undefined} />
      <Fieldset legend={words.attendance} hint={words.allRequired} look="label" inline>
        <NumberField name="inOffice" label={words.inOffice} maxLength={7} />
        <NumberField name="present" label={words.present} maxLength={7} />
        <NumberField name="represented" label={words.represented} maxLength={7} />
      </Fieldset>
      <Checkbox name="secondCall" label={words.secondCall} />
      <Fieldset legend={words.ballot} hint={words.allRequired} look="label" inline>
        <NumberField name="for" label={words.for} maxLength={7} />
        <NumberField name="against" label={words.against} maxLength={7} defaultValue="0" />
        <NumberField name="abstained" label={words.abstained} maxLength={7} defaultValue="0" />
        <NumberField name="notVoting" label={words.notVoting} maxLength={7} defaultValue="0" />
      </Fieldset>
      <Checkbox name="secret" label={words.secret} />
      <TextField name="deliberationNumber" label={words.number} hint={words.numberHint} width="short" maxLength={50} />
      <HolderFields prefix="secretary" legend={words.secretary} holder={null} hasCapacity={false} />
    </>
  )
}

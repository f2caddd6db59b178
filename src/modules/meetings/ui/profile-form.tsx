import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Circle } from '../domain/event.ts'
import type { Participant } from '../domain/participant.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { TradeFields } from './participant/trade-fields.tsx'
import { type Refusal, refusalOf } from './refusal.ts'

type ProfileFormProps = { circles: readonly Circle[]; participant?: Participant; refusal: Refusal; requestKey: string }

/** What a company says of itself: asked for the first time, or changed. */
export function ProfileForm({ circles, participant, refusal, requestKey }: ProfileFormProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { participant: words } = texts
  const figures = ['target', 'meetingQuota', 'requestQuota'] as const
  return (
    <Form id="profile" requestKey={requestKey} version={participant?.version} {...refusalOf(refusal, 'profile', texts)}>
      <HiddenField name="intent" value="profile" />
      <TextField name="name" label={words.name} required maxLength={200} width="long" defaultValue={participant?.name} />
      <Select
        name="circleId"
        label={words.circle}
        required
        defaultValue={participant?.circleId ?? circles[0]?.id}
        placeholder={false}
        options={circles.map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))}
      />
      <Fieldset legend={words.city} inline look="label">
        <TextField name="city" label={words.city} maxLength={100} defaultValue={participant?.city} />
        <TextField name="country" label={words.country} maxLength={2} width="short" defaultValue={participant?.country ?? ''} />
      </Fieldset>
      <TradeFields trade={participant} />
      <Fieldset legend={words.figures} hint={words.figureHint} inline>
        {figures.map((name) => (
          <NumberField key={name} name={name} label={words[name]} defaultValue={participant?.[name]} />
        ))}
      </Fieldset>
      <Actions>
        <Button kind={participant ? 'plain' : 'main'}>{words.save}</Button>
      </Actions>
    </Form>
  )
}

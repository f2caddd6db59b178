import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import type { EventLeg } from '../../domain/event.ts'
import { eventTexts } from '../../texts/event-texts.ts'
import { planTexts } from '../../texts/plan-texts.ts'
import { type Refusal, refusalOf } from '../refusal.ts'

type PresenceFormProps = { legs: readonly EventLeg[]; presence: readonly string[]; refusal: Refusal; requestKey: string }

/** On which legs of the event a participant is. */
export function PresenceForm({ legs, presence, refusal, requestKey }: PresenceFormProps) {
  const texts = useCatalogue(eventTexts)
  const { legs: words } = useCatalogue(planTexts)
  const locale = useLocale()
  return (
    <Form id="legs" requestKey={requestKey} {...refusalOf(refusal, 'legs', texts)}>
      <HiddenField name="intent" value="legs" />
      <CheckboxGroup
        name="legIds"
        label={words.presence}
        hint={words.presenceHint}
        defaultValues={presence}
        choices={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
      />
      <Actions>
        <Button>{words.savePresence}</Button>
      </Actions>
    </Form>
  )
}

import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { EventLeg } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

export type PartProps = { mayOrganise: boolean; requestKey: string; refusal: Refusal }

type DaysFormProps = PartProps & {
  /** The stretches of each leg, as they would be typed. */
  legs: readonly (EventLeg & { readonly stretches: string })[]
  slotCount: number
}

/** The stretches of the days, one a line, leg by leg, and how many slots they make. */
export function DaysForm({ legs, slotCount, mayOrganise, requestKey, refusal }: DaysFormProps) {
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  const { legs: words } = useCatalogue(planTexts)
  const locale = useLocale()
  return (
    <>
      <p>{slotCount === 0 ? setup.noSlot : setup.slots(slotCount)}</p>
      {legs.map(({ id, cityName, stretches }) => {
        const label = legs.length > 1 ? words.daysIn(pick(cityName, locale).text) : setup.daysField
        return mayOrganise ? (
          <Form
            key={id}
            id={`days-${id}`}
            requestKey={requestKey}
            {...(refusal?.values.legId === id ? refusalOf(refusal, 'days', texts) : {})}
          >
            <HiddenField name="intent" value="days" />
            <HiddenField name="legId" value={id} />
            <TextArea name="days" label={label} hint={setup.daysHint} defaultValue={stretches} rows={legs.length > 1 ? 3 : 5} />
            <Actions>
              <Button>{setup.saveDays}</Button>
            </Actions>
          </Form>
        ) : (
          <ul key={id} aria-label={label}>
            {stretches.split('\n').map((line) => line && <li key={line}>{line}</li>)}
          </ul>
        )
      })}
    </>
  )
}

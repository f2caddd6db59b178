import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import type { SlotOffer } from '../domain/slot-offer.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { offerTexts } from '../texts/offer-texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import type { SlotInWords } from '../domain/shown-slots.ts'
import { usePlanNames } from './use-plan-names.ts'

type SlotOfferProps = {
  /** Who asks. */
  name: string
  wishId: string
  offer: SlotOffer | undefined
  slots: readonly SlotInWords[]
  /** For organisers: the slots proposed first when an offer is made. */
  proposed?: readonly string[] | undefined
  refusal: Refusal
  requestKey?: string
}

/** The three slots offered for one request: one is chosen; organisers offer them, or others. */
export function SlotOfferPart({ name, wishId, offer, slots, proposed, refusal, requestKey }: SlotOfferProps) {
  const words = useCatalogue(offerTexts)
  const texts = useCatalogue(eventTexts)
  const { slotWords } = usePlanNames({}, slots, {})
  const isOurs = (intent: string, field: string, id: string) => refusal?.values.intent === intent && refusal.values[field] === id
  return (
    <>
      {offer?.chosenSlotId && <p>{words.chosen(slotWords(offer.chosenSlotId))}</p>}
      {offer?.state === 'open' && (
        <Form
          id={`choose-${offer.id}`}
          requestKey={requestKey}
          {...(isOurs('choose', 'offerId', offer.id) ? refusalOf(refusal, 'choose', texts) : {})}
        >
          <HiddenField name="intent" value="choose" />
          <HiddenField name="offerId" value={offer.id} />
          <RadioGroup
            name="slotId"
            label={words.chooseOf(name)}
            hint={words.chooseNote}
            required
            choices={offer.slotIds.map((value) => ({ value, label: slotWords(value) }))}
          />
          <Actions>
            <Button>{words.submit}</Button>
          </Actions>
        </Form>
      )}
      {proposed && slots.length >= 3 && (
        <details open={isOurs('offer', 'wishId', wishId)}>
          <summary>{words.offer(name)}</summary>
          <Form
            id={`offer-${wishId}`}
            requestKey={requestKey}
            {...(isOurs('offer', 'wishId', wishId) ? refusalOf(refusal, 'offer', texts) : {})}
          >
            <HiddenField name="intent" value="offer" />
            <HiddenField name="wishId" value={wishId} />
            <Fieldset legend={words.legend} hint={words.offerNote} inline>
              {(['first', 'second', 'third'] as const).map((field, index) => (
                <Select
                  key={field}
                  name={field}
                  label={words.slots[field]}
                  placeholder={false}
                  defaultValue={proposed[index] ?? slots[index]?.id}
                  options={slots.map(({ id }) => ({ value: id, label: slotWords(id) }))}
                />
              ))}
            </Fieldset>
            <Actions>
              <Button>{words.send}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}

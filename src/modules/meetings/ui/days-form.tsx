import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { eventTexts } from '../texts/event-texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

export type PartProps = { mayOrganise: boolean; requestKey: string; refusal: Refusal }

/** The stretches of the days, one a line, and how many slots they make. */
export function DaysForm({ stretches, slotCount, mayOrganise, requestKey, refusal }: PartProps & { stretches: string; slotCount: number }) {
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  return (
    <>
      <p>{slotCount === 0 ? setup.noSlot : setup.slots(slotCount)}</p>
      {mayOrganise ? (
        <Form id="days" requestKey={requestKey} {...refusalOf(refusal, 'days', texts)}>
          <HiddenField name="intent" value="days" />
          <TextArea name="days" label={setup.daysField} hint={setup.daysHint} required defaultValue={stretches} rows={5} />
          <Actions>
            <Button>{setup.saveDays}</Button>
          </Actions>
        </Form>
      ) : (
        <ul>{stretches.split('\n').map((line) => line && <li key={line}>{line}</li>)}</ul>
      )}
    </>
  )
}

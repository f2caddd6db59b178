import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Select } from '#ui/select.tsx'
import type { Consequences } from '../domain/by-hand/consequences.ts'
import type { HeldMeeting } from '../domain/run.ts'
import type { PlannedMeeting } from '../domain/snapshot.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { ConsequenceList } from './consequence-list.tsx'
import type { PlanNames } from './rule-words.ts'
import type { ShownSlot } from '../domain/shown-slots.ts'

type PlaceChoiceProps = {
  held: HeldMeeting | null
  to: PlannedMeeting | null
  consequences: Consequences | null
  slots: readonly ShownSlot[]
  spots: readonly { readonly id: string; readonly name: string }[]
  names: PlanNames
  requestKey: string
}

/** Where a meeting is, where it would go, what that does, and the button that does it. */
export function PlaceChoice({ held, to, consequences, slots, spots, names, requestKey }: PlaceChoiceProps) {
  const { byHand: words, delta } = useCatalogue(planTexts)
  const { nameOf, slotWords } = names
  const place = ({ slotId, spotId, people }: Pick<PlannedMeeting, 'slotId' | 'spotId' | 'people'>) => ({
    value: words.place(slotWords(slotId), nameOf(spotId)),
    note: people.map(nameOf).join(', '),
  })
  return (
    <>
      <KeyFacts
        facts={[
          { key: 'now', label: words.now, ...(held ? place(held) : { value: words.waiting }) },
          ...(to ? [{ key: 'then', label: words.next, ...place(to) }] : []),
        ]}
      />
      <Form method="get" id="place" layout="row" key={`${to?.slotId} ${to?.spotId}`}>
        <Select
          name="slotId"
          label={words.slot}
          placeholder={false}
          defaultValue={to?.slotId ?? held?.slotId ?? slots[0]?.id}
          options={slots.map(({ id }) => ({ value: id, label: slotWords(id) }))}
        />
        <Select
          name="spotId"
          label={words.spot}
          placeholder={false}
          defaultValue={to?.spotId ?? held?.spotId ?? spots[0]?.id}
          options={spots.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{words.look}</Button>
      </Form>
      {to && consequences && <ConsequenceList consequences={consequences} names={names} />}
      {to && consequences?.broken.length === 0 && (
        <Form id="confirm" requestKey={requestKey}>
          <HiddenField name="intent" value="place" />
          <HiddenField name="slotId" value={to.slotId} />
          <HiddenField name="spotId" value={to.spotId} />
          <HiddenField name="held" value={held ? String(held.version) : ''} />
          <Checkbox name="tells" value="yes" label={delta.tell} hint={delta.tellHint} defaultChecked />
          <Actions>
            <Button kind="main">{held ? words.move : words.put}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

import type { LocalDate } from '#platform/pure/local-date.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Lodging } from '../domain/rooms.ts'
import { departureTexts, problemTexts } from '../texts.ts'

type Common = { refusal: RefusedForm | undefined; requestKey: string }

function useRefusal(refusal: RefusedForm | undefined, intent: string) {
  const texts = useCatalogue(departureTexts)
  const refused = refusal?.values.intent === intent ? refusal : undefined
  return { words: texts.rooms, values: refused?.values, errors: problemTexts(texts, refused?.problems) }
}

export function PlaceForm({
  lodgings,
  people,
  dates,
  refusal,
  requestKey,
}: Common & {
  lodgings: readonly Lodging[]
  people: readonly { readonly value: string; readonly label: string }[]
  dates: { readonly startsOn: LocalDate | null; readonly endsOn: LocalDate | null }
}) {
  const { words, values, errors } = useRefusal(refusal, 'place')
  return (
    <Form id="place" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="place" />
      <Select
        name="roomId"
        label={words.room}
        required
        options={lodgings.map(({ name, rooms }) => ({ label: name, options: rooms.map(({ id, label }) => ({ value: id, label })) }))}
      />
      <CheckboxGroup name="memberIds" label={words.people} inline choices={people} />
      <DateField name="arrivesOn" label={words.arrivesOn} required defaultValue={dates.startsOn ?? undefined} />
      <DateField name="leavesOn" label={words.leavesOn} required defaultValue={dates.endsOn ?? undefined} />
      <Actions>
        <Button kind="main">{words.submitPlace}</Button>
      </Actions>
    </Form>
  )
}

/** One bed freed at a time: whose, and in which room. */
export function FreeForm({
  lodgings,
  names,
  refusal,
  requestKey,
}: Common & { lodgings: readonly Lodging[]; names: Readonly<Record<string, string>> }) {
  const { words, values, errors } = useRefusal(refusal, 'free')
  const beds = lodgings.flatMap(({ rooms }) =>
    rooms.flatMap(({ label, stays }) => stays.map(({ id, memberId }) => ({ id, label, memberId }))),
  )
  return (
    <Form id="free" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="free" />
      <Select
        name="stayId"
        label={words.whoMovesOut}
        required
        options={beds.map(({ id, label, memberId }) => ({ value: id, label: `${label} – ${names[memberId] ?? ''}` }))}
      />
      <Actions>
        <Button>{words.moveOut}</Button>
      </Actions>
    </Form>
  )
}

export function RoomsForm({ lodgings, refusal, requestKey }: Common & { lodgings: readonly Lodging[] }) {
  const { words, values, errors } = useRefusal(refusal, 'rooms')
  return (
    <Form id="rooms" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="rooms" />
      <Select
        name="lodgingId"
        label={words.lodging}
        required
        placeholder={false}
        options={lodgings.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea name="labels" label={words.labels} hint={words.labelsHint} required rows={4} />
      <NumberField name="beds" label={words.bedsField} required defaultValue={1} maxLength={2} />
      <Actions>
        <Button>{words.submitRooms}</Button>
      </Actions>
    </Form>
  )
}

export function LodgingForm({ refusal, requestKey }: Common) {
  const { words, values, errors } = useRefusal(refusal, 'lodging')
  return (
    <Form id="lodging" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="lodging" />
      <TextField name="name" label={words.name} required maxLength={200} />
      <TextField name="address" label={words.address} maxLength={400} width="long" />
      <Checkbox name="isShared" label={words.share} />
      <Actions>
        <Button>{words.submitLodging}</Button>
      </Actions>
    </Form>
  )
}

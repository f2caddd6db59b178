import { onTheClock } from '#platform/pure/instant.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Segment, type ZoneChoices, segmentModes } from '../domain/segment.ts'
import type { Booking } from '../sql/segments.ts'
import { departureTexts, problemTexts } from '../texts.ts'

type SegmentFormProps = {
  segment?: Segment | undefined
  bookings: readonly Booking[]
  zones: ZoneChoices
  refusal: RefusedForm<unknown> | undefined
  requestKey: string
}

/** A flight, a train or a run of a vehicle, with its hours as clocks show them at each end. */
export function SegmentForm({ segment, bookings, zones, refusal, requestKey }: SegmentFormProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.journeys
  const refused = refusal?.values.intent === 'segment' ? refusal : undefined
  const departs = segment && onTheClock({ instant: segment.departsAt, zone: segment.departsZone })
  const arrives = segment && onTheClock({ instant: segment.arrivesAt, zone: segment.arrivesZone })
  const zoneOptions = [
    { label: words.nearZones, options: zones.near.map((zone) => ({ value: zone, label: zone })) },
    { label: words.allZones, options: zones.all.map((zone) => ({ value: zone, label: zone })) },
  ]
  return (
    <Form
      id="segment"
      requestKey={requestKey}
      version={segment?.version}
      values={refused?.values}
      errors={problemTexts(texts, refused?.problems)}
    >
      <HiddenField name="intent" value="segment" />
      <Select
        name="mode"
        label={words.mode}
        required
        placeholder={false}
        defaultValue={segment?.mode}
        options={segmentModes.map((mode) => ({ value: mode, label: texts.modes[mode] }))}
      />
      <TextField name="carrier" label={words.carrier} maxLength={100} defaultValue={segment?.carrier} />
      <TextField name="number" label={words.number} hint={words.numberHint} maxLength={50} defaultValue={segment?.number} />
      <TextField name="fromPlace" label={words.fromPlace} required maxLength={200} defaultValue={segment?.fromPlace} />
      <DateField name="departsOn" label={words.departsOn} required defaultValue={departs?.date} />
      <TextField name="departsAt" type="time" label={words.departsAt} required width="short" defaultValue={departs?.time} />
      <Select
        name="departsZone"
        label={words.departsZone}
        required
        options={zoneOptions}
        defaultValue={segment?.departsZone ?? zones.near[0]}
        placeholder={false}
      />
      <TextField name="toPlace" label={words.toPlace} required maxLength={200} defaultValue={segment?.toPlace} />
      <DateField name="arrivesOn" label={words.arrivesOn} required defaultValue={arrives?.date} />
      <TextField name="arrivesAt" type="time" label={words.arrivesAt} required width="short" defaultValue={arrives?.time} />
      <Select
        name="arrivesZone"
        label={words.arrivesZone}
        required
        options={zoneOptions}
        defaultValue={segment?.arrivesZone ?? zones.near[1] ?? zones.near[0]}
        placeholder={false}
      />
      <NumberField name="seats" label={words.seatsField} hint={words.seatsHint} maxLength={4} defaultValue={segment?.seats ?? undefined} />
      {bookings.length > 0 && (
        <Select
          name="bookingId"
          label={words.booking}
          placeholder={words.noBooking}
          defaultValue={segment?.bookingId ?? ''}
          options={bookings.map(({ id, label, locator }) => ({ value: id, label: [label, locator].filter(Boolean).join(' – ') }))}
        />
      )}
      <TextField name="note" label={words.noteField} hint={words.noteHint} maxLength={500} width="long" defaultValue={segment?.note} />
      <Checkbox name="isShared" label={words.share} hint={words.shareHint} defaultChecked={segment?.isShared ?? false} />
      <Actions>
        <Button kind="main">{segment ? words.save : words.submit}</Button>
      </Actions>
    </Form>
  )
}

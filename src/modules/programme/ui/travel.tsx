import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { type TravelTime, type Venue, travelModes } from '../domain/place.ts'
import { programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type TravelProps = {
  venues: readonly Venue[]
  travelTimes: readonly TravelTime[]
  mayAdd: boolean
  refusal: Refusal
  requestKey: string
}

/** How long it takes from one venue to another, and the form that says so. */
export function Travel({ venues, travelTimes, mayAdd, refusal, requestKey }: TravelProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { places: words } = texts
  const nameOf = (id: string) => {
    const venue = venues.find((known) => known.id === id)
    return venue ? pick(venue.name, locale).text : ''
  }
  const options = venues.map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))
  return (
    <>
      <DataTable
        caption={words.travelCaption}
        captionHidden
        rows={travelTimes}
        rowKey={(time) => `${time.oneVenueId} ${time.otherVenueId}`}
        empty={<p>{words.noTravel}</p>}
        columns={[
          {
            key: 'between',
            header: words.travel,
            isRowHeader: true,
            render: ({ oneVenueId, otherVenueId }) => words.between(nameOf(oneVenueId), nameOf(otherVenueId)),
          },
          { key: 'minutes', header: words.minutes, align: 'figure', render: ({ minutes }) => `${minutes} ${words.minutesUnit}` },
          { key: 'mode', header: words.mode, render: ({ mode }) => texts.modes[mode] },
        ]}
      />
      {mayAdd && venues.length > 1 && (
        <Form id="travel" requestKey={requestKey} {...refusalOf(refusal, 'travel', texts)}>
          <HiddenField name="intent" value="travel" />
          <Fieldset legend={words.addTravel} inline>
            <Select name="from" label={words.from} required options={options} />
            <Select name="to" label={words.to} required options={options} />
            <NumberField name="minutes" label={words.minutes} required unit={words.minutesUnit} />
            <Select
              name="mode"
              label={words.mode}
              placeholder={false}
              defaultValue="coach"
              options={travelModes.map((value) => ({ value, label: texts.modes[value] }))}
            />
          </Fieldset>
          <Actions>
            <Button>{words.saveTravel}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

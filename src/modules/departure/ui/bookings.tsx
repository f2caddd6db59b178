import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Booking } from '../sql/segments.ts'
import { departureTexts, problemTexts } from '../texts.ts'

/** The groups of the organisation with their locators, and the form that adds one. */
export function Bookings({
  bookings,
  refusal,
  requestKey,
}: {
  bookings: readonly Booking[]
  refusal: RefusedForm | undefined
  requestKey: string
}) {
  const texts = useCatalogue(departureTexts)
  const words = texts.journeys
  const refused = refusal?.values.intent === 'booking' ? refusal : undefined
  return (
    <>
      {bookings.length === 0 ? (
        <p>{words.noBookings}</p>
      ) : (
        <ul>
          {bookings.map(({ id, label, locator }) => (
            <li key={id}>{[label, locator].filter(Boolean).join(' – ')}</li>
          ))}
        </ul>
      )}
      <Form id="booking" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
        <HiddenField name="intent" value="booking" />
        <TextField name="label" label={words.label} required maxLength={200} />
        <TextField name="locator" label={words.locator} maxLength={50} spellCheck={false} />
        <Actions>
          <Button>{words.addBooking}</Button>
        </Actions>
      </Form>
    </>
  )
}

import { useId } from 'react'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { Suggestions } from '#ui/suggestions.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Destination } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'
import { placeName } from './place-name.ts'

type Refused = { readonly values?: FieldValues; readonly errors?: FieldErrors | undefined }

export function DestinationForm({
  cityNames,
  countries,
  requestKey,
  ...refused
}: Refused & { cityNames: readonly string[]; countries: readonly Option[]; requestKey: string }) {
  const { destinations: words } = useCatalogue(strategyTexts)
  const list = useId()
  return (
    <Form id="destination" requestKey={requestKey} {...refused}>
      <HiddenField name="intent" value="add" />
      <Fieldset legend={words.place} hint={words.cityHint} inline>
        <TextField name="city" label={words.city} suggestionsFrom={list} maxLength={120} />
        <Select name="country" label={words.country} hint={words.countryHint} placeholder={words.countryPlaceholder} options={countries} />
        <Suggestions id={list} values={cityNames} />
      </Fieldset>
      <WhyFields />
      <Actions>
        <Button kind="main">{words.save}</Button>
      </Actions>
    </Form>
  )
}

/** Each destination opens on why it is one; one that was refused stays open, with what was typed. */
export function DestinationList({ destinations, refused }: { destinations: readonly Destination[]; refused: Refused | undefined }) {
  const { destinations: words } = useCatalogue(strategyTexts)
  const locale = useLocale()
  const isRefused = (destinationId: string) => refused?.values?.destinationId === destinationId
  return destinations.map((destination) => (
    <details key={destination.id} open={isRefused(destination.id)}>
      <summary>{words.change(placeName(destination, locale))}</summary>
      <Form id={`destination-${destination.id}`} version={destination.version} {...(isRefused(destination.id) ? refused : {})}>
        <HiddenField name="destinationId" value={destination.id} />
        <WhyFields destination={destination} />
        <Actions>
          <Button name="intent" value="change">
            {words.saveChange}
          </Button>
          <Button kind="quiet" name="intent" value="remove" aria-label={words.removeOf(placeName(destination, locale))}>
            {words.remove}
          </Button>
        </Actions>
      </Form>
    </details>
  ))
}

function WhyFields({ destination }: { destination?: Destination }) {
  const { destinations: words } = useCatalogue(strategyTexts)
  return (
    <>
      <TextField
        name="sharedWith"
        label={words.sharedField}
        hint={words.sharedHint}
        width="long"
        maxLength={200}
        defaultValue={destination?.sharedWithName ?? ''}
      />
      <TextArea
        name="justification"
        label={words.justification}
        hint={words.justificationHint}
        rows={2}
        defaultValue={destination?.justification}
      />
    </>
  )
}

import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Vehicle } from '../domain/vehicle.ts'
import { problemText, programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type VehiclesProps = {
  vehicles: readonly (Vehicle & { readonly mayChange: boolean })[]
  mayAdd: boolean
  refusal: Refusal
  requestKey: string
}

/** What journeys are made in, and the form that says how many it carries. */
export function Vehicles({ vehicles, mayAdd, refusal, requestKey }: VehiclesProps) {
  const texts = useCatalogue(programmeTexts)
  const { places: words, vehicles: said } = texts
  return (
    <>
      {refusal?.values.intent === 'remove-vehicle' && (
        <Notice tone="danger" title={problemText(texts, refusal.problems[''] ?? 'unknown')} />
      )}
      <DataTable
        caption={said.caption}
        captionHidden
        rows={vehicles}
        rowKey={({ id }) => id}
        empty={<p>{said.none}</p>}
        columns={[
          { key: 'name', header: said.name, isRowHeader: true, render: ({ name }) => name },
          { key: 'seats', header: said.seats, align: 'figure', render: ({ seats }) => seats },
          { key: 'by', header: said.by, render: ({ organisationName }) => organisationName },
          {
            key: 'remove',
            header: words.actions,
            headerHidden: true,
            render: ({ id, name, mayChange }) =>
              mayChange && (
                <Form id={`vehicle-${id}`} requestKey={requestKey} layout="row">
                  <HiddenField name="intent" value="remove-vehicle" />
                  <HiddenField name="vehicleId" value={id} />
                  <Button kind="quiet" aria-label={words.removeOf(name)}>
                    {words.remove}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {mayAdd && (
        <Form id="vehicle" requestKey={requestKey} {...refusalOf(refusal, 'vehicle', texts)}>
          <HiddenField name="intent" value="vehicle" />
          <Fieldset legend={said.add} hint={said.addHint} inline>
            <TextField name="name" label={said.name} required maxLength={100} />
            <NumberField name="seats" label={said.seats} required />
          </Fieldset>
          <Actions>
            <Button>{said.save}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/section.tsx'
import type { Places } from '../domain/places.ts'
import { registrationTexts } from '../texts.ts'

/** The form that was refused: the one of that organisation. */
export type RefusedQuota = { readonly organisationId: string; readonly values: FieldValues; readonly errors: FieldErrors | undefined }

/** The places of every partner for those who organise and set them; for another partner its own. */
export function PlacesBoard({
  places,
  mayChange,
  refused,
}: {
  places: readonly Places[]
  mayChange: boolean
  refused: RefusedQuota | null
}) {
  const { places: words } = useCatalogue(registrationTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={places}
        rowKey={({ organisationId }) => organisationId}
        columns={[
          { key: 'partner', header: words.partner, render: ({ organisationName }) => organisationName },
          { key: 'places', header: words.places, align: 'figure', render: (each) => each.places ?? words.unlimited },
          { key: 'taken', header: words.taken, align: 'figure', render: ({ taken }) => taken },
          { key: 'byApplication', header: words.byApplication, align: 'figure', render: ({ byApplication }) => byApplication },
          { key: 'waiting', header: words.waiting, align: 'figure', render: ({ waiting }) => waiting },
          ...(mayChange
            ? [
                {
                  key: 'change',
                  header: words.change,
                  headerHidden: true,
                  isLong: true,
                  render: (each: Places) => (
                    <QuotaForm places={each} refused={refused?.organisationId === each.organisationId ? refused : null} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function QuotaForm({
  places: { organisationId, organisationName, places, version },
  refused,
}: {
  places: Places
  refused: RefusedQuota | null
}) {
  const { places: words } = useCatalogue(registrationTexts)
  return (
    <details open={refused !== null}>
      <summary>{words.change}</summary>
      <Form id={`quota-${organisationId}`} layout="row" version={version} values={refused?.values} errors={refused?.errors} key={version}>
        <HiddenField name="intent" value="quota" />
        <HiddenField name="organisationId" value={organisationId} />
        <NumberField name="places" label={words.placesOf(organisationName)} hint={words.hint} defaultValue={places ?? ''} maxLength={5} />
        <Button aria-label={words.saveOf(organisationName)}>{words.save}</Button>
      </Form>
    </details>
  )
}

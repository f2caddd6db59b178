import { pick } from '#platform/pure/localized.ts'
import type { Leg } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EditConflict } from '#ui/edit-conflict.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { Venue } from '../domain/place.ts'
import { problemText, programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type VenuesProps = {
  legs: readonly Leg[]
  venues: readonly (Venue & { mayChange: boolean })[]
  /** The venue being changed, when one is. */
  edited?: Venue | undefined
  /** What someone else saved of it meanwhile. */
  saved?: Venue | undefined
  mayAdd: boolean
  refusal: Refusal
  requestKey: string
}

export function Venues({ legs, venues, edited, saved, mayAdd, refusal, requestKey }: VenuesProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { places: words } = texts
  const city = (legId: string) => {
    const leg = legs.find(({ id }) => id === legId)
    return leg ? pick(leg.cityName, locale).text : ''
  }
  return (
    <>
      {refusal?.values.intent === 'removeVenue' && <Notice tone="danger" title={problemText(texts, refusal.problems[''] ?? 'unknown')} />}
      <DataTable
        caption={words.venuesCaption}
        captionHidden
        rows={venues}
        rowKey={(venue) => venue.id}
        empty={<p>{words.noVenues}</p>}
        columns={[
          { key: 'name', header: words.name, isRowHeader: true, render: ({ name }) => <LocalizedText content={name} /> },
          { key: 'leg', header: words.leg, render: ({ legId }) => city(legId) },
          {
            key: 'address',
            header: words.address,
            isLong: true,
            render: ({ addressLocal, addressLatin }) => [addressLocal, addressLatin].filter(Boolean).join(' – '),
          },
          { key: 'capacity', header: words.capacity, align: 'figure', render: ({ capacity }) => capacity ?? '' },
          {
            key: 'actions',
            header: words.actions,
            headerHidden: true,
            render: ({ id, name, mayChange }) =>
              mayChange && <VenueActions id={id} name={pick(name, locale).text} requestKey={requestKey} />,
          },
        ]}
      />
      {saved && refusal && <VenueConflict saved={saved} values={refusal.values} />}
      {mayAdd && <VenueForm key={edited?.id} legs={legs} venue={edited} refusal={refusal} requestKey={requestKey} />}
    </>
  )
}

/** Someone saved the venue since this form was opened: both versions side by side. The form below now carries the saved version's number. */
function VenueConflict({ saved, values }: { saved: Venue; values: NonNullable<Refusal>['values'] }) {
  const { places: words, item } = useCatalogue(programmeTexts)
  return (
    <EditConflict
      title={item.conflictTitle}
      values={values}
      fields={[
        { name: 'nameFr', label: words.name, theirs: saved.name.fr ?? '' },
        { name: 'nameEn', label: words.nameEn, theirs: saved.name.en ?? '' },
        { name: 'addressLocal', label: words.addressLocal, theirs: saved.addressLocal },
        { name: 'addressLatin', label: words.addressLatin, theirs: saved.addressLatin },
        { name: 'capacity', label: words.capacity, theirs: String(saved.capacity ?? '') },
      ]}
    />
  )
}

function VenueActions({ id, name, requestKey }: { id: string; name: string; requestKey: string }) {
  const { places: words } = useCatalogue(programmeTexts)
  return (
    <Form id={`remove-${id}`} requestKey={requestKey} layout="row">
      <HiddenField name="intent" value="removeVenue" />
      <HiddenField name="venueId" value={id} />
      <ButtonLink kind="quiet" to={`?lieu=${id}#venue`}>
        {words.edit} <VisuallyHidden>{name}</VisuallyHidden>
      </ButtonLink>
      <Button kind="quiet">
        {words.remove} <VisuallyHidden>{name}</VisuallyHidden>
      </Button>
    </Form>
  )
}

function VenueForm({
  legs,
  venue,
  refusal,
  requestKey,
}: Omit<VenuesProps, 'venues' | 'mayAdd' | 'edited' | 'saved'> & { venue?: Venue | undefined }) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { places: words } = texts
  return (
    <Form id="venue" requestKey={requestKey} version={venue?.version} {...refusalOf(refusal, 'venue', texts)}>
      <HiddenField name="intent" value="venue" />
      {venue && <HiddenField name="venueId" value={venue.id} />}
      <Fieldset legend={venue ? words.editVenue : words.addVenue}>
        <TextField name="nameFr" label={words.name} required maxLength={200} width="long" defaultValue={venue?.name.fr} />
        <TextField name="nameEn" label={words.nameEn} maxLength={200} width="long" lang="en" defaultValue={venue?.name.en} />
        <Select
          name="legId"
          label={words.leg}
          required
          placeholder={false}
          defaultValue={venue?.legId}
          options={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
        />
        <TextField name="addressLocal" label={words.addressLocal} maxLength={400} width="full" defaultValue={venue?.addressLocal} />
        <TextField name="addressLatin" label={words.addressLatin} maxLength={400} width="full" defaultValue={venue?.addressLatin} />
        <Fieldset legend={words.position} hint={words.positionHint} look="label" inline>
          <NumberField name="latitude" label={words.latitude} decimal defaultValue={venue?.latitude ?? undefined} />
          <NumberField name="longitude" label={words.longitude} decimal defaultValue={venue?.longitude ?? undefined} />
        </Fieldset>
        <NumberField name="capacity" label={words.capacity} defaultValue={venue?.capacity ?? undefined} />
      </Fieldset>
      <Actions>
        <Button kind="main">{words.saveVenue}</Button>
      </Actions>
    </Form>
  )
}

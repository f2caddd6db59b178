import { onTheClock } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Item, attendances, audiences, itemStates, itemTypes } from '../domain/item.ts'
import { programmeTexts, problemTexts } from '../texts.ts'
import type { ItemChoices } from '../usecases/item-choices.ts'
import styles from './item-form.module.css'

type ItemFormProps = {
  choices: ItemChoices
  /** The item being changed; absent for a new one. */
  item?: Item | undefined
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
  requestKey: string
}

/** A new item and a changed one are described once, the same way. */
export function ItemForm({ choices, item, refusal, requestKey }: ItemFormProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const words = texts.item
  const start = item && onTheClock({ instant: item.startsAt, zone: item.timeZone })
  const end = item && onTheClock({ instant: item.endsAt, zone: item.timeZone })
  const [firstLeg] = choices.legs
  return (
    <Form
      id="item"
      requestKey={requestKey}
      version={item?.version}
      values={refusal?.values}
      errors={problemTexts(texts, refusal?.problems)}
    >
      <HiddenField name="intent" value="save" />
      <TextField name="titleFr" label={words.titleFr} required maxLength={200} width="full" lang="fr" defaultValue={item?.title.fr} />
      <Select
        name="type"
        label={words.type}
        required
        defaultValue={item?.type}
        options={itemTypes.map((value) => ({ value, label: texts.types[value] }))}
      />
      <Fieldset legend={words.when} hint={words.legHint} inline>
        <Select
          name="legId"
          label={words.leg}
          required
          placeholder={choices.legs.length === 1 ? false : undefined}
          defaultValue={item?.legId ?? firstLeg?.id}
          options={choices.legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
        />
        <DateField name="date" label={words.date} required defaultValue={start?.date ?? firstLeg?.startsOn} />
        <TextField name="start" label={words.start} type="time" required width="short" defaultValue={item?.skippedStart ?? start?.time} />
        <TextField name="end" label={words.end} type="time" required width="short" defaultValue={end?.time} />
        <DateField
          name="endDate"
          label={words.endDate}
          hint={words.endDateHint}
          defaultValue={start && end && end.date !== start.date ? end.date : undefined}
        />
      </Fieldset>
      <Fieldset legend={words.onSite}>
        <Select
          name="venueId"
          label={words.venue}
          placeholder={words.noVenue}
          width="long"
          defaultValue={item?.venueId ?? ''}
          options={choices.legs.map((leg) => ({
            label: pick(leg.cityName, locale).text,
            options: choices.venues
              .filter(({ legId }) => legId === leg.id)
              .map(({ id, name }) => ({ value: id, label: pick(name, locale).text })),
          }))}
        />
        {choices.tracks.length > 0 && (
          <Select
            name="trackId"
            label={words.track}
            placeholder={words.noTrack}
            defaultValue={item?.trackId ?? ''}
            options={choices.tracks.map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))}
          />
        )}
        {choices.vehicles.length > 0 && (
          <div className={styles.ofJourneys}>
            <Select
              name="vehicleId"
              label={texts.vehicles.vehicle}
              hint={texts.vehicles.hint}
              placeholder={texts.vehicles.noVehicle}
              width="long"
              defaultValue={item?.vehicleId ?? ''}
              options={choices.vehicles.map(({ id, name, seats, organisationName }) => ({
                value: id,
                label: texts.vehicles.option(name, seats, organisationName),
              }))}
            />
          </div>
        )}
        {choices.mayChooseOrganiser && (
          <Select
            name="organiserId"
            label={words.organiser}
            placeholder={false}
            width="long"
            defaultValue={item?.organiserId ?? choices.ownOrganisationId}
            options={choices.partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Select
          name="state"
          label={words.state}
          placeholder={false}
          defaultValue={item?.state ?? 'tentative'}
          options={itemStates.map((value) => ({ value, label: texts.states[value] }))}
        />
      </Fieldset>
      <Guests choices={choices} item={item} />
      <Fieldset legend={words.briefing}>
        <TextArea name="across" label={words.across} hint={words.acrossHint} rows={3} width="long" defaultValue={item?.across.join('\n')} />
        <TextArea name="speakers" label={words.speakers} rows={3} defaultValue={item?.speakers.join('\n')} />
        <TextField name="languages" label={words.languages} hint={words.languagesHint} defaultValue={item?.languages.join(', ')} />
        <NumberField name="interpretersNeeded" label={words.interpretersNeeded} defaultValue={item?.interpretersNeeded ?? 0} />
        <TextArea name="interpreters" label={words.interpreters} rows={2} defaultValue={item?.interpreters.join('\n')} />
        <TextField name="dressCodeFr" label={words.dressCode} maxLength={200} lang="fr" defaultValue={item?.dressCode.fr} />
        <TextArea name="briefingFr" label={words.briefing} rows={5} width="full" lang="fr" defaultValue={item?.briefing.fr} />
        <TextArea name="planBFr" label={words.planB} rows={2} width="full" lang="fr" defaultValue={item?.planB.fr} />
      </Fieldset>
      <Fieldset legend={words.translations}>
        <TextField name="titleEn" label={words.titleEn} maxLength={200} width="full" lang="en" defaultValue={item?.title.en} />
        <TextField name="dressCodeEn" label={words.dressCodeEn} maxLength={200} lang="en" defaultValue={item?.dressCode.en} />
        <TextArea name="briefingEn" label={words.briefingEn} rows={3} width="full" lang="en" defaultValue={item?.briefing.en} />
        <TextArea name="planBEn" label={words.planBEn} rows={2} width="full" lang="en" defaultValue={item?.planB.en} />
      </Fieldset>
      <Actions>
        <Button kind="main">{item ? words.save : words.create}</Button>
      </Actions>
    </Form>
  )
}

/** For whom it is: the choice first, then the lists it may point to. */
function Guests({ choices, item }: Pick<ItemFormProps, 'choices' | 'item'>) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const words = texts.item
  return (
    <Fieldset legend={words.who}>
      <RadioGroup
        name="audience"
        label={words.audience}
        defaultValue={item?.audience ?? 'everyone'}
        choices={audiences.map((value) => ({ value, label: texts.audiences[value] }))}
      />
      <CheckboxGroup
        name="organisationIds"
        label={words.organisations}
        hint={words.organisationsHint}
        defaultValues={item?.organisationIds}
        choices={choices.partners.map(({ id, name }) => ({ value: id, label: name }))}
        inline
      />
      {choices.members.length > 0 && (
        <details open={item?.audience === 'members'}>
          <summary>{words.members}</summary>
          <CheckboxGroup
            name="memberIds"
            label={words.members}
            hint={words.membersHint}
            defaultValues={item?.memberIds}
            choices={choices.members.map(({ id, name, organisationName }) => ({ value: id, label: name, note: organisationName }))}
            inline
          />
        </details>
      )}
      {choices.themes.length > 0 && (
        <Select
          name="themeId"
          label={words.theme}
          hint={words.themeHint}
          defaultValue={item?.themeId ?? ''}
          options={choices.themes.map(({ id, label }) => ({ value: id, label: pick(label, locale).text }))}
        />
      )}
      <RadioGroup
        name="attendance"
        label={words.attendance}
        defaultValue={item?.attendance ?? 'expected'}
        choices={attendances.map((value) => ({ value, label: texts.attendances[value] }))}
        inline
      />
      <NumberField name="capacity" label={words.capacity} defaultValue={item?.capacity ?? undefined} />
    </Fieldset>
  )
}

import { useId } from 'react'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { Suggestions } from '#ui/suggestions.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { pick } from '#platform/pure/localized.ts'
import { type Agreement, agreementTypes, partyKinds, scopes, unprovenReasons } from '../domain/agreement.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import type { AgreementChoices } from '../usecases/list-choices.ts'

type AgreementFormProps = {
  choices: AgreementChoices
  /** The agreement being changed, or the one that the new one renews. */
  agreement?: Agreement | undefined
  isNew: boolean
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
  requestKey: string
}

/** Opening, renewal and change share one form: an agreement is described once, the same way. */
export function AgreementForm({ choices, agreement, isNew, refusal, requestKey }: AgreementFormProps) {
  const texts = useCatalogue(agreementTexts)
  const { form } = texts
  const locale = useLocale()
  const id = useId()
  const lists = { cities: `${id}-cities`, organisations: `${id}-organisations` }
  const others = agreement?.parties.filter(({ organisationId }) => organisationId !== choices.ownOrganisationId) ?? []
  const typedCount = Object.keys(refusal?.values ?? {}).filter((name) => /^parties\.\d+\.name$/.test(name)).length
  const renewal = (title: string | undefined) => (title && isNew ? texts.overview.renewalTitle(title) : title)
  return (
    <Form
      requestKey={requestKey}
      {...(isNew || !agreement ? {} : { version: agreement.version })}
      values={refusal?.values}
      errors={problemTexts(texts, refusal?.problems)}
    >
      {isNew && agreement && <HiddenField name="renews" value={agreement.id} />}
      <TextField
        name="titleFr"
        label={form.title}
        required
        maxLength={200}
        width="full"
        lang="fr"
        defaultValue={renewal(agreement?.title.fr)}
      />
      <Select
        name="type"
        label={form.type}
        required
        defaultValue={agreement?.type}
        options={agreementTypes.map((value) => ({ value, label: texts.types[value] }))}
      />
      <Fieldset legend={texts.overview.place} hint={form.cityHint} inline>
        <TextField
          name="city"
          label={form.city}
          suggestionsFrom={lists.cities}
          defaultValue={agreement && pick(agreement.cityName, locale).text}
        />
        <Select
          name="country"
          label={form.country}
          placeholder={form.countryPlaceholder}
          options={choices.countries}
          defaultValue={agreement?.country}
        />
        <Suggestions id={lists.cities} values={choices.cityNames} />
        <Suggestions id={lists.organisations} values={choices.organisationNames} />
      </Fieldset>
      <Fieldset legend={form.parties} hint={form.partiesHint}>
        {Array.from({ length: Math.max(others.length + 1, 2, typedCount) }, (_, index) => (
          <PartyFields key={index} index={index} party={others[index]} choices={choices} organisations={lists.organisations} />
        ))}
      </Fieldset>
      <TextArea name="objectFr" label={form.object} rows={3} lang="fr" defaultValue={agreement?.object.fr} />
      <CheckboxGroup
        name="scopes"
        label={form.scopes}
        inline
        defaultValues={agreement?.scopes ?? []}
        choices={scopes.map((value) => ({ value, label: texts.scopes[value] }))}
      />
      <Fieldset legend={form.term} hint={form.termHint} inline>
        <DateField name="runsFrom" label={form.runsFrom} defaultValue={(!isNew && agreement?.term.runsFrom) || undefined} />
        <NumberField name="termMonths" label={form.months} unit={form.monthsUnit} defaultValue={agreement?.term.months ?? undefined} />
        <DateField
          name="lastDay"
          label={form.lastDay}
          defaultValue={(!isNew && agreement && agreement.term.months === null && agreement.term.lastDay) || undefined}
        />
      </Fieldset>
      <MoneyField
        name="forecast"
        label={form.forecast}
        hint={form.forecastHint}
        currency={agreement?.forecast?.currency ?? choices.currency}
        defaultCents={isNew ? undefined : agreement?.forecast?.cents}
      />
      <TextField name="forecastNote" label={form.forecastNote} width="long" defaultValue={agreement?.forecastNote} />
      <TextField
        name="cooperationSince"
        label={form.cooperationSince}
        width="short"
        inputMode="numeric"
        defaultValue={agreement?.cooperationSince?.toString()}
      />
      <Fieldset legend={form.translations}>
        <TextField name="titleEn" label={form.titleEn} maxLength={200} width="full" lang="en" defaultValue={renewal(agreement?.title.en)} />
        <TextArea name="objectEn" label={form.objectEn} rows={3} lang="en" defaultValue={agreement?.object.en} />
      </Fieldset>
      <Fieldset legend={form.archive} hint={form.archiveHint}>
        <Select
          name="unprovenBecause"
          label={form.unproven}
          placeholder={form.proven}
          options={unprovenReasons.map((value) => ({ value, label: texts.unproven[value] }))}
          defaultValue={isNew ? '' : agreement?.unproven?.because}
        />
        <TextField name="unprovenSource" label={form.source} width="long" defaultValue={isNew ? '' : agreement?.unproven?.source} />
        <DateField
          name="attestedOn"
          label={form.attestedOn}
          hint={form.attestedHint}
          defaultValue={(!isNew && agreement?.unproven?.attestedOn) || undefined}
        />
      </Fieldset>
      <Actions>
        <Button kind="main" type="submit">
          {isNew ? form.create : form.save}
        </Button>
      </Actions>
    </Form>
  )
}

type PartyFieldsProps = {
  index: number
  party?: Agreement['parties'][number] | undefined
  choices: AgreementChoices
  organisations: string
}

function PartyFields({ index, party, choices, organisations }: PartyFieldsProps) {
  const texts = useCatalogue(agreementTexts)
  const { form } = texts
  const locale = useLocale()
  const name = (field: string) => `parties.${index}.${field}`
  return (
    <Fieldset legend={form.party(index + 1)} look="label" inline>
      <TextField name={name('name')} label={form.name} suggestionsFrom={organisations} width="long" defaultValue={party?.name} />
      <Select
        name={name('kind')}
        label={form.kind}
        placeholder={false}
        options={partyKinds.map((value) => ({ value, label: texts.partyKinds[value] }))}
        defaultValue={partyKinds.find((kind) => kind === party?.kind) ?? (party ? 'other' : 'foreign_authority')}
      />
      <Select
        name={name('country')}
        label={form.country}
        placeholder={form.countryPlaceholder}
        options={choices.countries}
        defaultValue={party?.country}
      />
      <Select
        name={name('stateGround')}
        label={form.stateGround}
        placeholder={form.noGround}
        options={choices.grounds.map(({ code, label }) => ({ value: code, label: pick(label, locale).text }))}
        defaultValue={party?.stateGround ?? ''}
      />
      <DateField name={name('stateGroundOn')} label={form.stateGroundOn} defaultValue={party?.stateGroundOn ?? undefined} />
    </Fieldset>
  )
}

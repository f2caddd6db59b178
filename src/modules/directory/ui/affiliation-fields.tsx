import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { useLocale } from '#ui/locale.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Choice } from '../domain/names-of-the-world.ts'
import { type OrganisationLine, organisationKinds, organisationLabel } from '../domain/organisation.ts'
import type { Affiliation } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'

/** The question a name leaves open: which of these, or a new one? */
export type WhichOne = { readonly typed: string; readonly candidates: readonly OrganisationLine[] }

export function whichOne(
  refusal: { values: RefusedForm['values']; candidates?: readonly OrganisationLine[] } | undefined,
): WhichOne | undefined {
  return refusal?.candidates && { typed: String(refusal.values['organisation'] ?? ''), candidates: refusal.candidates }
}

type OrganisationFieldsProps = {
  defaultValue?: string
  which?: WhichOne
  organisationNames: readonly string[]
  countries: readonly Choice[]
  required?: boolean
}

/** An organisation by its name. When the name alone does not say which, the same field asks, and offers to add a card. */
export function OrganisationByNameFields({ defaultValue, which, organisationNames, countries, required }: OrganisationFieldsProps) {
  const texts = useCatalogue(directoryTexts)
  const { affiliation: words } = texts
  const locale = useLocale()
  return (
    <>
      <TextField
        name="organisation"
        label={words.organisation}
        hint={words.organisationHint}
        required={required}
        maxLength={200}
        width="long"
        suggestions={organisationNames}
        defaultValue={defaultValue}
      />
      {which && (
        <>
          <RadioGroup
            name="choice"
            label={words.choice(which.typed)}
            defaultValue={which.candidates[0]?.id ?? 'new'}
            choices={[
              ...which.candidates.map((candidate) => ({
                value: candidate.id,
                label: organisationLabel(candidate, locale),
                note: [texts.kinds[candidate.kind], candidate.cityName, candidate.country].filter(Boolean).join(' · '),
              })),
              { value: 'new', label: words.addCard(which.typed) },
            ]}
          />
          <Fieldset legend={words.newCard} inline>
            <Select
              name="newKind"
              label={words.newKind}
              placeholder={false}
              defaultValue="other"
              options={organisationKinds.map((value) => ({ value, label: texts.kinds[value] }))}
            />
            <Select name="newCountry" label={words.newCountry} placeholder={false} defaultValue="FR" options={countries} />
          </Fieldset>
        </>
      )}
    </>
  )
}

/** The words of a position and its dates. */
export function PositionFields({ affiliation, required }: { affiliation?: Affiliation; required?: boolean }) {
  const { affiliation: words } = useCatalogue(directoryTexts)
  return (
    <>
      <LocalizedField
        name="capacity"
        label={words.capacity}
        hint={words.capacityHint}
        languages={['fr', 'en']}
        requiredLanguage={required ? 'fr' : undefined}
        defaultValue={affiliation?.capacity}
      />
      <DateField name="startsOn" label={words.from} defaultValue={affiliation?.startsOn ?? undefined} />
      <DateField name="endsOn" label={words.to} hint={words.toHint} defaultValue={affiliation?.endsOn ?? undefined} />
      <NumberField
        name="protocolRank"
        label={words.protocolRank}
        hint={words.protocolRankHint}
        maxLength={3}
        defaultValue={affiliation?.protocolRank ?? undefined}
      />
    </>
  )
}

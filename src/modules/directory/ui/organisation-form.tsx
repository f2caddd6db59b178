import { Link, href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type OrganisationIdentifier, schemes } from '../domain/identifier.ts'
import type { Choice } from '../domain/names-of-the-world.ts'
import { type Organisation, type OrganisationLine, organisationKinds, organisationLabel } from '../domain/organisation.ts'
import { directoryTexts, problemTexts } from '../texts.ts'

type OrganisationFormProps = {
  /** The card being changed; absent for a new one. */
  organisation?: Organisation
  /** What a link to this form already knows: the name that was looked for. */
  name?: string
  refusal?: Pick<RefusedForm, 'values' | 'problems'>
  /** The card that made the directory ask whether this is another organisation. */
  known?: OrganisationLine
  version?: number
  requestKey: string
  countries: readonly Choice[]
  cityNames: readonly string[]
}

export function OrganisationForm({ organisation, name, refusal, known, version, requestKey, countries, cityNames }: OrganisationFormProps) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  const identifiers = organisation?.identifiers ?? []
  const typedCount = Object.keys(refusal?.values ?? {}).filter((key) => /^identifiers\.\d+\.value$/.test(key)).length
  const lines = Math.max(identifiers.length + 2, typedCount)
  return (
    <Form requestKey={requestKey} version={version} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
      {known && <KnownCard known={known} mayBeAnother={refusal?.problems['name'] !== undefined && organisation === undefined} />}
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={200}
        width="full"
        defaultValue={organisation?.name ?? name}
      />
      <Select
        name="kind"
        label={words.kind}
        required
        defaultValue={organisation?.kind}
        options={organisationKinds.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <Select name="country" label={words.country} required defaultValue={organisation?.country ?? 'FR'} options={countries} />
      <TextField
        name="city"
        label={words.city}
        maxLength={100}
        suggestions={cityNames}
        defaultValue={organisation?.cityName ?? undefined}
      />
      <TextField
        name="website"
        label={words.website}
        type="url"
        inputMode="url"
        maxLength={300}
        width="long"
        defaultValue={organisation?.website ?? undefined}
      />
      <LocalizedField name="names" label={words.names} hint={words.namesHint} languages={['fr', 'en']} defaultValue={organisation?.names} />
      <Fieldset legend={words.identifiers} hint={words.identifiersHint}>
        {Array.from({ length: lines }, (_, index) => (
          <IdentifierFields key={index} index={index} identifier={identifiers[index]} />
        ))}
      </Fieldset>
      <Actions>
        <Button kind="main">{organisation ? words.save : words.create}</Button>
      </Actions>
    </Form>
  )
}

function IdentifierFields({ index, identifier }: { index: number; identifier?: OrganisationIdentifier }) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  return (
    <Fieldset legend={words.identifier(index + 1)} look="label" inline>
      <Select
        name={`identifiers.${index}.scheme`}
        label={words.scheme}
        placeholder={words.noScheme}
        defaultValue={identifier?.scheme}
        options={schemes.map((value) => ({ value, label: texts.schemes[value] }))}
      />
      <TextField
        name={`identifiers.${index}.value`}
        label={words.value}
        maxLength={200}
        spellCheck={false}
        defaultValue={identifier?.value}
      />
    </Fieldset>
  )
}

function KnownCard({ known, mayBeAnother }: { known: OrganisationLine; mayBeAnother: boolean }) {
  const { organisation: words } = useCatalogue(directoryTexts)
  const locale = useLocale()
  return (
    <Notice tone="warning" title={words.known}>
      <p>
        <Link to={href('/annuaire/organisations/:organisationId', { organisationId: known.id })}>
          {words.openKnown(organisationLabel(known, locale))}
        </Link>
      </p>
      {mayBeAnother && <Checkbox name="isAnother" label={words.isAnother} />}
    </Notice>
  )
}

import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Person, legalBases } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'

/** Why this card may be kept, and when one was last in contact. */
export function GroundFields({ person }: { person?: Person }) {
  const texts = useCatalogue(directoryTexts)
  const { person: words } = texts
  return (
    <Fieldset legend={words.ground} hint={words.groundHint}>
      <Select
        name="legalBasis"
        label={words.legalBasis}
        placeholder={false}
        width="long"
        defaultValue={person?.legalBasis ?? 'public_task'}
        options={legalBases.map((value) => ({ value, label: texts.legalBases[value] }))}
      />
      <DateField name="consentedOn" label={words.consentedOn} hint={words.consentHint} defaultValue={person?.consentedOn ?? undefined} />
      <TextField
        name="consentSource"
        label={words.consentSource}
        hint={words.consentSourceHint}
        maxLength={200}
        width="long"
        defaultValue={person?.consentSource ?? undefined}
      />
      <DateField
        name="lastContactOn"
        label={words.lastContact}
        hint={words.lastContactHint}
        defaultValue={person?.lastContactOn ?? undefined}
      />
    </Fieldset>
  )
}

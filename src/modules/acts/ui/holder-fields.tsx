import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeHolder } from '../domain/facts.ts'
import { actTexts } from '../texts.ts'

type HolderFieldsProps = {
  prefix: string
  legend: string
  holder: OfficeHolder | null
  /** Whether the office held is asked too: a secretary has none. */
  hasCapacity?: boolean
}

/** Someone who holds an office: title, names, and the office agreed with the person. Without a name, nobody. */
export function HolderFields({ prefix, legend, holder, hasCapacity = true }: HolderFieldsProps) {
  const words = useCatalogue(actTexts).head
  const name = (field: string) => `${prefix}.${field}`
  return (
    <Fieldset legend={legend} look="label" inline>
      <Select
        name={name('civility')}
        label={words.civility}
        width="short"
        placeholder={words.civilities.none}
        defaultValue={holder?.gender ?? ''}
        options={(['feminine', 'masculine'] as const).map((value) => ({ value, label: words.civilities[value] }))}
      />
      <TextField name={name('givenName')} label={words.givenName} maxLength={100} defaultValue={holder?.givenName} />
      <TextField name={name('familyName')} label={words.familyName} maxLength={100} defaultValue={holder?.familyName} />
      {hasCapacity && (
        <>
          <TextField
            name={name('capacity.fr')}
            label={words.capacityFr}
            hint={words.capacityHint}
            lang="fr"
            width="long"
            maxLength={200}
            defaultValue={holder?.capacity?.fr}
          />
          <TextField
            name={name('capacity.en')}
            label={words.capacityEn}
            lang="en"
            width="long"
            maxLength={200}
            defaultValue={holder?.capacity?.en}
          />
        </>
      )}
    </Fieldset>
  )
}

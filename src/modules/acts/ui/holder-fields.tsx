import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeHolder } from '../domain/facts.ts'
import { actTexts } from '../texts.ts'
import styles from './head-form.module.css'

type HolderFieldsProps = {
  prefix: string
  legend: string
  hint?: string
  holder: OfficeHolder | null
  /** Whether the office held is asked too: a secretary has none. */
  hasCapacity?: boolean
}

/** Someone who holds an office: title, names, and the office agreed with the person. Without a name, nobody. */
export function HolderFields({ prefix, legend, hint, holder, hasCapacity = true }: HolderFieldsProps) {
  const words = useCatalogue(actTexts).head
  const name = (field: string) => `${prefix}.${field}`
  const names = (
    <Fieldset legend={legend} hint={hint} look="label" inline>
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
    </Fieldset>
  )
  if (!hasCapacity) return names
  return (
    <div className={styles.holder}>
      {names}
      <LocalizedField name={name('capacity')} label={words.capacity} languages={languages} defaultValue={holder?.capacity ?? {}} />
    </div>
  )
}

const languages = ['fr', 'en'] as const

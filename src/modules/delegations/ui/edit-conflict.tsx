import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import type { MemberCategory, MemberFunction } from '../domain/member.ts'
import type { MemberDraft } from '../domain/registration.ts'
import { delegationTexts } from '../texts.ts'

/** A colleague saved this member since the form was opened: both versions side by side. The form below carries the saved version's number. */
export function MemberConflict({ saved, values }: { saved: MemberDraft; values: FieldValues }) {
  const texts = useCatalogue(delegationTexts)
  const { form } = texts
  const fields = [
    { name: 'givenName', label: form.givenName, theirs: saved.givenName },
    { name: 'familyName', label: form.familyName, theirs: saved.familyName },
    { name: 'capacityFr', label: form.capacityFr, theirs: saved.capacity.fr },
    { name: 'capacityEn', label: form.capacityEn, theirs: saved.capacity.en },
    { name: 'represents', label: form.represents, theirs: saved.represents },
    { name: 'email', label: form.email, theirs: saved.contact.email },
    { name: 'phone', label: form.phone, theirs: saved.contact.phone },
    { name: 'notes', label: form.notes, theirs: saved.contact.notes },
    { name: 'externalKey', label: form.externalKey, theirs: saved.externalKey },
  ]
  const [names, others] = [fields.slice(0, 2), fields.slice(2)]
  const asText = ({ theirs, ...field }: (typeof fields)[number]) => ({ ...field, theirs: theirs ?? '' })
  return (
    <EditConflict
      title={form.conflictTitle}
      values={values}
      fields={[
        ...names.map(asText),
        {
          name: 'category',
          label: form.category,
          mine: texts.categories[typedIn(values, 'category') as MemberCategory] ?? '',
          theirs: texts.categories[saved.category],
        },
        {
          name: 'function',
          label: form.function,
          mine: texts.functions[typedIn(values, 'function') as MemberFunction] ?? '',
          theirs: texts.functions[saved.function],
        },
        ...others.map(asText),
      ]}
    />
  )
}

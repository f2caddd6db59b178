import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { Notice } from '#ui/notice.tsx'
import type { MemberCategory, MemberFunction } from '../domain/member.ts'
import type { MemberDraft } from '../domain/registration.ts'
import { delegationTexts } from '../texts.ts'

/** A colleague saved this member since the form was opened: both versions side by side. The form below carries the saved version's number. */
export function EditConflict({ saved, values }: { saved: MemberDraft; values: RefusedForm['values'] }) {
  const texts = useCatalogue(delegationTexts)
  const { form } = texts
  const typed = (name: string) => String(values[name] ?? '').trim()
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
  const asText = ({ theirs, ...field }: (typeof fields)[number]) => ({ ...field, mine: typed(field.name), theirs: theirs ?? '' })
  return (
    <Notice tone="warning" title={form.conflictTitle}>
      <p>{form.conflictLead}</p>
      <Diff
        caption={form.conflictCaption}
        fields={[
          ...names.map(asText),
          {
            name: 'category',
            label: form.category,
            mine: texts.categories[typed('category') as MemberCategory] ?? '',
            theirs: texts.categories[saved.category],
          },
          {
            name: 'function',
            label: form.function,
            mine: texts.functions[typed('function') as MemberFunction] ?? '',
            theirs: texts.functions[saved.function],
          },
          ...others.map(asText),
        ]}
      />
    </Notice>
  )
}

import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Visit } from '../domain/visit.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'
import { VisitConflict } from './visit-conflicts.tsx'

/** Who is received, as every partner reads it. */
export function VisitFactsOf({ visit }: { visit: (Visit & { readonly countryName: string }) | null }) {
  const { visit: words } = useCatalogue(receptionTexts)
  if (!visit) return <p>{words.none}</p>
  return (
    <KeyFacts
      facts={[
        { key: 'visitor', label: words.visitor, value: visit.visitor },
        { key: 'from', label: words.from, value: [visit.city, visit.countryName].filter(Boolean).join(', ') },
        { key: 'head', label: words.headName, value: visit.headName, note: visit.headCapacity },
        { key: 'people', label: words.peopleCount, value: visit.peopleCount },
      ]}
    />
  )
}

export function VisitForm({
  visit,
  saved,
  countries,
  isOpen,
  ...form
}: PartForm & { visit: Visit | null; saved: Visit | undefined; countries: readonly Option[] }) {
  const { visit: words } = useCatalogue(receptionTexts)
  return (
    <details open={isOpen || visit === null}>
      <summary>{words.change}</summary>
      <Form id="visit" {...form}>
        <HiddenField name="intent" value="visit" />
        <HiddenField name="version" value={String((saved ?? visit)?.version ?? 0)} />
        {saved && <VisitConflict saved={saved} values={form.values ?? {}} countries={countries} />}
        <TextField name="visitor" label={words.visitor} required width="long" maxLength={200} defaultValue={visit?.visitor} />
        <TextField name="city" label={words.city} maxLength={120} defaultValue={visit?.city} />
        <Select name="country" label={words.country} required options={countries} defaultValue={visit?.country ?? ''} />
        <TextField name="headName" label={words.headName} maxLength={200} defaultValue={visit?.headName} />
        <TextField name="headCapacity" label={words.headCapacity} width="long" maxLength={200} defaultValue={visit?.headCapacity} />
        <NumberField name="peopleCount" label={words.peopleCount} maxLength={5} defaultValue={visit?.peopleCount ?? undefined} />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </details>
  )
}

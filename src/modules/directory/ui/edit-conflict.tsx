import type { RefusedForm } from '#platform/web.ts'
import { languagesOf } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff, type DiffField } from '#ui/diff.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Choice } from '../domain/names-of-the-world.ts'
import type { Organisation, OrganisationKind } from '../domain/organisation.ts'
import type { Honorific, LegalBasis, Person } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'

type Values = RefusedForm['values']
const typedIn = (values: Values) => (name: string) => String(values[name] ?? '').trim()

const labelOf = (choices: readonly Choice[], value: string) => choices.find((choice) => choice.value === value)?.label ?? value

/** Someone saved the card since this form was opened: both versions side by side. The form below now carries the saved version's number. */
function EditConflict({ fields }: { fields: readonly DiffField[] }) {
  const { conflict } = useCatalogue(directoryTexts)
  return (
    <Notice tone="warning" title={conflict.title}>
      <p>{conflict.lead}</p>
      <Diff caption={conflict.caption} fields={fields} />
    </Notice>
  )
}

export function OrganisationConflict({ saved, values, countries }: { saved: Organisation; values: Values; countries: readonly Choice[] }) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  const typed = typedIn(values)
  const typedIdentifiers = Array.from({ length: 20 }, (_, index) => [
    typed(`identifiers.${index}.scheme`),
    typed(`identifiers.${index}.value`),
  ])
    .filter(([, value]) => value !== '')
    .map((line) => line.join(' '))
  const typedNames = Object.keys(values)
    .filter((key) => key.startsWith('names.') && typed(key) !== '')
    .map((key) => texts.conflict.nameIn(key.slice('names.'.length), typed(key)))
  return (
    <EditConflict
      fields={[
        { name: 'name', label: words.name, mine: typed('name'), theirs: saved.name },
        { name: 'kind', label: words.kind, mine: texts.kinds[typed('kind') as OrganisationKind] ?? '', theirs: texts.kinds[saved.kind] },
        { name: 'country', label: words.country, mine: labelOf(countries, typed('country')), theirs: labelOf(countries, saved.country) },
        { name: 'city', label: words.city, mine: typed('city'), theirs: saved.cityName ?? '' },
        { name: 'website', label: words.website, mine: typed('website'), theirs: saved.website ?? '' },
        {
          name: 'names',
          label: words.names,
          mine: typedNames.join(' ; '),
          theirs: languagesOf(saved.names)
            .map((language) => texts.conflict.nameIn(language, saved.names[language] ?? ''))
            .join(' ; '),
        },
        {
          name: 'identifiers',
          label: words.identifiers,
          mine: typedIdentifiers.join(' ; '),
          theirs: saved.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(' ; '),
        },
      ]}
    />
  )
}

export function PersonConflict({ saved, values, languages }: { saved: Person; values: Values; languages: readonly Choice[] }) {
  const texts = useCatalogue(directoryTexts)
  const { person: words } = texts
  const typed = typedIn(values)
  return (
    <EditConflict
      fields={[
        {
          name: 'honorific',
          label: words.honorific,
          mine: texts.honorifics[typed('honorific') as Honorific] ?? '',
          theirs: saved.honorific ? texts.honorifics[saved.honorific] : '',
        },
        { name: 'givenName', label: words.givenName, mine: typed('givenName'), theirs: saved.givenName },
        { name: 'familyName', label: words.familyName, mine: typed('familyName'), theirs: saved.familyName },
        { name: 'email', label: words.email, mine: typed('email'), theirs: saved.email ?? '' },
        { name: 'phone', label: words.phone, mine: typed('phone'), theirs: saved.phone ?? '' },
        {
          name: 'preferredLanguage',
          label: words.language,
          mine: labelOf(languages, typed('preferredLanguage')),
          theirs: labelOf(languages, saved.preferredLanguage ?? ''),
        },
        { name: 'originalScript', label: words.originalScript, mine: typed('originalScript'), theirs: saved.originalScript ?? '' },
        {
          name: 'legalBasis',
          label: words.legalBasis,
          mine: texts.legalBases[typed('legalBasis') as LegalBasis] ?? '',
          theirs: texts.legalBases[saved.legalBasis],
        },
        { name: 'consentedOn', label: words.consentedOn, mine: typed('consentedOn'), theirs: saved.consentedOn ?? '' },
        { name: 'consentSource', label: words.consentSource, mine: typed('consentSource'), theirs: saved.consentSource ?? '' },
        { name: 'lastContactOn', label: words.lastContact, mine: typed('lastContactOn'), theirs: saved.lastContactOn ?? '' },
      ]}
    />
  )
}

import { languagesOf } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import type { Choice } from '../domain/names-of-the-world.ts'
import type { Organisation, OrganisationKind } from '../domain/organisation.ts'
import type { Honorific, LegalBasis, Person } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'

const labelOf = (choices: readonly Choice[], value: string) => choices.find((choice) => choice.value === value)?.label ?? value

/** Someone saved the card since this form was opened. */
function CardConflict(props: Pick<Parameters<typeof EditConflict>[0], 'values' | 'fields'>) {
  const { conflict } = useCatalogue(directoryTexts)
  return <EditConflict title={conflict.title} {...props} />
}

export function OrganisationConflict({
  saved,
  values,
  countries,
}: {
  saved: Organisation
  values: FieldValues
  countries: readonly Choice[]
}) {
  const texts = useCatalogue(directoryTexts)
  const { organisation: words } = texts
  const typed = (name: string) => typedIn(values, name)
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
    <CardConflict
      values={values}
      fields={[
        { name: 'name', label: words.name, theirs: saved.name },
        { name: 'kind', label: words.kind, mine: texts.kinds[typed('kind') as OrganisationKind] ?? '', theirs: texts.kinds[saved.kind] },
        { name: 'country', label: words.country, mine: labelOf(countries, typed('country')), theirs: labelOf(countries, saved.country) },
        { name: 'city', label: words.city, theirs: saved.cityName ?? '' },
        { name: 'website', label: words.website, theirs: saved.website ?? '' },
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

export function PersonConflict({ saved, values, languages }: { saved: Person; values: FieldValues; languages: readonly Choice[] }) {
  const texts = useCatalogue(directoryTexts)
  const { person: words } = texts
  const typed = (name: string) => typedIn(values, name)
  return (
    <CardConflict
      values={values}
      fields={[
        {
          name: 'honorific',
          label: words.honorific,
          mine: texts.honorifics[typed('honorific') as Honorific] ?? '',
          theirs: saved.honorific ? texts.honorifics[saved.honorific] : '',
        },
        { name: 'givenName', label: words.givenName, theirs: saved.givenName },
        { name: 'familyName', label: words.familyName, theirs: saved.familyName },
        { name: 'email', label: words.email, theirs: saved.email ?? '' },
        { name: 'phone', label: words.phone, theirs: saved.phone ?? '' },
        {
          name: 'preferredLanguage',
          label: words.language,
          mine: labelOf(languages, typed('preferredLanguage')),
          theirs: labelOf(languages, saved.preferredLanguage ?? ''),
        },
        { name: 'originalScript', label: words.originalScript, theirs: saved.originalScript ?? '' },
        {
          name: 'legalBasis',
          label: words.legalBasis,
          mine: texts.legalBases[typed('legalBasis') as LegalBasis] ?? '',
          theirs: texts.legalBases[saved.legalBasis],
        },
        { name: 'consentedOn', label: words.consentedOn, theirs: saved.consentedOn ?? '' },
        { name: 'consentSource', label: words.consentSource, theirs: saved.consentSource ?? '' },
        { name: 'lastContactOn', label: words.lastContact, theirs: saved.lastContactOn ?? '' },
      ]}
    />
  )
}

import type { Localized } from '#platform/pure/localized.ts'
import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { Act } from '../domain/act.ts'
import type { OfficeHolder } from '../domain/facts.ts'
import { actTexts } from '../texts.ts'

/** Someone saved the act since this form was opened: both versions side by side. The form below now carries the saved version's number. */
export function HeadConflict({ saved, values }: { saved: Act; values: RefusedForm['values'] }) {
  const words = useCatalogue(actTexts).head
  const { header } = saved
  const typed = (name: string) => typedIn(values, name)
  const typedPerson = (prefix: string) =>
    line(['civility', 'givenName', 'familyName', 'capacity.fr'].map((field) => typed(`${prefix}.${field}`)))
  const rapporteurs = Object.keys(values).flatMap((name) => /^(rapporteurs\.\d+)\.familyName$/.exec(name)?.[1] ?? [])
  const inFrench = (label: string, name: string, content: Localized | null) => ({
    name,
    label,
    mine: typed(`${name}.fr`),
    theirs: content?.fr ?? '',
  })
  return (
    <EditConflict
      title={words.conflictTitle}
      values={values}
      fields={[
        { name: 'reference', label: words.reference, theirs: saved.reference },
        inFrench(words.object, 'object', saved.object),
        { name: 'fiscalYear', label: words.fiscalYear, theirs: String(saved.fiscalYear ?? '') },
        { name: 'meetingOn', label: words.meetingOn, mine: typed('meetingOn'), theirs: saved.meetingOn ?? '' },
        inFrench(words.body, 'body', header.body),
        { name: 'chair', label: words.chair, mine: typedPerson('chair'), theirs: person(header.chair) },
        {
          name: 'rapporteurs',
          label: words.rapporteurs,
          mine: line(rapporteurs.map(typedPerson), ' ; '),
          theirs: line(header.rapporteurs.map(person), ' ; '),
        },
        inFrench(words.authorityName, 'authorityName', header.authorityName),
        {
          name: 'directoratesFr',
          label: words.directorates,
          theirs: header.directorates.map(({ fr }) => fr ?? '').join('\n'),
        },
        inFrench(words.proposer, 'proposer', header.proposer),
        { name: 'place', label: words.place, theirs: header.place ?? '' },
      ]}
    />
  )
}

function person(holder: OfficeHolder | null): string {
  return holder === null ? '' : line([holder.gender ?? '', holder.givenName, holder.familyName, holder.capacity?.fr ?? ''])
}

function line(parts: readonly string[], separator = ' '): string {
  return parts.filter((part) => part !== '').join(separator)
}

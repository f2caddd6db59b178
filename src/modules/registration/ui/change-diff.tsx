import type { FactField, MemberFacts } from '#modules/delegations/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { registrationTexts } from '../texts.ts'
import { changeTexts } from '../texts/change-texts.ts'

/** What a request would change: each field that differs, as it stands and as it is asked. */
export function ChangeDiff({ was, becomes, fields }: { was: MemberFacts; becomes: MemberFacts; fields: readonly FactField[] }) {
  const texts = useCatalogue(changeTexts)
  return (
    <DataTable
      caption={texts.caption(`${was.givenName} ${was.familyName}`)}
      captionHidden
      rows={fields}
      rowKey={(field) => field}
      columns={[
        { key: 'field', header: texts.field, isRowHeader: true, render: (field) => texts.fields[field] },
        {
          key: 'was',
          header: texts.was,
          render: (field) => (
            <del>
              <FactValue facts={was} field={field} />
            </del>
          ),
        },
        {
          key: 'becomes',
          header: texts.becomes,
          render: (field) => (
            <ins>
              <FactValue facts={becomes} field={field} />
            </ins>
          ),
        },
      ]}
    />
  )
}

function FactValue({ facts, field }: { facts: MemberFacts; field: FactField }) {
  const { categories } = useCatalogue(registrationTexts)
  const { empty } = useCatalogue(changeTexts)
  if (field === 'category') return categories[facts.category]
  if (field === 'capacity') return Object.keys(facts.capacity).length > 0 ? <LocalizedText content={facts.capacity} /> : <em>{empty}</em>
  return facts[field] ? facts[field] : <em>{empty}</em>
}

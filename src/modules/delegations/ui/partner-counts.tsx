import { formatInteger } from '#platform/pure/integers.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { MemberCounts } from '../domain/counts.ts'
import { delegationTexts } from '../texts.ts'

type PartnerRow = MemberCounts & { readonly organisation: { readonly id: string; readonly name: string } }

/** Persons, organisations and companies by partner. The last row is counted apart: an organisation two partners bring is one. */
export function PartnerCounts({ partners, mission }: { partners: readonly PartnerRow[]; mission: MemberCounts }) {
  const { list } = useCatalogue(delegationTexts)
  const locale = useLocale()
  const rows = [
    ...partners.map((partner) => ({ ...partner, key: partner.organisation.id, name: partner.organisation.name })),
    { ...mission, key: 'all', name: list.all },
  ]
  return (
    <DataTable
      caption={list.countsCaption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      rowEmphasis={({ key }) => (key === 'all' ? 'total' : undefined)}
      columns={[
        { key: 'partner', header: list.partner, render: ({ name }) => name },
        { key: 'persons', header: list.persons, align: 'figure', render: ({ persons }) => formatInteger(persons, locale) },
        {
          key: 'organisations',
          header: list.organisations,
          align: 'figure',
          render: ({ organisations }) => formatInteger(organisations, locale),
        },
        { key: 'companies', header: list.companies, align: 'figure', render: ({ companies }) => formatInteger(companies, locale) },
      ]}
    />
  )
}

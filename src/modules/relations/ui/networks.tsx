import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Membership, SharedNetwork } from '../domain/membership.ts'
import { relationTexts } from '../texts.ts'
import { RemoveEntry } from './remove-entry.tsx'

/** Networks of the city and ours, with the roles held in them. */
export function NetworkTable({ networks, mayKeep }: { networks: readonly SharedNetwork[]; mayKeep: boolean }) {
  const { networks: words, roles } = useCatalogue(relationTexts)
  const locale = useLocale()
  const held = (memberships: readonly Membership[]) =>
    memberships.map(({ id, role, detail, sinceYear, networkName }) => {
      const text = words.held(roles[role], pick(detail, locale).text, sinceYear)
      return (
        <div key={id}>
          {text} {mayKeep && <RemoveEntry table="membership" id={id} what={`${pick(networkName, locale).text}, ${text}`} />}
        </div>
      )
    })
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={networks}
      rowKey={({ code }) => code}
      empty={<p>{words.none}</p>}
      columns={[
        {
          key: 'network',
          header: words.columns.network,
          isRowHeader: true,
          render: ({ name, isCommon }) => (
            <>
              {pick(name, locale).text} {isCommon && <Tag tone="success">{words.common}</Tag>}
            </>
          ),
        },
        { key: 'theirs', header: words.columns.theirs, isLong: true, render: ({ theirs }) => held(theirs) },
        { key: 'ours', header: words.columns.ours, isLong: true, render: ({ ours }) => held(ours) },
      ]}
    />
  )
}

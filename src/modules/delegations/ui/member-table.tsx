import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Member } from '../domain/member.ts'
import { delegationTexts } from '../texts.ts'

/** The people of one sub-delegation, as every partner reads them. */
export function MemberTable({ missionId, caption, members }: { missionId: string; caption: string; members: readonly Member[] }) {
  const texts = useCatalogue(delegationTexts)
  const { list } = texts
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={members}
      rowKey={(member) => member.id}
      rowLink={(member) => href('/missions/:missionId/delegation/:memberId', { missionId, memberId: member.id })}
      columns={[
        { key: 'name', header: list.name, render: ({ givenName, familyName }) => `${givenName} ${familyName}` },
        { key: 'category', header: list.category, render: ({ category }) => texts.categories[category] },
        {
          key: 'capacity',
          header: list.capacity,
          render: ({ capacity }) => (Object.keys(capacity).length > 0 ? <LocalizedText content={capacity} /> : null),
        },
        { key: 'represents', header: list.represents, render: ({ represents }) => represents },
        {
          key: 'function',
          header: list.function,
          render: (member) => (
            <>
              {member.function !== 'member' && <Tag>{texts.functions[member.function]}</Tag>}
              {member.isMissionHead && <Tag tone="info">{list.missionHead}</Tag>}
            </>
          ),
        },
      ]}
    />
  )
}

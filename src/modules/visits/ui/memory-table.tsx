import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Memory } from '../domain/memory.ts'
import { visitTexts } from '../texts.ts'

/** What is remembered of an organisation, its city and its country. */
export function MemoryTable({ memories }: { memories: readonly Memory[] }) {
  const texts = useCatalogue(visitTexts)
  const words = texts.request
  const locale = useLocale()
  return (
    <DataTable
      caption={words.memoryCaption}
      captionHidden
      rows={memories}
      rowKey={({ kind, id, nearness }) => `${kind}${id}${nearness}`}
      rowLink={({ kind, id }) =>
        kind === 'request' ? href('/visites/:requestId', { requestId: id }) : href('/missions/:missionId', { missionId: id })
      }
      empty={<p>{words.memoryEmpty}</p>}
      columns={[
        {
          key: 'what',
          header: words.what,
          render: ({ kind, title, who }) => {
            const named = pick(title, locale).text || who
            return `${words.memoryKinds[kind]}${named ? ` – ${named}` : ''}`
          },
        },
        { key: 'city', header: words.from, render: ({ city }) => pick(city, locale).text && <LocalizedText content={city} /> },
        { key: 'when', header: words.when, render: ({ on }) => on && <DateText date={on} /> },
        { key: 'how', header: words.how, render: ({ nearness }) => words.nearnesses[nearness] },
      ]}
    />
  )
}

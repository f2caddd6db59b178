import { href } from 'react-router'
import type { HistoryEntry } from '#platform/history.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { appTexts } from '../texts.ts'
import { HistoryList } from './history-list.tsx'
import { historyTexts } from './texts.ts'

/** The page of the changes of a card of the directory; `address` is that of the card. */
export function CardHistory({
  name,
  address,
  entries,
  timeZone,
}: {
  name: string
  address: string
  entries: readonly HistoryEntry[]
  timeZone: string
}) {
  const texts = useCatalogue(historyTexts)
  const { navigation } = useCatalogue(appTexts)
  return (
    <Page
      kicker={name}
      title={texts.title}
      lead={texts.note}
      breadcrumbs={[
        { to: href('/annuaire'), label: navigation.directory },
        { to: address, label: name },
      ]}
    >
      <HistoryList entries={entries} timeZone={timeZone} />
    </Page>
  )
}

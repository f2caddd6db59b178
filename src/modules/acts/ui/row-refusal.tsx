import { useSearchParams } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import type { Act } from '../domain/act.ts'
import { actTexts } from '../texts.ts'

/** In the address of the vote page, when someone asked for the line of open data and was brought there instead. */
export const askedForRow = 'fichier=absent'

/** Why the line of open data that was asked for does not exist yet; nothing when nobody asked, or when it is ready by now. */
export function RowRefusal({ act, isReady }: { act: Act; isReady: boolean }) {
  const words = useCatalogue(actTexts).vote.noRow
  const [search] = useSearchParams()
  if (isReady || !search.toString().includes(askedForRow)) return null
  return (
    <Notice tone="warning" title={words.title}>
      <p>{reasonOf(act, words)}</p>
    </Notice>
  )
}

function reasonOf({ decision, state }: Act, words: { notVoted: string; notAdopted: string; incomplete: string }): string {
  if (decision !== null) return decision.outcome === 'adopted' ? words.incomplete : words.notAdopted
  return state === 'withdrawn' ? words.notAdopted : words.notVoted
}

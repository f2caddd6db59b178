import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import type { FrozenItem } from '../domain/content.ts'
import { type Detailed, detailsOf } from '../domain/details.ts'
import type { PublicItem } from '../domain/publication.ts'
import { programmeTexts } from '../texts.ts'
import styles from './item-details.module.css'

type DetailedItem = Detailed & Pick<FrozenItem, 'venue'> & Partial<Pick<FrozenItem, 'attendance'>>

/** What one needs on the spot, line by line, under the title of an item. */
export function ItemDetails({ item, note }: { item: DetailedItem; note?: string | undefined }) {
  const { derived, papers } = useCatalogue(programmeTexts)
  const locale = useLocale()
  const address = item.venue ? [item.venue.addressLocal, item.venue.addressLatin].filter(Boolean).join(' – ') : ''
  return (
    <>
      {address && <div>{address}</div>}
      {item.attendance === 'optional' && <div>{derived.optional}</div>}
      {detailsOf(item, locale)
        // The line under the title already names it.
        .filter(({ field }) => field !== 'vehicle')
        .map(({ field, words }) => (
          <div key={field}>
            <strong>{derived[field]}</strong> {words}
          </div>
        ))}
      {note && (
        <div className={styles.note}>
          <strong>{papers.ours}</strong> {note}
        </div>
      )}
    </>
  )
}

/** The same, for a list of what a release says. */
export function releasedDetails({ frozen }: { readonly frozen: FrozenItem }) {
  return <ItemDetails item={frozen} />
}

/** The same, for a list of what anybody may read. */
export function publicDetails({ told }: { readonly told: PublicItem }) {
  return <ItemDetails item={told} />
}

import { pick } from '#platform/pure/localized.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { bookletPath, documentPath } from '../domain/document.ts'
import { pocketTexts } from '../texts.ts'
import type { ShownMoment, ShownPocket } from '../usecases/read-pocket.ts'
import styles from './pocket-page.module.css'
import { type Shelf, useDocuments } from './use-documents.ts'

type DocumentsProps = { pocket: ShownPocket; isOnline: boolean }

/** What there is to read before one goes: the booklet, the files of each moment, the notes that the released programme carries. */
export function Documents({ pocket, isOnline }: DocumentsProps) {
  const { sections, documents: words } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const { items, documents, release, memberId } = pocket
  const booklet = release && items.length > 0 ? bookletPath({ memberId, number: release.number, locale }) : null
  const shelf = useDocuments(documents, booklet)
  const titles = new Map(items.map(({ id, title }) => [id, pick(title, locale).text]))
  const nothing = documents.length === 0 && booklet === null && items.every(({ details }) => details.length === 0)
  return (
    <Section title={sections.documents} id="documents" titlePlace="above" note={words.lead}>
      {nothing && <p>{words.empty}</p>}
      <ul className={styles.list}>
        {booklet && release && (
          <DocumentLine path={booklet} name={words.booklet} facts={words.bookletFacts(release.number)} shelf={shelf} isOnline={isOnline} />
        )}
        {documents.map(({ id, itemId, name, sizeBytes }) => (
          <DocumentLine
            key={id}
            path={documentPath(id)}
            name={name}
            facts={[titles.get(itemId), words.size(sizeBytes)].filter(Boolean).join(' · ')}
            shelf={shelf}
            isOnline={isOnline}
          />
        ))}
      </ul>
      <Briefings items={items} />
    </Section>
  )
}

type DocumentLineProps = { path: string; name: string; facts: string; shelf: Shelf; isOnline: boolean }

/** A file, and whether it opens without a network. One that does not is no link then: it would lead nowhere. */
function DocumentLine({ path, name, facts, shelf: { kept, fetching, failed, keep }, isOnline }: DocumentLineProps) {
  const { documents: words } = useCatalogue(pocketTexts)
  const isKept = kept?.has(path) ?? false
  return (
    <li className={styles.moment}>
      <p className={styles.title}>
        {isKept || isOnline ? (
          <a href={path} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      <p className={styles.facts}>{facts}</p>
      {isKept ? (
        <p>
          <Tag tone="success">{words.isKept}</Tag>
        </p>
      ) : (
        kept && (
          <div className={styles.buttons}>
            <Button type="button" kind="quiet" disabled={!isOnline || fetching === path} onClick={() => keep(path)}>
              {fetching === path ? words.fetching : words.keep}
              <VisuallyHidden> – {name}</VisuallyHidden>
            </Button>
          </div>
        )
      )}
      <output>{failed === path && !isKept && <p className={styles.facts}>{words.notKept}</p>}</output>
    </li>
  )
}

function Briefings({ items }: { items: readonly ShownMoment[] }) {
  const { documents: words } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const written = items.filter(({ details, state }) => details.length > 0 && state !== 'cancelled')
  if (written.length === 0) return null
  return (
    <>
      <h3>{words.briefings}</h3>
      <ul className={styles.list}>
        {written.map((item) => (
          <li key={item.id} className={styles.moment}>
            <p className={styles.title} lang={pick(item.title, locale).language}>
              {pick(item.title, locale).text}
            </p>
            {item.details.map(({ label, words: said }) => (
              <p key={label} className={styles.detail}>
                <strong>{label}</strong> {said}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

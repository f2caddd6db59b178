import type { ReactNode } from 'react'
import { Link, href } from 'react-router'
import type { Localized } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Section } from '#ui/section.tsx'
import type { FrozenItem } from '../domain/content.ts'
import type { ItemNote } from '../domain/papers.ts'
import { programmeTexts } from '../texts.ts'
import { DayList } from './day-list.tsx'
import { ItemDetails } from './item-details.tsx'
import { NowNext } from './now-next.tsx'
import { ReleaseSheet } from './release-sheet.tsx'
import { shownOfRelease } from './shown-items.ts'

type DerivedProps = {
  title: string
  missionId: string
  missionTitle: Localized
  number: number
  items: readonly FrozenItem[]
  /** Which part the booklet keeps: `personne=…` or `delegation=…`. */
  query: string
  now: readonly FrozenItem[]
  next: readonly FrozenItem[]
  /** What one's own organisation wrote for its people; none of it is in the release. */
  notes?: readonly ItemNote[]
  /** What else prepares the person, after the programme. */
  children?: ReactNode
}

/** What a release says of an item, and what one's own organisation wrote about it. */
function detailsWith(notes: readonly ItemNote[] | undefined) {
  const bodies = new Map(notes?.map(({ itemId, body }) => [itemId, body]))
  return function NotedDetails({ frozen }: { readonly frozen: FrozenItem }) {
    return <ItemDetails item={frozen} note={bodies.get(frozen.id)} />
  }
}

/** A released programme in which only one person, or one delegation, is spoken of. */
export function DerivedProgramme({ title, missionId, missionTitle, number, items, query, now, next, notes, children }: DerivedProps) {
  const texts = useCatalogue(programmeTexts)
  const words = texts.derived
  const release = { missionId, number: String(number) }
  return (
    <ReleaseSheet number={number} missionTitle={missionTitle}>
      <Section
        title={title}
        note={`${words.lead(number)}. ${words.mayChange}`}
        titlePlace="above"
        action={
          <Actions>
            <ButtonLink
              icon="download"
              download
              to={`${href('/missions/:missionId/programme/versions/:number/livret.pdf', release)}?${query}`}
            >
              {texts.releases.booklet}
            </ButtonLink>
            <ButtonLink
              icon="download"
              download
              to={`${href('/missions/:missionId/programme/versions/:number/affiche.pdf', release)}?${query}`}
            >
              {texts.releases.wall}
            </ButtonLink>
            <Link to={href('/missions/:missionId/programme/versions', { missionId })}>{words.back}</Link>
          </Actions>
        }
      >
        {items.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <div data-print="no">
              <NowNext now={shownOfRelease(now)} next={shownOfRelease(next)} />
            </div>
            <DayList items={shownOfRelease(items)} details={detailsWith(notes)} />
          </>
        )}
      </Section>
      {children}
    </ReleaseSheet>
  )
}

import { Link, href } from 'react-router'
import { formatTime } from '#platform/pure/local-time.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Severity, type Warning, warningSeverities } from '../domain/warnings.ts'
import type { ProgrammeTexts } from '../texts.fr.ts'
import { programmeTexts } from '../texts.ts'
import styles from './warning-list.module.css'

/** The names that warnings speak of. */
export type WarningNames = {
  readonly items: readonly { readonly id: string; readonly title: Localized }[]
  readonly venues: readonly { readonly id: string; readonly name: Localized }[]
  readonly members: readonly { readonly id: string; readonly givenName: string; readonly familyName: string }[]
}

const tones: Record<Severity, 'danger' | 'warning' | 'info'> = { blocking: 'danger', serious: 'warning', note: 'info' }
const SHOWN_NAMES = 4

/** What may go wrong, the gravest first, each with the items it is about. */
export function WarningList({ missionId, warnings, names }: { missionId: string; warnings: readonly Warning[]; names: WarningNames }) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const titles = new Map(names.items.map(({ id, title }) => [id, pick(title, locale).text]))
  if (warnings.length === 0) return <p>{texts.warnings.none}</p>
  return (
    <DataTable
      caption={texts.warnings.title}
      captionHidden
      rows={warnings}
      rowKey={(warning) => `${warning.code} ${warning.itemIds.join(' ')}`}
      columns={[
        {
          key: 'severity',
          header: texts.list.state,
          render: ({ code }) => (
            <span className={styles.severity}>
              <Tag tone={tones[warningSeverities[code]]}>{texts.severities[warningSeverities[code]]}</Tag>
            </span>
          ),
        },
        {
          key: 'what',
          header: texts.list.what,
          isRowHeader: true,
          isLong: true,
          render: (warning) => sentenceOf(warning, texts, names, locale),
        },
        {
          key: 'items',
          header: texts.releases.moment,
          isLong: true,
          render: ({ itemIds }) =>
            itemIds.map((itemId, index) => (
              <span key={itemId}>
                {index > 0 && texts.warnings.and}
                <Link to={href('/missions/:missionId/programme/:itemId', { missionId, itemId })}>{titles.get(itemId)}</Link>
              </span>
            )),
        },
      ]}
    />
  )
}

function sentenceOf(warning: Warning, texts: ProgrammeTexts, names: WarningNames, locale: 'fr' | 'en'): string {
  const { codes, others } = texts.warnings
  const people = (memberIds: readonly string[]) => ({ names: namesOf(memberIds, names, locale, others), count: memberIds.length })
  switch (warning.code) {
    case 'person_in_two_places':
      return codes.person_in_two_places(people(warning.memberIds))
    case 'vehicle_in_two_places':
      return codes.vehicle_in_two_places(warning)
    case 'vehicle_overfull':
      return codes.vehicle_overfull(warning)
    case 'venue_taken_twice':
      return codes.venue_taken_twice({ venue: venueNamed(warning.venueId, names, locale) })
    case 'person_away':
      return codes.person_away(people(warning.memberIds))
    case 'person_aboard':
      return codes.person_aboard(people(warning.memberIds))
    case 'person_meets':
      return codes.person_meets(people(warning.memberIds))
    case 'venue_closed':
      return codes.venue_closed({ venue: venueNamed(warning.venueId, names, locale) })
    case 'over_capacity':
      return codes.over_capacity(warning)
    case 'travel_too_short':
      return codes.travel_too_short({ needed: warning.neededMinutes, free: warning.freeMinutes, count: warning.memberIds.length })
    case 'travel_unknown':
      return codes.travel_unknown({ free: warning.freeMinutes, count: warning.memberIds.length })
    case 'interpreter_missing':
      return codes.interpreter_missing(warning)
    case 'clock_skipped':
      return codes.clock_skipped({ typed: formatTime(warning.typed, locale), shown: formatTime(warning.shown, locale) })
    case 'clock_repeated':
      return codes.clock_repeated({ shown: formatTime(warning.shown, locale) })
    case 'holiday':
      return codes.holiday({ name: pick(warning.name, locale).text, source: warning.source })
    case 'outside_the_leg':
      return codes.outside_the_leg()
  }
}

function venueNamed(venueId: string, { venues }: WarningNames, locale: 'fr' | 'en'): string {
  const venue = venues.find(({ id }) => id === venueId)
  return venue ? pick(venue.name, locale).text : ''
}

/** « Claire Aubanel, Paul Mas et 3 autres » in either language, by the rules of its lists. */
function namesOf(memberIds: readonly string[], { members }: WarningNames, locale: 'fr' | 'en', others: (count: number) => string): string {
  const known = memberIds.map((memberId) => {
    const member = members.find(({ id }) => id === memberId)
    return member ? `${member.givenName} ${member.familyName}` : ''
  })
  const shown = known.length > SHOWN_NAMES ? [...known.slice(0, SHOWN_NAMES - 1), others(known.length - SHOWN_NAMES + 1)] : known
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(shown)
}

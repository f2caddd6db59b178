import { data } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { servicesContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { DateRange, ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { publicationTexts } from '../texts/publication-texts.ts'
import { Changelog } from '../ui/changelog.tsx'
import { DayList } from '../ui/day-list.tsx'
import { publicDetails } from '../ui/item-details.tsx'
import { shownOfPublic } from '../ui/shown-items.ts'
import { readPublicProgramme } from '../usecases/publish-programme.ts'
import type { Route } from './+types/public-programme.ts'

/** The published programme of a mission and what its releases changed, for anybody: no account, no script. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const programme = await readPublicProgramme(context.get(servicesContext), params.slug)
  return data({ programme }, { status: programme ? 200 : 404 })
}

export default function PublicProgrammePage({ loaderData: { programme } }: Route.ComponentProps) {
  const { page: words } = useCatalogue(publicationTexts)
  const locale = useLocale()
  if (!programme) return <Page title={words.unknownTitle} lead={words.unknown} />
  const { title, startsOn, endsOn, organiserName, items, releases } = programme
  const [latest] = releases
  const zone = items[0]?.timeZone ?? asTimeZone('UTC')
  return (
    <Page
      kicker={words.kicker}
      title={pick(title, locale).text}
      lead={
        <>
          {startsOn && endsOn && (
            <>
              <DateRange from={startsOn} to={endsOn} />
              {' · '}
            </>
          )}
          {words.publishedBy(organiserName)}
        </>
      }
    >
      <Section
        title={words.programme}
        titlePlace="above"
        note={
          latest && (
            <>
              {words.version(latest.number)} <ZonedTime instant={latest.releasedAt} zone={zone} />. {words.mayChange}
            </>
          )
        }
      >
        {items.length === 0 ? <EmptyState title={words.nothing} /> : <DayList items={shownOfPublic(items)} details={publicDetails} />}
      </Section>
      {latest && (
        <Section title={words.changes} titlePlace="above">
          {releases.map(({ number, releasedAt, changes }) => (
            <section key={number}>
              <h3>
                {words.ofVersion(number)}, {words.on} <ZonedTime instant={releasedAt} zone={zone} />
              </h3>
              {number === 1 ? <p>{words.first}</p> : changes.length === 0 ? <p>{words.none}</p> : <Changelog changes={changes} />}
            </section>
          ))}
        </Section>
      )}
    </Page>
  )
}

import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { listItems, listTravelTimes, listVenues } from '../sql.ts'
import { programmeTexts } from '../texts.ts'
import { CityMap } from '../ui/city-map.tsx'
import { ProgrammeViews } from '../ui/views.tsx'
import type { Route } from './+types/map.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async ({ tx }) => {
    const mission = found(await loadMission(tx, params.missionId))
    const items = await listItems(tx, mission.id)
    return {
      legs: mission.legs.map(({ id, cityName }) => ({ id, cityName })),
      venues: await listVenues(tx, mission.id),
      travelTimes: await listTravelTimes(tx, mission.id),
      items: items
        .filter(({ state }) => state !== 'cancelled')
        .map(({ id, title, venueId, startsAt, timeZone }) => ({ id, title, venueId, startsAt, timeZone })),
    }
  })
}

export default function ProgrammeMap({ loaderData: { legs, venues, travelTimes, items }, params: { missionId } }: Route.ComponentProps) {
  const { map: words } = useCatalogue(programmeTexts)
  const locale = useLocale()
  const drawn = legs.filter(({ id }) => venues.some(({ legId, latitude }) => legId === id && latitude !== null))
  return (
    <>
      <ProgrammeViews missionId={missionId} />
      {drawn.length === 0 ? (
        <Section title={words.title} titlePlace="above">
          <EmptyState title={words.title}>{words.none}</EmptyState>
        </Section>
      ) : (
        drawn.map((leg) => (
          <Section
            key={leg.id}
            title={drawn.length > 1 ? `${words.title} – ${pick(leg.cityName, locale).text}` : words.title}
            note={words.note}
            titlePlace="above"
          >
            <CityMap
              city={pick(leg.cityName, locale).text}
              venues={venues.filter(({ legId }) => legId === leg.id)}
              travelTimes={travelTimes}
              items={items}
              linkOf={(itemId) => href('/missions/:missionId/programme/:itemId', { missionId, itemId })}
            />
          </Section>
        ))
      )}
    </>
  )
}

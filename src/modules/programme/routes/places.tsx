import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayArrange, mayChangeWhatWasBrought, mayPropose } from '../domain/rights.ts'
import {
  absenceChoice,
  absenceForm,
  fieldOfProblem,
  sectorForm,
  trackChoice,
  trackForm,
  travelForm,
  vehicleChoice,
  vehicleForm,
  venueChoice,
  venueForm,
  venueOf,
} from '../schemas.ts'
import { listUnavailable } from '../sql/availability.ts'
import { listVehicles } from '../sql/vehicles.ts'
import { listTracks, listTravelTimes, listVenues, readSectors } from '../sql.ts'
import { programmeTexts } from '../texts.ts'
import { Absences } from '../ui/absences.tsx'
import { Sectors } from '../ui/sectors.tsx'
import { Tracks } from '../ui/tracks.tsx'
import { Travel } from '../ui/travel.tsx'
import { Vehicles } from '../ui/vehicles.tsx'
import { Venues } from '../ui/venues.tsx'
import { ProgrammeViews } from '../ui/views.tsx'
import { sayUnavailable, takeBackUnavailable } from '../usecases/write-availability.ts'
import { addTrack, addVenue, changeVenue, chooseFollowers, removeTrack, removeVenue, saveTravelTime } from '../usecases/write-places.ts'
import { removeVehicle, writeVehicle } from '../usecases/write-vehicles.ts'
import type { Route } from './+types/places.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const venues = await listVenues(ctx.tx, mission.id)
    const everyone = await listMembers(ctx.tx, mission.id)
    const own = everyone.filter(({ organisationId }) => organisationId === ctx.actor.organisationId)
    const absences = await listUnavailable(ctx.tx, mission.id)
    const sectors = await readSectors(ctx.tx, mission.id)
    const editedId = new URL(request.url).searchParams.get('lieu')
    return {
      legs: mission.legs,
      venues: venues.map((venue) => ({
        ...venue,
        mayChange: mayChangeWhatWasBrought(ctx.actor, mission.partners, venue.organisationId),
      })),
      edited: venues.find(({ id }) => id === editedId),
      vehicles: (await listVehicles(ctx.tx, mission.id)).map((vehicle) => ({
        ...vehicle,
        mayChange: mayChangeWhatWasBrought(ctx.actor, mission.partners, vehicle.organisationId),
      })),
      travelTimes: await listTravelTimes(ctx.tx, mission.id),
      tracks: await listTracks(ctx.tx, mission.id),
      themes: mission.themes,
      members: own.map(({ id, givenName, familyName }) => ({
        id: id as string,
        name: `${givenName} ${familyName}`,
        themeIds: sectors.get(id) ?? [],
      })),
      everyone: everyone.map(({ id, givenName, familyName }) => ({ id: id as string, name: `${givenName} ${familyName}` })),
      absences: absences.map((absence) => ({
        ...absence,
        mayChange: mayChangeWhatWasBrought(ctx.actor, mission.partners, absence.organisationId),
      })),
      mayAdd: mayPropose(ctx.actor, mission.partners) && mission.legs.length > 0,
      mayArrange: mayArrange(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/programme/lieux', params)
  const saved = { to, field: fieldOfProblem }
  const removed = { to, flash: 'removed' } as const
  return answerForms(context, request, {
    venue: carryOut(
      'programme.venue',
      venueForm,
      (ctx, typed) =>
        typed.venueId
          ? changeVenue(ctx, missionId, typed.venueId, typed.version ?? 0, venueOf(typed))
          : addVenue(ctx, missionId, venueOf(typed)),
      saved,
    ),
    travel: carryOut(
      'programme.travel',
      travelForm,
      (ctx, { minutes, ...travel }) => saveTravelTime(ctx, missionId, { ...travel, minutes: minutes ?? 0 }),
      saved,
    ),
    vehicle: carryOut(
      'programme.vehicle',
      vehicleForm,
      (ctx, { name, seats }) => writeVehicle(ctx, missionId, { name, seats: seats ?? 0 }),
      { to, field: 'name' },
    ),
    'remove-vehicle': carryOut(
      'programme.remove-vehicle',
      vehicleChoice,
      (ctx, { vehicleId }) => removeVehicle(ctx, missionId, vehicleId),
      removed,
    ),
    sector: carryOut('programme.sector', sectorForm, (ctx, { themeId, memberIds }) => chooseFollowers(ctx, missionId, themeId, memberIds), {
      to,
    }),
    track: carryOut('programme.track', trackForm, (ctx, { nameFr, nameEn }) => addTrack(ctx, missionId, localized(nameFr, nameEn)), { to }),
    absence: carryOut('programme.absence', absenceForm, (ctx, typed) => sayUnavailable(ctx, missionId, typed), saved),
    'remove-absence': carryOut(
      'programme.remove-absence',
      absenceChoice,
      (ctx, { absenceId }) => takeBackUnavailable(ctx, missionId, absenceId),
      removed,
    ),
    removeVenue: carryOut('programme.removeVenue', venueChoice, (ctx, { venueId }) => removeVenue(ctx, missionId, venueId), removed),
    removeTrack: carryOut('programme.removeTrack', trackChoice, (ctx, { trackId }) => removeTrack(ctx, missionId, trackId), removed),
  })
}

export default function Places({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { legs, venues, edited, travelTimes, tracks, themes, members, mayAdd, mayArrange: mayAddTracks, requestKey, ...rest } = loaderData
  const { places: words, vehicles: ofVehicles } = useCatalogue(programmeTexts)
  return (
    <>
      <ProgrammeViews missionId={missionId} />
      <Section title={words.venues} note={words.venuesNote} titlePlace="above">
        <Venues
          legs={legs}
          venues={venues}
          edited={actionData?.saved ?? edited}
          saved={actionData?.saved}
          mayAdd={mayAdd}
          refusal={actionData}
          requestKey={requestKey}
        />
      </Section>
      <Section title={words.travel} note={words.travelNote}>
        <Travel venues={venues} travelTimes={travelTimes} mayAdd={mayAdd} refusal={actionData} requestKey={requestKey} />
      </Section>
      <Section title={ofVehicles.title} note={ofVehicles.note}>
        <Vehicles vehicles={rest.vehicles} mayAdd={mayAdd} refusal={actionData} requestKey={requestKey} />
      </Section>
      <Section title={words.tracks} note={words.tracksNote}>
        <Tracks tracks={tracks} mayAdd={mayAddTracks} refusal={actionData} requestKey={requestKey} />
      </Section>
      <Section title={words.absences} note={words.absencesNote}>
        <Absences
          absences={rest.absences}
          venues={venues}
          everyone={rest.everyone}
          own={members}
          firstDay={legs[0]?.startsOn}
          mayAdd={mayAdd}
          refusal={actionData}
          requestKey={requestKey}
        />
      </Section>
      <Section title={words.sectors} note={words.sectorsNote}>
        <Sectors themes={themes} members={members} mayChoose={mayAdd} requestKey={requestKey} />
      </Section>
    </>
  )
}

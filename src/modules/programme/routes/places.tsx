import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { ok } from '#platform/pure/outcome.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { Venue } from '../domain/place.ts'
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

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { missionId } = params
  const back = href('/missions/:missionId/programme/lieux', params)
  const intent = String(formValues(form).intent)
  const operation = `programme.${intent}`
  if (intent === 'venue') {
    const typed = await typeForm(form, venueForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { venueId, version } = typed.value
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      venueId ? changeVenue(ctx, missionId, venueId, version ?? 0, venueOf(typed.value)) : addVenue(ctx, missionId, venueOf(typed.value)),
    )
    if (outcome.ok) return redirectWithFlash(back, 'saved')
    const saved = 'saved' in outcome.problem ? outcome.problem.saved : undefined
    return refuseForm<Venue>({ ...typed.refuse(outcome.problem, fieldOfProblem), saved })
  }
  if (intent === 'travel') {
    const typed = await typeForm(form, travelForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { minutes, ...travel } = typed.value
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      saveTravelTime(ctx, missionId, { ...travel, minutes: minutes ?? 0 }),
    )
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  }
  if (intent === 'vehicle') {
    const typed = await typeForm(form, vehicleForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { name, seats } = typed.value
    const outcome = await submit(context, request, typed, operation, (ctx) => writeVehicle(ctx, missionId, { name, seats: seats ?? 0 }))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'name'))
  }
  if (intent === 'remove-vehicle') {
    const typed = await typeForm(form, vehicleChoice)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) => removeVehicle(ctx, missionId, typed.value.vehicleId))
    return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'sector') {
    const typed = await typeForm(form, sectorForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      chooseFollowers(ctx, missionId, typed.value.themeId, typed.value.memberIds),
    )
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'track') {
    const typed = await typeForm(form, trackForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      addTrack(ctx, missionId, localized(typed.value.nameFr, typed.value.nameEn)),
    )
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'absence') {
    const typed = await typeForm(form, absenceForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) => sayUnavailable(ctx, missionId, typed.value))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  }
  if (intent === 'remove-absence') {
    const typed = await typeForm(form, absenceChoice)
    if (!typed.ok) return refuseForm(typed.problem)
    await submit(context, request, typed, operation, (ctx) => takeBackUnavailable(ctx, missionId, typed.value.absenceId))
    return redirectWithFlash(back, 'removed')
  }
  const typed = await typeForm(form, trackChoice.partial().extend(venueChoice.partial().shape))
  if (!typed.ok) return refuseForm(typed.problem)
  const { venueId, trackId } = typed.value
  const outcome = await submit(context, request, typed, operation, async (ctx) => {
    if (venueId) return removeVenue(ctx, missionId, venueId)
    return trackId ? removeTrack(ctx, missionId, trackId) : ok(null)
  })
  return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
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

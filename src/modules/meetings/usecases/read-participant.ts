import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { noProfile, nothingShown } from '../domain/company-profile.ts'
import { shownSlots } from '../domain/shown-slots.ts'
import { mayOrganiseMeetings, mayWriteParticipant } from '../domain/rights.ts'
import { listAbsences, listRepresentatives, loadParticipant } from '../sql/participants.ts'
import { loadProfile, readShownProfiles } from '../sql/profiles.ts'
import { listEventLegs, listPresences } from '../sql/legs.ts'
import { listCircles, listSlots } from '../sql/setup.ts'
import { listOffers } from '../sql/slot-offers.ts'
import { listAllowances, listReceivedRequests, loadStandingLink } from '../sql/wishes.ts'
import { showChoices } from './make-wishes.ts'
import { proposeSlots } from './offer-slots.ts'
import { openEvent } from './open-event.ts'
import { readBlocked } from './read-blocked.ts'
import { readTravellers } from './say-traveller.ts'

/** One participant, for everyone of the mission; and, for whoever brings it or organises, what it asks, is asked, and offers. */
export async function readParticipant(ctx: Ctx, missionId: string, eventId: string, participantId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  const participant = found(await loadParticipant(ctx.tx, event.id, participantId))
  const mayWrite = mayWriteParticipant(ctx.actor, mission.partners, participant.organisationId)
  const { of: blocked, titles } = await readBlocked(ctx, event)
  const away = Map.groupBy(await listAbsences(ctx.tx, event.id), ({ whoId }) => whoId)
  const people = await listRepresentatives(ctx.tx, event.id, participant.id)
  const circles = await listCircles(ctx.tx, event.id)
  // Who receives at home seldom travels: it is asked of those who come, and told of whoever does.
  const isHost = circles.find(({ id }) => id === participant.circleId)?.kind === 'host'
  const travellers = mayWrite ? await readTravellers(ctx, mission, event.id, people) : null
  const legs = await listEventLegs(ctx.tx, event.id)
  const presence = (await listPresences(ctx.tx, event.id)).get(participant.id) ?? legs.map(({ id }) => id)
  const slots = (await listSlots(ctx.tx, event.id)).filter(({ legId }) => presence.includes(legId))
  const shown = {
    event: { id: event.id, title: event.title },
    participant,
    circles,
    legs,
    presence,
    // Of the cities where it is.
    slots: shownSlots(slots, legs),
    people: people.map((person) => ({
      ...person,
      awaySlotIds: (away.get(person.id) ?? []).map(({ slotId }) => slotId),
      blocked: blocked.get(person.id) ?? [],
    })),
    titles,
    travellers: isHost && !travellers?.people.some(({ known }) => known) ? null : travellers,
    isOurs: participant.organisationId === ctx.actor.organisationId,
  }
  if (!mayWrite) return { ...shown, company: (await readShownProfiles(ctx.tx, event.id)).get(participant.id) ?? nothingShown, own: null }
  const link = await loadStandingLink(ctx.tx, participant.id)
  const profile = (await loadProfile(ctx.tx, participant.id)) ?? noProfile
  return {
    ...shown,
    company: profile,
    own: {
      profile,
      isOpen: ctx.now >= event.opensAt && ctx.now <= event.closesAt,
      opensOn: dateIn(event.timeZone, event.opensAt),
      closesOn: dateIn(event.timeZone, event.closesAt),
      quotas: (await listAllowances(ctx.tx, event.id)).find((allowance) => allowance.participantId === participant.id) ?? null,
      choices: await showChoices(ctx, event.id, participant.id),
      requests: await listReceivedRequests(ctx.tx, event.id, participant.id),
      offers: await listOffers(ctx.tx, event.id),
      proposals: mayOrganiseMeetings(ctx.actor, mission.partners) ? await proposeSlots(ctx, missionId, eventId, participant.id) : null,
      link: link && { madeOn: dateIn(event.timeZone, link.madeAt), endsOn: dateIn(event.timeZone, link.expiresAt) },
    },
  }
}

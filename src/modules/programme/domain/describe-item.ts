import type { OrganisationId } from '#platform/actor.ts'
import { isLanguageTag } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Mission } from '#modules/missions/index.ts'
import type { ItemDraft } from './item.ts'
import type { Track, Venue } from './place.ts'
import type { ItemProblem } from './problems.ts'
import type { Vehicle } from './vehicle.ts'
import { type WallTimes, decideTimes } from './schedule.ts'

/** An item as people say it: its times are those of the clocks of its leg. */
export type ItemWords = Omit<ItemDraft, 'startsAt' | 'endsAt' | 'timeZone' | 'skippedStart' | 'organiserId'> & {
  readonly times: WallTimes
  /** Null: the acting organisation. */
  readonly organiserId: string | null
}

/** What an item may be placed on and opened to. */
export type ItemSurroundings = {
  readonly mission: Pick<Mission, 'legs' | 'partners' | 'themes'>
  readonly venues: readonly Pick<Venue, 'id' | 'legId'>[]
  readonly tracks: readonly Pick<Track, 'id'>[]
  readonly vehicles: readonly Pick<Vehicle, 'id'>[]
  readonly memberIds: ReadonlySet<string>
  readonly ownOrganisationId: OrganisationId
}

/**
 * Places an item in its mission. Guests that its audience does not speak of are forgotten, and the vehicle of what is no journey.
 * @refuses leg_unknown, venue_of_another_leg, track_unknown, vehicle_unknown, organiser_unknown, guests_missing, guest_unknown, sector_unknown,
 *   language_unknown, an_item_ends_after_it_starts, an_item_lasts_two_days_at_most
 */
export function describeItem({ times, ...words }: ItemWords, around: ItemSurroundings): Outcome<ItemDraft, ItemProblem> {
  const leg = around.mission.legs.find(({ id }) => id === words.legId)
  if (!leg) return refused({ code: 'leg_unknown' })
  if (words.venueId !== null && around.venues.find(({ id }) => id === words.venueId)?.legId !== leg.id)
    return refused({ code: 'venue_of_another_leg' })
  if (words.trackId !== null && !around.tracks.some(({ id }) => id === words.trackId)) return refused({ code: 'track_unknown' })
  const vehicleId = words.type === 'travel' ? words.vehicleId : null
  if (vehicleId !== null && !around.vehicles.some(({ id }) => id === vehicleId)) return refused({ code: 'vehicle_unknown' })
  if (!words.languages.every(isLanguageTag)) return refused({ code: 'language_unknown' })
  const seats = around.mission.partners.filter(({ leftAt }) => leftAt === null)
  const organiserId = words.organiserId ?? around.ownOrganisationId
  if (!seats.some(({ organisationId }) => organisationId === organiserId)) return refused({ code: 'organiser_unknown' })
  const guests = decideGuests(words, around)
  if (!guests.ok) return guests
  const placed = decideTimes(times, leg.timeZone as TimeZone)
  if (!placed.ok) return placed
  return ok({
    ...words,
    ...guests.value,
    ...placed.value,
    vehicleId,
    organiserId: organiserId as OrganisationId,
    timeZone: leg.timeZone as TimeZone,
  })
}

type Guests = Pick<ItemDraft, 'organisationIds' | 'memberIds' | 'themeId'>

function decideGuests(
  { audience, organisationIds, memberIds, themeId }: Omit<ItemWords, 'times'>,
  { mission, memberIds: members }: ItemSurroundings,
): Outcome<Guests, ItemProblem> {
  const nobody: Guests = { organisationIds: [], memberIds: [], themeId: null }
  if (audience === 'sub_delegations') {
    if (organisationIds.length === 0) return refused({ code: 'guests_missing' })
    const areSeated = organisationIds.every((id) => mission.partners.some(({ organisationId }) => organisationId === id))
    return areSeated ? ok({ ...nobody, organisationIds: [...new Set(organisationIds)] }) : refused({ code: 'guest_unknown' })
  }
  if (audience === 'members') {
    if (memberIds.length === 0) return refused({ code: 'guests_missing' })
    return memberIds.every((id) => members.has(id))
      ? ok({ ...nobody, memberIds: [...new Set(memberIds)] })
      : refused({ code: 'guest_unknown' })
  }
  if (audience === 'sector') {
    return mission.themes.some(({ id }) => id === themeId) ? ok({ ...nobody, themeId }) : refused({ code: 'sector_unknown' })
  }
  return ok(nobody)
}

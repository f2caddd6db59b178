import type { Somebody } from '#tests/world.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import { createMission, loadMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld } from '#tests/world.ts'
import type { ItemWords } from './domain/describe-item.ts'

/**
 * For the tests: a département leads a mission to Miami, a city is its partner, a port is a stranger to it. Ana and Bob travel for the département, Cam
 * for the city; each has an address.
 */
export async function aMissionToMiami(templateUrl: string) {
  const world = await openWorld(templateUrl, '2100-01-01T08:00:00.000Z')
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const reader = await world.join(lead.organisationId, ['reader'])
  const leg = {
    cityId: null,
    cityName: { fr: 'Miami' },
    country: 'US',
    startsOn: asLocalDate('2017-11-04'),
    endsOn: asLocalDate('2017-11-10'),
    timeZone: 'America/New_York',
  }
  const missionId = valueOf(
    await world.as(lead, (ctx) =>
      createMission(ctx, {
        kind: 'outgoing',
        title: { fr: 'Miami' },
        purpose: {},
        legs: [leg],
        objectives: [],
        themes: [{ fr: 'Tourisme' }],
      }),
    ),
  )
  await seatPartner(world.services, lead, city, missionId)
  const mission = await world.read(lead, (ctx) => loadMission(ctx.tx, missionId))
  const legId = mission?.legs[0]?.id ?? ''
  const register = async (who: Somebody, givenName: string) =>
    valueOf(
      await world.as(who, (ctx) =>
        registerMember(ctx, missionId, {
          givenName,
          familyName: 'Arnal',
          category: 'elected',
          capacity: {},
          represents: null,
          function: 'member',
          externalKey: null,
          contact: { ...noContact, email: `${givenName.toLowerCase()}@example.org` },
        }),
      ),
    )
  const ana = await register(lead, 'Ana')
  const bob = await register(lead, 'Bob')
  const cam = await register(city, 'Cam')
  return Object.assign(world, {
    missionId,
    legId,
    themeId: mission?.themes[0]?.id ?? '',
    leg,
    lead,
    city,
    stranger,
    reader,
    ana,
    bob,
    cam,
  })
}

/** For the tests: a meeting for everyone on 6 November 2017, from 9 to 10 on the clocks of the leg, unless said otherwise. */
export function words(legId: string, facts: Partial<ItemWords> & { start?: string; end?: string; on?: string } = {}): ItemWords {
  const { start = '09:00', end = '10:00', on = '2017-11-06', ...others } = facts
  return {
    organiserId: null,
    legId,
    venueId: null,
    trackId: null,
    vehicleId: null,
    type: 'official_meeting',
    state: 'confirmed',
    attendance: 'expected',
    audience: 'everyone',
    themeId: null,
    organisationIds: [],
    memberIds: [],
    title: { fr: 'Rencontre' },
    times: { date: asLocalDate(on), start: asLocalTime(start), end: asLocalTime(end), endDate: null },
    capacity: null,
    speakers: [],
    across: [],
    languages: [],
    interpretersNeeded: 0,
    interpreters: [],
    dressCode: {},
    briefing: {},
    planB: {},
    ...others,
  }
}

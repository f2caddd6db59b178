import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type MemberCategory, noContact, registerMember } from '#modules/delegations/index.ts'
import { type MissionId, createMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'

export const aLeg = (fr: string, country: string, from: string, to: string, timeZone = 'America/Toronto') => ({
  cityId: null,
  cityName: { fr },
  country,
  startsOn: asLocalDate(from),
  endsOn: asLocalDate(to),
  timeZone,
})

/**
 * For the tests: on 1 February 2027, a département and a city prepare a mission to Miami, from 5 to 9 March, then Montréal until 12; a port is a stranger to
 * it. Ana (elected), Bob and Eve (staff) leave for the département, Cam (staff) for the city.
 */
export async function aDeparture(templateUrl: string) {
  const world = await openWorld(templateUrl, '2027-02-01T08:00:00.000Z')
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const reader = await world.join(lead.organisationId, ['reader'])
  const openMission = async (
    legs = [aLeg('Miami', 'US', '2027-03-05', '2027-03-09', 'America/New_York'), aLeg('Montréal', 'CA', '2027-03-09', '2027-03-12')],
  ) => {
    const missionId = valueOf(
      await world.as(lead, (ctx) =>
        createMission(ctx, {
          kind: 'outgoing',
          title: { fr: 'Miami et Montréal' },
          purpose: { fr: 'Préparer un accord' },
          legs,
          objectives: [],
          themes: [],
        }),
      ),
    )
    await seatPartner(world.services, lead, city, missionId)
    return missionId
  }
  const register = async (who: Somebody, missionId: MissionId, givenName: string, category: MemberCategory = 'staff') =>
    valueOf(
      await world.as(who, (ctx) =>
        registerMember(ctx, missionId, {
          givenName,
          familyName: 'Arnal',
          category,
          capacity: { fr: 'Chargé de mission' },
          represents: null,
          function: 'member',
          externalKey: null,
          contact: noContact,
        }),
      ),
    )
  const missionId = await openMission()
  return Object.assign(world, {
    missionId,
    openMission,
    register,
    lead,
    city,
    stranger,
    reader,
    ana: await register(lead, missionId, 'Ana', 'elected'),
    bob: await register(lead, missionId, 'Bob'),
    eve: await register(lead, missionId, 'Eve'),
    cam: await register(city, missionId, 'Cam'),
    /** The same services at another moment. */
    at: (now: string) => ({ ...world.services, now: () => now as Instant }),
    asOwner: <Row extends Record<string, unknown>>(statement: string): Promise<Row[]> =>
      withOwner(world.ownerUrl, async (owner) => (await owner.query<Row>(statement)).rows),
  })
}

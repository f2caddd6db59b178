import type { Somebody } from '#tests/world.ts'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import { createMission, loadMission } from '#modules/missions/index.ts'
import { type ItemWords, changeItem, proposeItem, releaseProgramme } from '#modules/programme/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld } from '#tests/world.ts'

/** For the tests: a département leads a mission to Miami, in November 2017; Ana and Bob travel for it, Cam for a partner, the city. A port is a stranger to it. */
export async function aReleasedMission(templateUrl: string) {
  const world = await openWorld(templateUrl, '2017-11-01T08:00:00.000Z')
  const services = { ...world.services, config: { MAIL_FROM: 'Escale <escale@example.org>' } } as typeof world.services
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const leg = {
    cityId: null,
    cityName: { fr: 'Miami' },
    country: 'US',
    startsOn: asLocalDate('2017-11-04'),
    endsOn: asLocalDate('2017-11-10'),
    timeZone: 'America/New_York',
  }
  const mission = { kind: 'outgoing' as const, title: { fr: 'Miami' }, purpose: {}, legs: [leg], objectives: [], themes: [] }
  const missionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, mission)))
  await seatPartner(world.services, lead, city, missionId)
  const legId = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.legs[0]?.id ?? ''
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

  /** A confirmed moment on the clocks of Miami: for everyone, on 6 November from 9 to 10, unless said otherwise. */
  const words = (facts: Partial<ItemWords> & { from?: string; to?: string; on?: string } = {}): ItemWords => {
    const { from = '09:00', to = '10:00', on = '2017-11-06', ...others } = facts
    return {
      organiserId: null,
      legId,
      venueId: null,
      trackId: null,
      type: 'official_meeting',
      state: 'confirmed',
      attendance: 'expected',
      audience: 'everyone',
      themeId: null,
      organisationIds: [],
      memberIds: [],
      title: { fr: 'Rencontre' },
      times: { date: asLocalDate(on), start: asLocalTime(from), end: asLocalTime(to), endDate: null },
      capacity: null,
      vehicleId: null,
      across: [],
      speakers: [],
      languages: [],
      interpretersNeeded: 0,
      interpreters: [],
      dressCode: {},
      briefing: {},
      planB: {},
      ...others,
    }
  }
  let released = 0
  const versions = new Map<string, number>()
  return Object.assign(world, {
    services,
    missionId,
    lead,
    city,
    stranger,
    ana,
    bob,
    cam,
    propose: async (facts?: Parameters<typeof words>[0]): Promise<string> => {
      const id = valueOf(await world.as(lead, (ctx) => proposeItem(ctx, missionId, words(facts))))
      versions.set(id, 1)
      return id
    },
    change: async (id: string, facts: Parameters<typeof words>[0]): Promise<void> => {
      const version = versions.get(id) ?? 1
      valueOf(await world.as(lead, (ctx) => changeItem(ctx, missionId, id, version, words(facts))))
      versions.set(id, version + 1)
    },
    release: async (): Promise<number> => {
      const seen = released
      released = valueOf(await world.as(lead, (ctx) => releaseProgramme(ctx, missionId, { seen, name: {}, note: {} }))).number
      return released
    },
    /** What the outboxes hold, by recipient; emptied. Letters about releases have no calendar. */
    takeMails: () =>
      withOwner(world.ownerUrl, async (owner) => {
        const { rows } = await owner.query<Mail>(
          `delete from app.mail returning organisation_id as "organisationId", recipient, subject, body_text as "text", calendar, calendar_method as "method"`,
        )
        return rows.toSorted((one, other) => (one.recipient < other.recipient ? -1 : 1))
      }),
  })
}

export type Mail = {
  readonly organisationId: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly calendar: string | null
  readonly method: string | null
}

import { valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld } from '#tests/world.ts'
import type { MemberDraft } from './domain/registration.ts'

/**
 * For the tests: a département leads a mission, a city is its partner, a port is a stranger to it.
 * Each has an officer who administers; the département also has a reader. Its clock is ahead of the database's.
 */
export async function twoPartners(templateUrl: string) {
  const world = await openWorld(templateUrl, '2100-01-01T08:00:00.000Z')
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const reader = await world.join(lead.organisationId, ['reader'])
  const draft = { kind: 'outgoing', title: { fr: 'Miami' }, purpose: {}, legs: [], objectives: [], themes: [] } as const
  /** A mission of the same two partners, with nobody in it yet. */
  const anotherMission = async () => {
    const missionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
    await seatPartner(world.services, lead, city, missionId)
    return missionId
  }
  return Object.assign(world, { missionId: await anotherMission(), anotherMission, lead, city, stranger, reader })
}

/** For the tests: an elected member, unless said otherwise. */
export function aMember(facts: Partial<MemberDraft> = {}): MemberDraft {
  return {
    givenName: 'Claude',
    familyName: 'Arnal',
    category: 'elected',
    capacity: {},
    represents: null,
    function: 'member',
    externalKey: null,
    contact: { email: null, phone: null, notes: null },
    ...facts,
  }
}

import { withOwner } from '#platform/db.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import type { ApplicationId, Words } from './domain/application.ts'
import type { LinkDraft } from './domain/link.ts'
import { apply, readOwnApplication, verifyAddress } from './usecases/apply.ts'
import { decideApplications } from './usecases/decide.ts'
import { makeLink } from './usecases/make-link.ts'
import { setQuota } from './usecases/set-quota.ts'
import { promote, sendLetters } from './usecases/tell.ts'

/**
 * For the tests: a département leads a mission, a city is its partner, a port is a stranger. Its clock moves when told to.
 */
export async function aRoom(templateUrl: string) {
  const world = await openWorld(templateUrl)
  const clock = { now: world.services.now() }
  const services = Object.assign(world.services, { now: () => clock.now })
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const draft = {
    kind: 'outgoing',
    title: { fr: 'Mission à Miami', en: 'Mission to Miami' },
    purpose: {},
    legs: [],
    objectives: [],
    themes: [],
  } as const
  const openRoom = async () => {
    const missionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
    await seatPartner(services, lead, city, missionId)
    return missionId
  }
  const missionId = await openRoom()

  const link = async (who: Somebody = city, facts: Partial<LinkDraft> = {}, days = 30, to: string = missionId) =>
    tokenOf(valueOf(await world.as(who, (ctx) => makeLink(ctx, to, { ...relay, ...facts }, days))).link)

  /** The tokens of the letters an address received, the latest first. */
  const tokensOf = (email: string, path: string): Promise<string[]> =>
    withOwner(world.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ token: string }>(
        `select substring(body_text from $2 || '([A-Za-z0-9_-]{43})') as token from app.mail where recipient = $1 order by queued_at desc, id desc`,
        [email, path],
      )
      return rows.flatMap(({ token }) => (token ? [token] : []))
    })

  /** Someone who applied by the link and confirmed their address. */
  const received = async (token: string, words: Words = somebody()): Promise<{ id: ApplicationId; secret: string; words: Words }> => {
    const { secret } = valueOf(await apply(services, token, crypto.randomUUID(), words, true))
    const [verification] = await tokensOf(words.email, '/inscription/adresse/')
    assert(verification, 'the letter of the address was written')
    valueOf(await verifyAddress(services, verification))
    const own = await readOwnApplication(services, secret)
    assert(own, 'an application opens by its secret')
    return { id: own.id, secret, words }
  }

  const decide = (
    who: Somebody,
    ids: readonly string[],
    decision: 'approve' | 'incomplete' | 'refuse' = 'approve',
    reason = '',
    in_: string = missionId,
  ) =>
    world.as(who, (ctx) =>
      decideApplications(ctx, in_, { ids, decision, reason: reason || (decision === 'approve' ? '' : 'Fictif : dossier') }, null),
    )

  return Object.assign(world, {
    services,
    clock,
    missionId,
    openRoom,
    lead,
    city,
    stranger,
    link,
    tokensOf,
    received,
    decide,
    /** Someone of the city whose organisation said yes. */
    endorsed: async (token: string, words?: Words) => {
      const applied = await received(token, words)
      valueOf(await decide(city, [applied.id]))
      return applied
    },
    quota: (places: number | null, version = 0, to: string = missionId) =>
      world.as(lead, (ctx) => setQuota(ctx, to, city.organisationId, places, version)),
    promote: (of: Somebody = city, to: string = missionId) =>
      withOwner(world.ownerUrl, (owner) => promote(services, owner, to, of.organisationId)),
    sendLetters: () => withOwner(world.ownerUrl, (owner) => sendLetters(services, owner)),
    stateOf: async (secret: string) => (await readOwnApplication(services, secret))?.state ?? null,
  })
}

export type Room = Awaited<ReturnType<typeof aRoom>>

export const relay: LinkDraft = {
  kind: 'focal_point',
  givenName: null,
  familyName: null,
  represents: 'Grappe Mer et Soleil (fictive)',
  email: null,
  language: 'fr',
  places: 100,
}

let people = 0

/** Somebody new each time, unless said otherwise. */
export function somebody(facts: Partial<Words> = {}): Words {
  people += 1
  return {
    language: 'fr',
    givenName: 'Noé',
    familyName: `Fictif-${people}`,
    category: 'guest',
    represents: '',
    capacity: 'Directeur',
    email: `personne-${people}@fictif.example`,
    phone: '',
    answers: {},
    ...facts,
  }
}

export function tokenOf(link: string): string {
  return link.split('/').at(-1) ?? ''
}

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { listAllowances, listReceivedRequests, listWishes } from './sql/wishes.ts'
import { answerWithLink, readLink, sayAwayWithLink, wishWithLink } from './usecases/answer-by-link.ts'
import { makeLink, revokeLink } from './usecases/make-link.ts'
import { answerRequests, makeWishes } from './usecases/make-wishes.ts'

let world: Awaited<ReturnType<typeof anEventInMiami>>
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
})
afterAll(() => world.close())

const wish = (who: typeof world.lead, from: string, ...about: readonly string[]) =>
  world.as(who, (ctx) =>
    makeWishes(
      ctx,
      world.missionId,
      world.eventId,
      from,
      about.map((aboutId) => ({ aboutId, degree: 'must' as const, motive: 'Un motif' })),
    ),
  )
const received = (who: typeof world.lead, about: string) => world.read(who, (ctx) => listReceivedRequests(ctx.tx, world.eventId, about))
const allowanceOf = async (id: string) => {
  const found = await world.read(world.lead, (ctx) => listAllowances(ctx.tx, world.eventId))
  return found.find(({ participantId }) => participantId === id)
}
const later = (days: number) => ({
  ...world.services,
  now: () => new Date(Date.parse('2017-10-10T08:00:00.000Z') + days * 86_400_000).toISOString() as Instant,
})

describe('quotas', () => {
  test('one more request than the quota is refused, and none of the others is kept', async () => {
    const asker = await world.bring(world.lead, 'Trop curieuse', { requestQuota: 2 })
    const hosts = await Promise.all([1, 2, 3].map((n) => world.bring(world.lead, `Hôte curieux ${n}`, { circleId: world.host })))

    expect(await wish(world.lead, asker, ...hosts)).toMatchObject({ ok: false, problem: { code: 'requests_within_quota' } })

    expect(await allowanceOf(asker)).toMatchObject({ requested: 0, requestQuota: 2 })
  })

  test('what is declined, taken back or expired is given back', async () => {
    const asker = await world.bring(world.lead, 'Patiente', { requestQuota: 3 })
    const [a, b, c] = [
      await world.bring(world.lead, 'Hôte A', { circleId: world.host }),
      await world.bring(world.lead, 'Hôte B', { circleId: world.host }),
      await world.bring(world.lead, 'Hôte C', { circleId: world.host }),
    ]
    valueOf(await wish(world.lead, asker, a, b, c))
    expect(await allowanceOf(asker)).toMatchObject({ requested: 3 })
    const [asked] = await received(world.lead, a)

    const decline = { wishId: asked?.id ?? '', accepts: false }
    expect(
      await world.as(world.lead, (ctx) => answerRequests(ctx, world.missionId, world.eventId, a, [{ ...decline, reason: ' ' }])),
    ).toMatchObject({
      problem: { code: 'declined_with_a_reason' },
    })
    valueOf(
      await world.as(world.lead, (ctx) => answerRequests(ctx, world.missionId, world.eventId, a, [{ ...decline, reason: 'Hors sujet' }])),
    )
    valueOf(
      await world.as(world.lead, (ctx) => makeWishes(ctx, world.missionId, world.eventId, asker, [{ aboutId: b, degree: '', motive: '' }])),
    )
    expect(await allowanceOf(asker)).toMatchObject({ requested: 1 })
    const { token } = await aLink(asker)
    valueOf(await wishWithLink(later(11), token, []))
    expect(await allowanceOf(asker)).toMatchObject({ requested: 0 })
  })

  test('fifty accepts at once of the last meeting of a host are one success and forty-nine clear answers', async () => {
    const host = await world.bring(world.lead, 'Très demandée', { circleId: world.host, meetingQuota: 1, target: 1 })
    for (let n = 0; n < 50; n++) valueOf(await wish(world.lead, await world.bring(world.lead, `Demandeuse ${n}`), host))
    const { token } = await aLink(host)
    const asked = await received(world.lead, host)

    const outcomes = await Promise.all(
      asked.map(({ id }) => answerWithLink(world.services, token, { wishId: id, accepts: true, reason: '' })),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem.code])))).toEqual(new Set(['accepted_within_quota']))
    expect(await allowanceOf(host)).toMatchObject({ accepted: 1, meetingQuota: 1 })
  })
})

describe('rules and dates', () => {
  test('hosts ask nobody when no rule says so', async () => {
    const host = await world.bring(world.lead, 'Hôte muet', { circleId: world.host })
    const home = await world.bring(world.lead, 'Discrète')

    expect(await wish(world.lead, host, home)).toMatchObject({ ok: false, problem: { code: 'a_rule_allows_the_wish' } })
  })

  test('nothing is wished before wishes open nor after they close', async () => {
    const asker = await world.bring(world.lead, 'En retard')
    const host = await world.bring(world.lead, 'Hôte tardif', { circleId: world.host })
    const { token } = await aLink(asker)
    const typed = [{ aboutId: host, degree: 'like' as const, motive: '' }]

    expect(await wishWithLink(later(24), token, typed)).toMatchObject({ ok: false, problem: { code: 'wishes_closed_or_answered' } })
    expect(await wishWithLink(later(-20), token, typed)).toMatchObject({ ok: false })
    expect(await wishWithLink(later(23), token, typed)).toMatchObject({ ok: true })
  })
})

async function aLink(participantId: string) {
  const address = valueOf(await world.as(world.lead, (ctx) => makeLink(ctx, world.missionId, world.eventId, participantId, 'en')))
  return { token: address.split('/').at(-1) ?? '' }
}

describe('a link', () => {
  test('shows one participant and nothing of what the others wish, answer or can be reached at', async () => {
    const asker = await world.bring(world.lead, 'Visible', { offers: ['vin'] })
    const other = await world.bring(world.lead, 'Invisible')
    const host = await world.bring(world.lead, 'Hôte du lien', { circleId: world.host })
    valueOf(await wish(world.lead, asker, host))
    valueOf(await wish(world.lead, other, await world.bring(world.lead, 'Autre hôte', { circleId: world.host })))

    const opened = await readLink(world.services, (await aLink(host)).token)
    const text = JSON.stringify(opened)

    expect(opened).toMatchObject({
      state: 'open',
      participant: { name: 'Hôte du lien' },
      requests: [{ name: 'Visible', offers: ['vin'], motive: 'Un motif' }],
    })
    for (const secret of ['Invisible', 'Autre hôte', 'example.org', '+33491', 'must', 'de Visible']) expect(text).not.toContain(secret)
  })

  test('opens nothing once it is replaced, cut or past its end, and answers for nobody else', async () => {
    const host = await world.bring(world.lead, 'Hôte prudent', { circleId: world.host })
    const asker = await world.bring(world.lead, 'Prudente')
    valueOf(await wish(world.lead, asker, host))
    const [asked] = await received(world.lead, host)
    const accept = { wishId: asked?.id ?? '', accepts: true, reason: '' }
    const first = await aLink(host)
    const second = await aLink(host)
    const foreign = await aLink(asker)

    expect(await readLink(world.services, first.token)).toMatchObject({ state: 'revoked' })
    expect(await answerWithLink(world.services, first.token, accept)).toMatchObject({ ok: false, problem: { code: 'request_over' } })
    expect(await answerWithLink(world.services, foreign.token, accept)).toMatchObject({ ok: false, problem: { code: 'request_over' } })
    expect(await readLink(later(400), second.token)).toMatchObject({ state: 'expired' })
    expect(await readLink(world.services, 'nimporte')).toBeNull()
    valueOf(await answerWithLink(world.services, second.token, accept))
    valueOf(await world.as(world.lead, (ctx) => revokeLink(ctx, world.missionId, world.eventId, host)))
    expect(await readLink(world.services, second.token)).toMatchObject({ state: 'revoked' })
  })

  test('says when its own people are away, and never those of another', async () => {
    const host = await world.bring(world.lead, 'Hôte absent', { circleId: world.host })
    const other = await world.bring(world.lead, 'Hôte présent', { circleId: world.host })
    const [mine, theirs] = [await aLink(host), await aLink(other)]
    const opened = await readLink(world.services, mine.token)
    const person = opened && 'representatives' in opened ? opened.representatives[0]?.id : undefined
    const slots = opened && 'slots' in opened ? opened.slots.slice(0, 2).map(({ id }) => id) : []

    expect(await sayAwayWithLink(world.services, theirs.token, person ?? '', slots)).toMatchObject({ ok: false })
    valueOf(await sayAwayWithLink(world.services, mine.token, person ?? '', slots))

    expect(await readLink(world.services, mine.token)).toMatchObject({ representatives: [{ away: slots.toSorted() }] })
  })
})

describe('who reads what', () => {
  test('a partner reads the wishes of the companies it brings and what is asked of them, and no others', async () => {
    const theirs = await world.bring(world.city, 'De la Ville')
    const ours = await world.bring(world.lead, 'Du Département')
    const host = await world.bring(world.city, 'Hôte de la Ville', { circleId: world.host })
    const otherHost = await world.bring(world.lead, 'Hôte du Département', { circleId: world.host })
    valueOf(await wish(world.city, theirs, host))
    valueOf(await wish(world.lead, ours, host, otherHost))

    const read = await world.read(world.city, (ctx) => listWishes(ctx.tx, world.eventId))
    expect(read.map(({ participantId }) => participantId)).toEqual([theirs])
    expect((await received(world.city, host)).map(({ name }) => name)).toEqual(['De la Ville', 'Du Département'])
    expect(await received(world.city, otherHost)).toEqual([])
    await expect(wish(world.city, ours, host)).rejects.toThrow(Forbidden)
    await expect(wish(world.reader, ours, host)).rejects.toThrow(Forbidden)
    await expect(wish(world.stranger, ours, host)).rejects.toThrow(NotFound)
  })
})

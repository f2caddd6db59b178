import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { handOver, recordMandate } from '#modules/missions/index.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import type { Marking } from './domain/marking.ts'
import { nameOf } from './domain/requirement.ts'
import { listItemHolders } from './sql/handover.ts'
import { listRequirements, readReadiness, waitingOfMissions } from './sql/requirements.ts'
import { assignItems, markItems } from './usecases/mark-items.ts'
import { passItems } from './usecases/pass-items.ts'
import { readBoard } from './usecases/read-board.ts'
import { readPerson } from './usecases/read-person.ts'
import { remindItems } from './usecases/remind-items.ts'
import { setRule, withdrawRule } from './usecases/set-rules.ts'
import { listOwnRules } from './sql/rules.ts'

let world: Awaited<ReturnType<typeof aDeparture>>
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
})
afterAll(() => world.close())

const done: Marking = { state: 'done', doneOn: asLocalDate('2027-01-20'), reference: 'Contrat 4471' }
const asked = async (who: Somebody, memberId: string, missionId: string = world.missionId) =>
  (await world.read(who, (ctx) => listRequirements(ctx.tx, missionId, memberId)))
    .map(({ kind, country, state }) => `${kind}${country ? ` ${country}` : ''}: ${state}`)
    .toSorted()
const mark = (who: Somebody, names: string[], marking: Marking = done) =>
  world.as(who, (ctx) => markItems(ctx, world.missionId, names, marking))
const counts = async (who: Somebody) =>
  (await world.read(who, (ctx) => readReadiness(ctx.tx, world.missionId))).map(({ organisationId, personCount, readyCount }) => [
    organisationId === world.lead.organisationId ? 'lead' : 'city',
    personCount,
    readyCount,
  ])

describe('what is asked', () => {
  test('follows from who leaves and where to, by the rules of each country on the day of arrival', async () => {
    expect(await asked(world.lead, world.ana)).toEqual([
      'insurance: to_do',
      'passport CA: to_do',
      'passport US: to_do',
      'special_mandate: to_do',
      'visa CA: to_do',
      'visa US: to_do',
    ])
    expect(await asked(world.lead, world.bob)).toContain('travel_order: to_do')
    expect(await asked(world.lead, world.bob)).not.toContain('special_mandate: to_do')
  })

  test('has the term of its rule: a passport two months before departure, a mandate on its eve', async () => {
    const requirements = await world.read(world.lead, (ctx) => listRequirements(ctx.tx, world.missionId, world.ana))

    expect(requirements.filter(({ country }) => country !== 'CA').map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['passport', '2027-01-04'],
      ['visa', '2027-02-03'],
      ['insurance', '2027-02-18'],
      ['special_mandate', '2027-03-04'],
    ])
  })

  test('is what each organisation decides for its own people, and for nobody else’s', async () => {
    const rule = { kind: 'vaccination', country: 'US', isAsked: true, categories: ['staff'], noticeDays: 20 } as const
    valueOf(await world.as(world.lead, (ctx) => setRule(ctx, rule)))
    valueOf(
      await world.as(world.lead, (ctx) =>
        setRule(ctx, { kind: 'insurance', country: null, isAsked: false, categories: null, noticeDays: null }),
      ),
    )

    expect(await asked(world.lead, world.bob)).toContain('vaccination US: to_do')
    expect(await asked(world.lead, world.bob)).not.toContain('insurance: to_do')
    expect(await asked(world.lead, world.ana)).not.toContain('vaccination US: to_do')
    expect(await asked(world.city, world.cam)).toContain('insurance: to_do')

    const own = await world.read(world.lead, (ctx) => listOwnRules(ctx.tx))
    for (const { id } of own) valueOf(await world.as(world.lead, (ctx) => withdrawRule(ctx, id)))
    expect(await asked(world.lead, world.bob)).toContain('insurance: to_do')
  })

  test('a colleague who reads sets no rule, and the rule of another is as if it did not exist', async () => {
    const rule = { kind: 'insurance', country: null, isAsked: false, categories: null, noticeDays: null } as const
    valueOf(await world.as(world.city, (ctx) => setRule(ctx, { ...rule, isAsked: true })))
    const [theirs] = await world.read(world.city, (ctx) => listOwnRules(ctx.tx))

    await expect(world.as(world.reader, (ctx) => setRule(ctx, rule))).rejects.toThrow(Forbidden)
    await expect(world.as(world.lead, (ctx) => withdrawRule(ctx, theirs?.id ?? ''))).rejects.toThrow(NotFound)
  })
})

describe('marking', () => {
  test('one thing for several people at once, and undoing it', async () => {
    const names = [`${world.bob}:insurance:`, `${world.eve}:insurance:`]
    expect(await mark(world.lead, names)).toEqual({ ok: true, value: 2 })
    expect(await asked(world.lead, world.eve)).toContain('insurance: done')

    valueOf(await mark(world.lead, names, { state: 'to_do' }))
    expect(await asked(world.lead, world.eve)).toContain('insurance: to_do')
  })

  test.each([
    ['what is not asked of one of them', () => [`${world.bob}:special_mandate:`], 'not_asked'],
    ['nothing at all', () => [], 'nothing_chosen'],
    ['a mandate, which is recorded elsewhere', () => [`${world.ana}:special_mandate:`], 'a_mandate_is_recorded_in_own_part'],
    ['people of another organisation', () => [`${world.cam}:insurance:`], 'not_asked'],
  ])('%s is refused', async (_case, names, code) => {
    expect(await mark(world.lead, names())).toEqual({ ok: false, problem: { code } })
  })

  test('a reader marks nothing, and a stranger finds no mission', async () => {
    await expect(mark(world.reader, [`${world.bob}:insurance:`])).rejects.toThrow(Forbidden)
    await expect(mark(world.stranger, [`${world.bob}:insurance:`])).rejects.toThrow(NotFound)
  })
})

describe('being ready', () => {
  test('the mandate voted before departure counts for every elected member, and one voted after for none', async () => {
    const mandate = { decidedBy: 'standing_committee', decidedOn: asLocalDate('2027-01-30'), reference: '12' } as const
    valueOf(await world.as(world.lead, (ctx) => recordMandate(ctx, world.missionId, mandate)))
    expect(await asked(world.lead, world.ana)).toContain('special_mandate: done')

    await world.asOwner(`update missions.mandate set decided_on = '2027-03-06'`)
    expect(await asked(world.lead, world.ana)).toContain('special_mandate: to_do')
    await world.asOwner(`update missions.mandate set decided_on = '2027-03-05'`)
    expect(await asked(world.lead, world.ana)).toContain('special_mandate: done')
  })

  test('is counted for every partner to read, while only the sender reads what is missing', async () => {
    for (const country of ['US', 'CA']) {
      for (const kind of ['passport', 'visa']) valueOf(await mark(world.lead, [`${world.ana}:${kind}:${country}`]))
    }
    expect(await counts(world.city)).toContainEqual(['lead', 3, 0])
    valueOf(await mark(world.lead, [`${world.ana}:insurance:`], { state: 'not_needed', because: 'Couverte par son mandat' }))

    expect(await counts(world.city)).toContainEqual(['lead', 3, 1])
    expect(await counts(world.lead)).toContainEqual(['city', 1, 0])
    expect(await asked(world.city, world.ana)).toEqual([])
    expect(await world.read(world.stranger, (ctx) => readReadiness(ctx.tx, world.missionId))).toEqual([])
  })

  test('the ribbon hears how many wait for something else than the mandate', async () => {
    expect(await world.read(world.lead, (ctx) => waitingOfMissions(ctx.tx, [world.missionId]))).toEqual(new Map([[world.missionId, 2]]))
    expect(await world.read(world.lead, (ctx) => waitingOfMissions(ctx.tx, []))).toEqual(new Map())
  })

  test('a reader has the figures, and neither the board nor anybody’s page', async () => {
    expect(await world.read(world.reader, (ctx) => readBoard(ctx, world.missionId))).toMatchObject({
      board: null,
      readiness: [{ personCount: 3 }, {}],
    })
    await expect(world.read(world.reader, (ctx) => readPerson(ctx, world.missionId, world.ana))).rejects.toThrow(Forbidden)
    await expect(world.read(world.lead, (ctx) => readPerson(ctx, world.missionId, world.cam))).rejects.toThrow(NotFound)
  })

  test('the board costs the same number of queries with one person and with three', async () => {
    const small = await world.openMission()
    await world.register(world.lead, small, 'Seul')

    const one = await world.countQueries(world.lead, (ctx) => readBoard(ctx, small))
    const three = await world.countQueries(world.lead, (ctx) => readBoard(ctx, world.missionId))

    expect(one).toBe(three)
  })
})

describe('what is entrusted', () => {
  const remind = (now: string) => withOwner(world.ownerUrl, (owner) => remindItems(world.at(now), owner as never))
  const mails = () => world.asOwner<{ subject: string }>(`select subject from app.mail where subject like '%Bob Arnal%' order by id`)

  test('is called to mind three days before, then on the day, once each, however many workers', async () => {
    valueOf(
      await world.as(world.lead, (ctx) =>
        assignItems(ctx, world.missionId, [`${world.bob}:visa:US`], {
          ownerAccountId: world.lead.accountId,
          dueOn: asLocalDate('2027-02-20'),
        }),
      ),
    )
    await remind('2027-02-16T09:00:00.000Z')
    expect(await mails()).toEqual([])
    await Promise.all([remind('2027-02-17T09:00:00.000Z'), remind('2027-02-17T09:00:00.000Z')])
    expect(await mails()).toHaveLength(1)
    await remind('2027-02-20T09:00:00.000Z')
    await remind('2027-02-21T09:00:00.000Z')

    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'À faire avant un départ, pour le 20 février 2027 : Visa ou autorisation d’entrée – Bob Arnal',
      'À faire aujourd’hui (20 février 2027) : Visa ou autorisation d’entrée – Bob Arnal',
    ])
  })

  test('is no longer called to mind once done', async () => {
    const names = [`${world.bob}:passport:US`]
    valueOf(
      await world.as(world.lead, (ctx) =>
        assignItems(ctx, world.missionId, names, { ownerAccountId: world.lead.accountId, dueOn: asLocalDate('2027-02-25') }),
      ),
    )
    valueOf(await mark(world.lead, names))
    await remind('2027-02-25T09:00:00.000Z')

    expect(await mails()).toHaveLength(2)
  })

  test('is entrusted to a colleague, never to somebody of another organisation', async () => {
    const assign = (ownerAccountId: string) =>
      world.as(world.lead, (ctx) => assignItems(ctx, world.missionId, [`${world.bob}:insurance:`], { ownerAccountId, dueOn: null }))

    expect(await assign(world.city.accountId)).toEqual({ ok: false, problem: { code: 'owner_of_another_organisation' } })
    expect(await assign(world.reader.accountId)).toEqual({ ok: true, value: 1 })
  })
  test('passes to a colleague with the rest of the work of who leaves, what is done and what others hold staying as it is', async () => {
    const [leaver, successor] = [
      await world.join(world.lead.organisationId, ['officer']),
      await world.join(world.lead.organisationId, ['officer']),
    ]
    const [open, done, ofAnother] = [`${world.bob}:visa:CA`, `${world.bob}:passport:CA`, `${world.ana}:special_mandate:`]
    const assign = (names: string[], owner: Somebody) =>
      world.as(world.lead, (ctx) => assignItems(ctx, world.missionId, names, { ownerAccountId: owner.accountId, dueOn: null }))
    valueOf(await assign([open, done], leaver))
    valueOf(await assign([ofAnother], world.lead))
    valueOf(await mark(world.lead, [done]))
    expect(await world.read(world.lead, (ctx) => listItemHolders(ctx.tx))).toContainEqual({
      accountId: leaver.accountId,
      name: 'Collègue',
      itemCount: 1,
    })
    expect(await world.read(world.city, (ctx) => listItemHolders(ctx.tx))).toEqual([])
    const pass = (by: Somebody) => world.as(by, (ctx) => handOver(ctx, leaver.accountId, successor.accountId, [passItems]))

    await expect(world.read(successor, async (ctx) => passItems(ctx, leaver.accountId, { ...successor, name: '' }))).rejects.toThrow(
      Forbidden,
    )
    expect(await pass(world.lead)).toEqual({ ok: true, value: { taskCount: 0, invitationCount: 0, otherCount: 1 } })

    const owners = new Map(
      (await world.read(world.lead, (ctx) => listRequirements(ctx.tx, world.missionId))).map((each) => [nameOf(each), each.ownerAccountId]),
    )
    expect([open, done, ofAnother].map((name) => owners.get(name))).toEqual([successor.accountId, leaver.accountId, world.lead.accountId])
    expect(await pass(world.lead)).toEqual({ ok: false, problem: { code: 'nothing_to_hand_over' } })
  })
})

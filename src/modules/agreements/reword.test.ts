import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { AgreementId } from './domain/agreement.ts'
import { aLife, twoRegisters } from './register.fixture.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { listDomains } from './sql/pledges.ts'
import { reopenAction } from './usecases/reopen-action.ts'
import { type Rewording, rewordDomain } from './usecases/reword-domain.ts'
import { planAction, progressAction, writeDomain } from './usecases/write-pledges.ts'

/** An agreement that was signed, with one domain of two pledges; an action is planned for the first. */
let world: Awaited<ReturnType<typeof twoRegisters>>
let id: AgreementId
let domainId: string
let actionId: string
beforeAll(async () => {
  world = await twoRegisters(inject('templateUrl'))
  id = await world.open()
  for (const done of aLife(asLocalDate('2025-06-20'))) valueOf(await world.step(id, done))
  domainId = valueOf(
    await world.as(world.officer, (ctx) =>
      writeDomain(ctx, id, { title: { fr: 'Design' }, pledges: [{ fr: 'Résidences' }, { fr: 'Salons' }] }),
    ),
  )
  const pledgeId = (await domain()).pledges[0]?.id ?? ''
  const action = { pledgeId, title: 'Accueillir', ownOwner: 'Mission design', theirOwner: '', dueOn: null }
  actionId = valueOf(await world.as(world.officer, (ctx) => planAction(ctx, id, action)))
})
afterAll(() => world.close())

async function domain() {
  const found = (await world.read(world.officer, (ctx) => listDomains(ctx.tx, id))).find((known) => known.id === domainId)
  if (!found) throw new Error('the domain is gone')
  return found
}
const action = async () => (await domain()).pledges.flatMap(({ actions }) => actions).find((known) => known.id === actionId)
const reword = (rewording: Rewording, who = world.officer) => world.as(who, (ctx) => rewordDomain(ctx, id, domainId, rewording))
const reopen = (version: number, reason = 'Le bilan comptait deux fois la même résidence', who = world.officer) =>
  world.as(who, (ctx) => reopenAction(ctx, id, actionId, { version, reason }))

describe('a domain is reworded after the signature', () => {
  test('its words, and those of its pledges in their new order, with the action that was planned', async () => {
    const { version, pledges } = await domain()
    const [first, second] = pledges

    const done = await reword({
      version,
      title: { fr: 'Design et artisanat', en: 'Design and crafts' },
      pledges: [
        { id: second?.id ?? '', title: { fr: 'Salons communs' } },
        { id: first?.id ?? '', title: { fr: 'Résidences croisées' } },
        { id: null, title: { fr: 'Apprentis' } },
      ],
    })

    expect(done).toEqual(ok(null))
    const after = await domain()
    expect(after.title).toEqual({ fr: 'Design et artisanat', en: 'Design and crafts' })
    expect(after.pledges.map(({ title, actions }) => [title.fr, actions.length])).toEqual([
      ['Salons communs', 0],
      ['Résidences croisées', 1],
      ['Apprentis', 0],
    ])
  })

  test('a pledge left out goes, one for which something is done stays', async () => {
    const { version, title, pledges } = await domain()
    const kept = pledges.filter(({ title: { fr } }) => fr !== 'Apprentis')

    expect(await reword({ version, title, pledges: kept.filter(({ actions }) => actions.length === 0) })).toMatchObject({
      problem: { code: 'pledge_has_actions' },
    })
    expect(await reword({ version, title, pledges: kept })).toEqual(ok(null))
    expect((await domain()).pledges.map((pledge) => pledge.title.fr)).toEqual(['Salons communs', 'Résidences croisées'])
  })

  test('nobody writes over what a colleague saved meanwhile, even in a pledge alone', async () => {
    const { version, title, pledges } = await domain()
    const [first, ...others] = pledges
    valueOf(await reword({ version, title, pledges: [{ id: first?.id ?? '', title: { fr: 'Salons d’hiver' } }, ...others] }))

    const late = await reword({ version, title, pledges })

    expect(late).toMatchObject({ problem: { code: 'stale_edit', saved: { id: domainId } } })
    expect((await domain()).pledges[0]?.title.fr).toBe('Salons d’hiver')
  })

  test('a reader does not, and another organisation does not know that it exists', async () => {
    const { version, title, pledges } = await domain()

    await expect(reword({ version, title, pledges }, world.reader)).rejects.toThrow(Forbidden)
    await expect(reword({ version, title, pledges }, world.city)).rejects.toThrow(NotFound)
    await expect(reword({ version, title, pledges: [{ id: crypto.randomUUID(), title }] })).rejects.toThrow(NotFound)
  })

  test('the history of the agreement keeps both wordings', async () => {
    const entries = await world.read(world.officer, (ctx) =>
      listHistory(ctx.tx, { whole: { schema: 'agreements', column: 'agreement_id', id }, limit: 200 }),
    )
    const told = JSON.stringify(entries.filter(({ event }) => event === 'agreement.domain_reworded'))

    expect(told).toContain('Résidences')
    expect(told).toContain('Résidences croisées')
  })
})

describe('an action that was closed is taken up again', () => {
  test('not while it is open, not without a reason, and not by saying that it is under way', async () => {
    const open = await action()
    expect(await reopen(open?.version ?? 0)).toMatchObject({ problem: { code: 'action_is_open' } })
    const close = { version: open?.version ?? 0, state: 'done' as const, evidence: 'Bilan 2025' }
    const closed = valueOf(await world.as(world.officer, (ctx) => progressAction(ctx, id, actionId, close)))

    expect(await reopen(closed.version, '  ')).toMatchObject({ problem: { code: 'a_reopening_says_why' } })
    expect(await reopen(closed.version - 1)).toMatchObject({ problem: { code: 'stale_action' } })
    const anew = { version: closed.version, state: 'under_way' as const, evidence: '' }
    expect(await world.as(world.officer, (ctx) => progressAction(ctx, id, actionId, anew))).toMatchObject({
      problem: { code: 'a_closed_action_reopens_for_a_reason' },
    })
    await expect(reopen(closed.version, 'Pour voir', world.reader)).rejects.toThrow(Forbidden)
    await expect(reopen(closed.version, 'Pour voir', world.city)).rejects.toThrow(NotFound)
  })

  test('with why, and how it had been closed stays beside it', async () => {
    const reason = 'Le bilan comptait deux fois la même résidence'

    valueOf(await reopen((await action())?.version ?? 0, reason))

    expect(await action()).toMatchObject({
      state: 'under_way',
      evidence: '',
      closedOn: null,
      reopenings: [{ state: 'done', closedOn: '2026-03-02', evidence: 'Bilan 2025', reopenedOn: '2026-03-02', reason }],
    })
  })
})

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { type ProgrammeContent, freeze, thaw } from './domain/content.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { listItems, loadRelease } from './sql.ts'
import { goBackTo } from './usecases/go-back.ts'
import { releaseProgramme } from './usecases/release-programme.ts'
import { changeItem, proposeItem, removeItem, setItemState } from './usecases/write-item.ts'

type World = Awaited<ReturnType<typeof aMissionToMiami>>
let world: World
let meeting: string
let visit: string
beforeAll(async () => {
  world = await aMissionToMiami(inject('templateUrl'))
  meeting = valueOf(await propose({ title: { fr: 'Rencontre' } }))
  visit = valueOf(
    await propose({
      title: { fr: 'Visite' },
      across: ['La doyenne'],
      audience: 'members',
      memberIds: [world.cam],
      start: '14:00',
      end: '16:00',
    }),
  )
})
afterAll(() => world.close())

const propose = (facts: Parameters<typeof words>[1], who = world.lead) =>
  world.as(who, (ctx) => proposeItem(ctx, world.missionId, words(world.legId, facts)))
const release = (seen: number, who: Somebody = world.lead) =>
  world.as(who, (ctx) => releaseProgramme(ctx, world.missionId, { seen, name: {}, note: {} }))
const mailed = () =>
  withOwner(world.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ recipient: string; body: string }>(
      'select recipient, body_text as body from app.mail order by queued_at, recipient',
    )
    await owner.query('delete from app.mail')
    return rows
  })

describe('releasing', () => {
  test('is for the organisers', async () => {
    await expect(release(0, world.city)).rejects.toThrow(Forbidden)
    await expect(release(0, world.reader)).rejects.toThrow(Forbidden)
  })

  test('tells each of those concerned, and only of what is for them, in the outbox of who sends them', async () => {
    expect(valueOf(await release(0))).toEqual({ number: 1, concernedCount: 3 })

    const mails = await world.read(world.city, (ctx) => sql<{ recipient: string }>`select recipient from app.mail`.execute(ctx.tx))
    expect(mails.rows).toEqual([{ recipient: 'cam@example.org' }])
    const said = await mailed()
    expect(said.map(({ recipient }) => recipient)).toEqual(['ana@example.org', 'bob@example.org', 'cam@example.org'])
    expect(said.map(({ body }) => [body.includes('Rencontre'), body.includes('Visite')])).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ])
    const jobs = await withOwner(world.ownerUrl, (owner) =>
      owner.query(`select from graphile_worker.jobs where task_identifier = 'platform.send-mail'`),
    )
    expect(jobs.rows).toHaveLength(3)
  })

  test('again without a change is refused', async () => {
    expect(await release(1)).toEqual({ ok: false, problem: { code: 'nothing_changed' } })
  })

  test('a change is told to those it concerns, and to no other', async () => {
    const moved = words(world.legId, { title: { fr: 'Visite' }, audience: 'members', memberIds: [world.cam], start: '15:00', end: '17:00' })
    valueOf(await world.as(world.lead, (ctx) => changeItem(ctx, world.missionId, visit, 1, moved)))

    expect(valueOf(await release(1))).toEqual({ number: 2, concernedCount: 1 })
    const said = await mailed()
    expect(said.map(({ recipient }) => recipient)).toEqual(['cam@example.org'])
    expect(said[0]?.body).toContain('Déplacé')
    expect(said[0]?.body).not.toContain('Rencontre')
  })

  test('after another one, not seen, is refused and names it', async () => {
    valueOf(await propose({ on: '2017-11-07' }))

    expect(await release(1)).toEqual({ ok: false, problem: { code: 'released_meanwhile', number: 2 } })
  })

  test('twice at once, one wins and the other is told', async () => {
    const outcomes = await Promise.all([release(2), release(2)])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, problem: { code: 'released_meanwhile', number: 3 } }])
  })

  test('waits for what blocks, and the draft does not', async () => {
    const clash = valueOf(await propose({ start: '09:30', end: '10:30' }))

    expect(await release(3)).toEqual({ ok: false, problem: { code: 'blocking_warnings', count: 1 } })
    valueOf(await world.as(world.lead, (ctx) => removeItem(ctx, world.missionId, clash)))
  })
})

describe('a release', () => {
  test('keeps the text its digest was made of', async () => {
    const kept = await world.read(world.city, (ctx) => loadRelease(ctx.tx, world.missionId, 1))

    expect(
      createHash('sha256')
        .update(kept?.text ?? '')
        .digest('hex'),
    ).toBe(kept?.digest)
    expect(freeze(thaw(kept?.text ?? '')).text).toBe(kept?.text)
  })

  test('comes back as a draft: what moved is where it was, what was added is cancelled, nothing is released', async () => {
    valueOf(await world.as(world.lead, (ctx) => goBackTo(ctx, world.missionId, 1)))

    const items = await world.read(world.lead, (ctx) => listItems(ctx.tx, world.missionId))
    expect(items.find(({ id }) => id === visit)).toMatchObject({ startsAt: '2017-11-06T19:00:00.000Z', across: ['La doyenne'] })
    expect(items.filter(({ state }) => state === 'cancelled')).toHaveLength(1)
    expect((await world.read(world.lead, (ctx) => loadRelease(ctx.tx, world.missionId)))?.number).toBe(3)
  })

  test('holds its items: they are cancelled, never removed', async () => {
    expect(await world.as(world.lead, (ctx) => removeItem(ctx, world.missionId, meeting))).toEqual({
      ok: false,
      problem: { code: 'a_released_item_is_cancelled_not_removed' },
    })
    valueOf(await world.as(world.lead, (ctx) => setItemState(ctx, world.missionId, meeting, 'cancelled')))
    await mailed()
    valueOf(await release(3))
    expect((await mailed()).find(({ recipient }) => recipient === 'ana@example.org')?.body).toContain('Annulé – Rencontre')
  })
})

describe('what the database itself refuses, application checks bypassed', () => {
  const byHand = (content: ProgrammeContent, { text = freeze(content).text, number = 9 } = {}) => {
    const id = crypto.randomUUID()
    return [
      sql`insert into programme.release (id, mission_id, number, digest, item_count, concerned_count, released_at)
        values (${id}, ${world.missionId}, ${number}, ${freeze(content).digest}, 1, 0, now())`,
      sql`insert into programme.release_content (release_id, mission_id, content) values (${id}, ${world.missionId}, ${text})`,
    ]
  }
  const twice = async (change: object = {}): Promise<ProgrammeContent> => {
    const kept = await world.read(world.lead, (ctx) => loadRelease(ctx.tx, world.missionId, 1))
    const content = thaw(kept?.text ?? '')
    const [first, second] = content.items
    if (!first || !second) throw new Error('the first release has two items')
    return { ...content, items: [first, { ...second, startsAt: first.startsAt, endsAt: first.endsAt, people: first.people, ...change }] }
  }

  test('a release that expects one person in two places at once', async () => {
    expect(await world.stoppedBy(world.lead, ...byHand(await twice()))).toBe('nobody_is_in_two_places_at_once')
    expect(await world.stoppedBy(world.lead, ...byHand(await twice({ attendance: 'optional' })))).toBeNull()
    expect(await world.stoppedBy(world.lead, ...byHand(await twice({ state: 'cancelled' })))).toBeNull()
  })

  test('a text that is not the one of the digest', async () => {
    const content = await twice({ attendance: 'optional' })

    expect(await world.stoppedBy(world.lead, ...byHand(content, { text: freeze({ ...content, items: [] }).text }))).toBe(
      'a_release_is_what_its_digest_says',
    )
  })

  test('two releases of one number', async () => {
    expect(await world.stoppedBy(world.lead, ...byHand(await twice({ attendance: 'optional' }), { number: 1 }))).toBe(
      'one_release_per_number',
    )
  })

  test('a release by a partner that does not organise, or by a stranger', async () => {
    const content = await twice({ attendance: 'optional' })

    expect(await world.stoppedBy(world.city, ...byHand(content))).toBe('42501')
    expect(await world.stoppedBy(world.stranger, ...byHand(content))).toBe('42501')
  })

  test('changing or removing what was released, placing people by hand, or removing a released item', async () => {
    const refused = await Promise.all([
      world.stoppedBy(world.lead, sql`update programme.release set item_count = 0`),
      world.stoppedBy(world.lead, sql`delete from programme.release_content`),
      world.stoppedBy(world.lead, sql`delete from programme.placement`),
      world.stoppedBy(world.lead, sql`delete from programme.item where id = ${meeting}`),
    ])

    expect(refused).toEqual(['42501', '42501', '42501', 'a_released_item_is_cancelled_not_removed'])
    await withOwner(world.ownerUrl, async (owner) => {
      await expect(owner.query('update programme.release set item_count = 0')).rejects.toThrow('append-only')
    })
  })

  test('telling people of a release one did not make', async () => {
    const { rows } = await world.read(world.lead, (ctx) => sql<{ id: string }>`select id from programme.release limit 1`.execute(ctx.tx))
    const tell = sql`select programme.tell_members(${rows[0]?.id}, ${JSON.stringify([{ memberId: world.ana, letters: {} }])}::jsonb)`

    expect(await world.stoppedBy(world.city, tell)).toBe('only_who_releases_tells')
    expect(await world.stoppedBy(world.stranger, tell)).toBe('only_who_releases_tells')
  })

  test('releases, their texts and placements are read by partners and by nobody else; addresses by who sends the person', async () => {
    for (const table of ['release', 'release_content', 'placement', 'released_item']) {
      const count = (who: Somebody) =>
        world.read(who, (ctx) => sql`select from programme.${sql.table(table)}`.execute(ctx.tx)).then(({ rows }) => rows.length)

      expect(await count(world.lead)).toBeGreaterThan(0)
      expect([table, await count(world.city), await count(world.stranger)]).toEqual([table, await count(world.lead), 0])
    }
    const text = await world.read(world.lead, (ctx) => loadRelease(ctx.tx, world.missionId))
    expect(text?.text).not.toContain('@example.org')
  })
})

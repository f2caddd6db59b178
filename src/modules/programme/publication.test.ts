import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import type { Somebody } from '#tests/world.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { loadPublication } from './sql/publication.ts'
import { publishProgramme, readPublicProgramme } from './usecases/publish-programme.ts'
import { releaseProgramme } from './usecases/release-programme.ts'
import { changeItem, proposeItem } from './usecases/write-item.ts'

let world: Awaited<ReturnType<typeof aMissionToMiami>>
let opening: string
let dinner: string
const private_ = {
  speakers: ['Ana Orateur'],
  across: ['Doyenne d’en face'],
  interpreters: ['Iris Interprète'],
  interpretersNeeded: 1,
  dressCode: { fr: 'Tenue réservée' },
  briefing: { fr: 'Consigne réservée' },
  planB: { fr: 'Repli réservé' },
}
beforeAll(async () => {
  world = await aMissionToMiami(inject('templateUrl'))
  opening = valueOf(await propose({ title: { fr: 'Ouverture' }, ...private_ }))
  dinner = valueOf(await propose({ title: { fr: 'Dîner privé' }, start: '20:00', end: '22:00' }))
})
afterAll(() => world.close())

const propose = (facts: Parameters<typeof words>[1]) =>
  world.as(world.lead, (ctx) => proposeItem(ctx, world.missionId, words(world.legId, facts)))
const change = (id: string, version: number, facts: Parameters<typeof words>[1]) =>
  world.as(world.lead, (ctx) => changeItem(ctx, world.missionId, id, version, words(world.legId, facts)))
const release = async (seen: number) =>
  valueOf(
    await world.as(world.lead, (ctx) =>
      releaseProgramme(ctx, world.missionId, { seen, name: { fr: 'Nom interne' }, note: { fr: 'Mot interne' } }),
    ),
  )
const saved = async () => (await world.read(world.lead, (ctx) => loadPublication(ctx.tx, world.missionId)))?.version ?? 0
const publish = (
  who: Somebody,
  itemIds: readonly string[],
  { slug = 'miami-2017', isOpen = true, version }: { slug?: string; isOpen?: boolean; version: number },
) => world.as(who, (ctx) => publishProgramme(ctx, world.missionId, { slug, isOpen, itemIds, version }))
const read = () => readPublicProgramme(world.services, 'miami-2017')

describe('making a programme public', () => {
  test('is for the organisers, at an address that is one, with something to read, and not over what a colleague chose', async () => {
    await expect(publish(world.city, [opening], { version: 0 })).rejects.toThrow(Forbidden)
    await expect(publish(world.reader, [opening], { version: 0 })).rejects.toThrow(Forbidden)
    await expect(publish(world.stranger, [opening], { version: 0 })).rejects.toThrow(NotFound)
    expect(await publish(world.lead, [opening], { slug: 'Ça !', version: 0 })).toMatchObject({ problem: { code: 'slug_is_an_address' } })
    expect(await publish(world.lead, [crypto.randomUUID()], { version: 0 })).toMatchObject({ problem: { code: 'nothing_public' } })
    expect(await publish(world.lead, [opening], { version: 7 })).toMatchObject({ problem: { code: 'stale_publication' } })
    expect(await read()).toBeNull()
  })

  test('shows the public facts of the chosen items once they are released, and no name, instruction or word of the organisers', async () => {
    valueOf(await publish(world.lead, [opening], { version: 0 }))
    expect((await read())?.items).toEqual([])
    await release(0)

    const page = await read()
    expect(page).toMatchObject({
      title: { fr: 'Miami' },
      organiserName: 'Département de Rochebrune',
      releases: [{ number: 1, changes: [] }],
    })
    expect(page?.items.map(({ title }) => title.fr)).toEqual(['Ouverture'])
    expect(JSON.stringify(page)).not.toMatch(/Dîner|Orateur|Doyenne|Interprète|réservé|interne|people|Arnal|capacity/)
  })

  test('tells what each release changed of what is public, and nothing when only the rest changed', async () => {
    valueOf(await change(opening, 1, { title: { fr: 'Ouverture' }, ...private_, speakers: ['Bob Orateur'] }))
    valueOf(await change(dinner, 1, { title: { fr: 'Dîner privé' }, start: '20:30', end: '22:00' }))
    await release(1)
    valueOf(await change(opening, 2, { title: { fr: 'Ouverture' }, ...private_, start: '10:00', end: '11:00' }))
    await release(2)

    const releases = (await read())?.releases
    expect(releases?.map(({ number, changes }) => [number, changes.map(({ kind }) => kind)])).toEqual([
      [3, ['moved']],
      [2, []],
      [1, []],
    ])
    expect(releases?.[0]?.changes[0]).toMatchObject({
      before: { startsAt: '2017-11-06T14:00:00.000Z' },
      after: { startsAt: '2017-11-06T15:00:00.000Z' },
    })
  })

  test('an item made public later does not tell what it was before', async () => {
    valueOf(await publish(world.lead, [opening, dinner], { version: await saved() }))

    const page = await read()
    expect(page?.items.map(({ title }) => title.fr)).toEqual(['Ouverture', 'Dîner privé'])
    expect(JSON.stringify(page?.releases)).not.toContain('Dîner')
  })

  test('taken back, it is gone at once, and an item that is no longer public with all that was told of it', async () => {
    valueOf(await publish(world.lead, [dinner], { version: await saved() }))
    expect(JSON.stringify(await read())).not.toContain('Ouverture')

    valueOf(await publish(world.lead, [dinner], { isOpen: false, version: await saved() }))
    expect(await read()).toBeNull()
  })
})

describe('the database', () => {
  test('refuses another mission’s item, an address that is none or is taken, a partner who does not organise, and a made-up history', async () => {
    const { stoppedBy, lead, city, stranger, missionId } = world
    const item = (id: string, since = 0) =>
      sql`insert into programme.public_item (item_id, mission_id, since) values (${id}, ${missionId}, ${since})`

    expect(await stoppedBy(city, item(opening))).toBe('42501')
    expect(await stoppedBy(lead, item(crypto.randomUUID()))).toBe('a_public_item_is_an_item')
    expect(await stoppedBy(lead, item(opening, -1))).toBe('since_is_a_release_or_none')
    expect(await stoppedBy(lead, sql`update programme.publication set slug = 'Non' where mission_id = ${missionId}`)).toBe(
      'slug_is_an_address',
    )
    expect(
      await stoppedBy(stranger, sql`insert into programme.publication (mission_id, slug, is_open) values (${missionId}, 'essai', true)`),
    ).toBe('42501')
    expect(
      await stoppedBy(
        lead,
        sql`insert into programme.item_news values (${opening}, ${missionId}, 1, true, true, array[${world.ana}]::uuid[])`,
      ),
    ).toBe('42501')
    const read = (who: Somebody, table: string) =>
      world.read(who, async (ctx) => (await sql`select 1 from ${sql.table(table)}`.execute(ctx.tx)).rows.length)
    for (const table of ['programme.item_version', 'programme.item_news', 'programme.publication', 'programme.public_item']) {
      expect(await read(city, table), table).toBeGreaterThan(0)
      expect(await read(stranger, table), table).toBe(0)
    }
  })

  test('keeps each change once, of a release and an item that are, for somebody', async () => {
    const refused = (statement: string) => expect(withOwner(world.ownerUrl, (owner) => owner.query(statement))).rejects
    const values = (number: number, kinds: string, id = opening, whom = `'{${world.ana}}'`) =>
      `insert into programme.item_news values ('${id}', '${world.missionId}', ${number}, ${kinds}, ${whom})`

    await refused(values(3, 'true, true')).toThrow('a_release_tells_a_thing_once')
    await refused(values(3, 'false, false')).toThrow('news_is_for_a_guest')
    await refused(values(1, 'true, true', opening, `'{}'`)).toThrow('news_is_for_somebody')
    await refused(values(99, 'true, true')).toThrow('news_is_of_a_release')
    await refused(values(1, 'true, true', crypto.randomUUID())).toThrow('news_is_of_an_item')
    const version = (number: number, id = opening) =>
      `insert into programme.item_version values ('${id}', '${world.missionId}', ${number}, '{}')`
    await refused(version(1)).toThrow('an_item_is_said_once_per_release')
    await refused(version(99)).toThrow('a_version_is_of_a_release')
    await refused(version(1, crypto.randomUUID())).toThrow('a_version_is_of_an_item')
  })

  test('gives an address to one programme, and public items to a publication', async () => {
    const { lead, leg } = world
    const other = valueOf(
      await world.as(lead, (ctx) =>
        createMission(ctx, { kind: 'outgoing', title: { fr: 'Gênes' }, purpose: {}, legs: [leg], objectives: [], themes: [] }),
      ),
    )
    const taken = sql`insert into programme.publication (mission_id, slug, is_open) values (${other}, 'miami-2017', true)`

    expect(await world.stoppedBy(lead, taken)).toBe('an_address_serves_one_programme')
    expect(
      await world.stoppedBy(lead, sql`insert into programme.public_item (item_id, mission_id, since) values (${opening}, ${other}, 0)`),
    ).toBe('a_public_item_is_of_a_publication')
  })
})

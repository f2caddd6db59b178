import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody, World } from '#tests/world.ts'
import { isValidOn, notTakenOver, type TitleDraft } from './domain/title.ts'
import { listGuests } from './sql/guests.ts'
import { listProposedTitles, listTitles } from './sql/titles.ts'
import { openReception } from './reception.fixture.ts'
import { confirmTitle, endTitle, removeTitle, takeOverTitle, writeTitle } from './usecases/keep-titles.ts'
import { listGuest } from './usecases/list-guests.ts'

let world: World
let lead: Somebody
let port: Somebody
let reader: Somebody
let missionId: string
beforeAll(async () => {
  ;({ world, lead, port, missionId } = await openReception(inject('templateUrl')))
  reader = await world.join(lead.organisationId, ['reader'])
})
afterAll(() => world.close())

const title: TitleDraft = {
  country: 'IT',
  title: 'Assessore secret',
  equivalent: { fr: 'Adjoint au maire' },
  rankCode: 'foreign_deputy_mayor',
  address: { fr: 'Madame l’Adjointe' },
  validFrom: null,
  validTo: null,
  source: '',
}
const write = (who: Somebody, facts: Partial<TitleDraft> = {}) => world.as(who, (ctx) => writeTitle(ctx, { ...title, ...facts }))
const titlesOf = (who: Somebody) => world.read(who, (ctx) => listTitles(ctx.tx, who))
const list = (who: Somebody, name: string, equivalenceId: string | null, rankCode = '') =>
  world.as(who, (ctx) =>
    listGuest(ctx, missionId, {
      side: 'visitor',
      name,
      title: '',
      rankCode,
      sinceOn: null,
      invites: false,
      interpretsFor: null,
      equivalenceId: equivalenceId as never,
    }),
  )

test('a title gives its rank to the guest who bears it, and the database keeps the two together', async () => {
  const id = valueOf(await write(lead))
  valueOf(await list(lead, 'Livia', id, 'staff'))

  const guests = await world.read(lead, (ctx) => listGuests(ctx.tx, missionId))
  expect(guests).toMatchObject([{ name: 'Livia', rankCode: 'foreign_deputy_mayor', equivalenceId: id }])
  const wrongRank = sql`insert into visits.guest (mission_id, side, name, rank_code, equivalence_id) values (${missionId}, 'visitor', 'Autre', 'prefect', ${id})`
  expect(await world.stoppedBy(lead, wrongRank)).toBe('a_guest_has_the_rank_of_its_title')
  expect(await list(lead, 'Autre', null)).toMatchObject({ ok: false, problem: { code: 'rank_unknown' } })
})

test('partners read the titles of the guests they read, and no other; a title of another organisation cannot be given', async () => {
  const hidden = valueOf(await write(lead, { title: 'Titre gardé' }))

  expect(await titlesOf(port)).toEqual([])
  const seen = await world.read(port, (ctx) => listTitles(ctx.tx, { missionId }))
  expect(seen.map((each) => each.title)).toEqual(['Assessore secret'])
  expect(await list(port, 'Autre', hidden)).toMatchObject({ ok: false, problem: { code: 'title_unknown' } })
  const stolen = sql`insert into visits.guest (mission_id, side, name, rank_code, equivalence_id) values (${missionId}, 'visitor', 'Autre', 'foreign_deputy_mayor', ${hidden})`
  expect(await world.stoppedBy(port, stolen)).toBe('a_guest_has_the_rank_of_its_title')
  await expect(world.as(port, (ctx) => confirmTitle(ctx, hidden))).rejects.toThrow(NotFound)
})

test('is to be confirmed until a person says so under their name; then it stays, and one ends it', async () => {
  const id = valueOf(await write(lead, { title: 'Sindaco' }))
  expect((await titlesOf(lead)).find((each) => each.id === id)).toMatchObject({ confirmedOn: null, confirmedByName: null })
  await expect(world.as(reader, (ctx) => confirmTitle(ctx, id))).rejects.toThrow(Forbidden)

  valueOf(await world.as(lead, (ctx) => confirmTitle(ctx, id)))

  expect((await titlesOf(lead)).find((each) => each.id === id)).toMatchObject({
    confirmedOn: '2026-03-02',
    confirmedByName: expect.any(String),
  })
  expect(await world.as(lead, (ctx) => confirmTitle(ctx, id))).toMatchObject({ ok: false, problem: { code: 'already_confirmed' } })
  expect(await world.as(lead, (ctx) => removeTitle(ctx, id))).toMatchObject({ ok: false, problem: { code: 'confirmed_is_ended' } })
  expect(await world.stoppedBy(lead, sql`update visits.title_equivalence set rank_code = 'staff' where id = ${id}`)).toBe(
    'a_confirmed_equivalence_stays',
  )
  valueOf(await world.as(lead, (ctx) => endTitle(ctx, id, asLocalDate('2026-04-30'))))
  expect(await list(lead, 'Autre', id)).toMatchObject({ ok: false, problem: { code: 'title_unknown' } })
})

test('of one title and country there is one equivalence on a day', async () => {
  const from = asLocalDate('2025-01-01')
  valueOf(await write(lead, { title: 'Alcalde', country: 'ES', validTo: asLocalDate('2024-12-31') }))
  valueOf(await write(lead, { title: 'Alcalde', country: 'ES', validFrom: from }))

  expect(await write(lead, { title: 'ALCALDE', country: 'ES', validFrom: asLocalDate('2026-01-01') })).toMatchObject({
    ok: false,
    problem: { code: 'one_equivalence_at_a_time' },
  })
  valueOf(await write(lead, { title: 'Alcalde', country: 'PE', validFrom: from }))
  expect(isValidOn({ validFrom: from, validTo: null }, asLocalDate('2024-12-31'))).toBe(false)
})

test('what is proposed is taken over to be confirmed, once', async () => {
  const proposed = await world.read(port, (ctx) => listProposedTitles(ctx.tx))
  const mayor = proposed.find(({ country, title: named }) => country === 'US' && named === 'Mayor')
  valueOf(await world.as(port, (ctx) => takeOverTitle(ctx, mayor?.id ?? '')))

  const own = await titlesOf(port)
  expect(own).toMatchObject([{ country: 'US', title: 'Mayor', rankCode: 'foreign_mayor', confirmedOn: null }])
  expect(notTakenOver(proposed, own)).toHaveLength(proposed.length - 1)
  await expect(world.as(reader, (ctx) => takeOverTitle(ctx, mayor?.id ?? ''))).rejects.toThrow(Forbidden)
})

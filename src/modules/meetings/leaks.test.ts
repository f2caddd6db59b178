import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { makeWishes } from './usecases/make-wishes.ts'
import { makeLink } from './usecases/make-link.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let home: string
let host: string
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  home = await world.bring(world.lead, 'Maison')
  host = await world.bring(world.lead, 'Hôte', { circleId: world.host })
  const wishes = [{ aboutId: host, degree: 'must' as const, motive: 'Secret' }]
  valueOf(await world.as(world.lead, (ctx) => makeWishes(ctx, world.missionId, world.eventId, home, wishes)))
  valueOf(await world.as(world.lead, (ctx) => makeLink(ctx, world.missionId, world.eventId, host, 'en')))
})
afterAll(() => world.close())

const count = async (who: Somebody, table: string) => {
  const { rows } = await world.read(who, (ctx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(`meetings.${table}`)}`.execute(ctx.tx),
  )
  return rows[0]?.n
}
async function stoppedBy(who: Somebody, statement: RawBuilder<unknown>): Promise<string | number | null> {
  try {
    const { numAffectedRows } = await world.read(who, (ctx) => statement.execute(ctx.tx))
    return numAffectedRows === 0n ? 'touches nothing' : null
  } catch (error) {
    return violatedConstraint(error) ?? (error as { code?: string }).code ?? null
  }
}

describe('what others read when nothing but the database stands in the way', () => {
  const shared = ['event', 'slot', 'circle', 'rule', 'participant', 'representative', 'spot']
  const priv = ['wish', 'answer_link', 'allowance', 'representative_contact', 'received_request']

  test.each(shared)('a partner reads meetings.%s, a stranger none of it', async (table) => {
    expect(await count(world.city, table)).toBe(await count(world.lead, table))
    expect(await count(world.city, table)).toBeGreaterThan(0)
    expect(await count(world.stranger, table)).toBe(0)
  })

  test.each(priv)('what the organiser holds in meetings.%s is read by no other partner and no stranger', async (table) => {
    expect(await count(world.lead, table)).toBeGreaterThan(0)
    expect(await count(world.city, table)).toBe(0)
    expect(await count(world.stranger, table)).toBe(0)
  })
})

describe('what others write when nothing but the database stands in the way', () => {
  test.each([
    ['the title of an event', sql`update meetings.event set slot_minutes = 60`],
    ['a participant of another', sql`update meetings.participant set name = 'Volé'`],
    ['a wish of another', sql`update meetings.wish set degree = 'no'`],
    ['a link of another', sql`update meetings.answer_link set revoked_at = now()`],
    ['the people of another', sql`delete from meetings.representative`],
  ])('a partner who does not organise leaves %s as it is', async (_, statement) => {
    expect(await stoppedBy(world.city, statement)).toBe('touches nothing')
  })

  test('nobody accepts for another, nor counts their own quotas', async () => {
    const { rows } = await world.read(world.city, (ctx) =>
      sql<{ done: boolean }>`select meetings.answer_request(id, true, '', now()) as done from meetings.received_request`.execute(ctx.tx),
    )
    expect(rows).toEqual([])
    expect(await stoppedBy(world.lead, sql`update meetings.allowance set accepted = 0`)).toBe('42501')
  })

  const wish = (from: string, about: string, degree = 'like', state = 'open', expires = true) => sql`
    insert into meetings.wish (mission_id, event_id, organisation_id, participant_id, about_id, degree, state, asked_at, expires_at)
      values (${world.missionId}, ${world.eventId}, ${world.lead.organisationId}, ${from}, ${about}, ${degree}, ${state}, now(), ${expires ? sql`now() + interval '1 day'` : null})`

  test.each([
    ['one_wish_about_each', () => wish(home, host)],
    ['a_rule_allows_the_wish', () => wish(host, home)],
    ['the_rule_says_who_answers', () => wish(home, host, 'like', 'noted', false)],
    ['nobody_asks_for_themselves', () => wish(home, home, 'no', 'noted', false)],
    ['degree_is_known', () => wish(host, home, 'love', 'noted', false)],
  ])('%s', async (constraint, statement) => {
    const stopped = await stoppedBy(world.lead, statement())
    expect(constraint === 'degree_is_known' ? ['degree_is_known', 'a_rule_allows_the_wish'] : [constraint]).toContain(stopped)
  })
})

import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { anAssembly } from '../usecases/approval.fixture.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof anAssembly>>
let voted: string
let adopted: string
let draft: string
let about: string
beforeAll(async () => {
  world = await anAssembly(inject('templateUrl'))
  voted = await world.ready()
  adopted = await world.submitted(voted)
  valueOf(await world.vote(adopted))
  valueOf(await world.step(voted as never, { kind: 'sign', on: asLocalDate('2026-02-25'), proof: 'Portobello' }))
  valueOf(await world.transmit(adopted, '2026-02-27'))
  about = await world.open()
  draft = await world.opened(about)
})
afterAll(() => world.close())

const nobody = '01900000-0000-7000-8000-000000000003'
const signed = `voted_on = '2026-02-20', vote_reference = '1', signed_on = '2026-02-20', signed_at_place = 'Portobello'`
const act = (agreement: string, kind = 'agreement') => sql`insert into acts.act (kind, agreement_id) values (${kind}, ${agreement})`
const setAgreement = (change: string, id: string) => sql`update agreements.agreement set ${sql.raw(change)} where id = ${id}`

describe('what an act about an agreement may not say', () => {
  test.each<[string, () => RawBuilder<unknown>]>([
    ['an_agreement_act_names_its_agreement', () => act(about, 'ratification')],
    ['an_agreement_act_names_its_agreement', () => sql`insert into acts.act (kind) values ('agreement')`],
    ['an_agreement_has_one_act_at_a_time', () => act(about)],
    ['an_agreement_has_one_act_at_a_time', () => act(voted)],
    ['what_an_act_is_about_does_not_move', () => sql`update acts.act set agreement_id = ${voted} where id = ${draft}`],
    [
      'an_agreement_act_has_no_mission',
      () => sql`insert into acts.act_mission (act_id, mission_id, position) values (${draft}, ${about}, 0)`,
    ],
    ['an_act_keeps_its_agreement', () => sql`delete from agreements.agreement where id = ${about}`],
  ])('%s', async (constraint, statement) => {
    expect(await world.stoppedBy(world.officer, statement())).toBe(constraint)
  })

  test('one of another register is none', async () => {
    expect(await world.stoppedBy(world.city, act(about))).toBe('an_act_keeps_its_agreement')
  })
})

describe('what an act proves', () => {
  test.each<[string, () => RawBuilder<unknown>]>([
    ['what_an_act_proves_stays', () => setAgreement(`voted_on = '2026-02-19'`, voted)],
    ['what_an_act_proves_stays', () => setAgreement(`vote_reference = '1'`, voted)],
    ['what_an_act_proves_stays', () => setAgreement(`vote_act_id = null`, voted)],
    ['a_vote_is_that_of_its_act', () => setAgreement(`voted_on = '2026-02-20', vote_reference = '1', vote_act_id = '${draft}'`, about)],
    ['a_vote_is_that_of_its_act', () => setAgreement(`voted_on = '2026-02-20', vote_reference = '1', vote_act_id = '${adopted}'`, about)],
    ['a_transmission_is_that_of_its_act', () => setAgreement(`transmitted_on = '2026-02-26', in_force_from = '2026-02-27'`, voted)],
  ])('%s', async (constraint, statement) => {
    expect(await world.stoppedBy(world.officer, statement())).toBe(constraint)
  })

  test.each([
    ['an_act_proves_a_vote', (id: string) => `vote_act_id = '${id}'`],
    ['an_act_proves_a_transmission', (id: string) => `transmission_act_id = '${id}'`],
    ['voted_by_an_own_act', () => `voted_on = '2026-02-20', vote_reference = '1', vote_act_id = '${nobody}'`],
    [
      'transmitted_by_an_own_act',
      () => `${signed}, transmitted_on = '2026-02-20', transmission_reference = '1', transmission_act_id = '${nobody}'`,
    ],
  ])('%s, the triggers asleep', async (constraint, change) => {
    const stopped = withOwner(world.ownerUrl, async (owner) => {
      await owner.query('begin')
      try {
        await owner.query('alter table agreements.agreement disable trigger guard_proofs')
        await owner.query(`update agreements.agreement set ${change(adopted)} where id = '${about}'`)
      } finally {
        await owner.query('rollback')
      }
    })

    await expect(stopped).rejects.toMatchObject({ constraint })
  })
})

test('an act about an agreement is read by its organisation alone', async () => {
  const seen = (who: typeof world.officer) =>
    world.read(who, async ({ tx }) => (await sql`select id from acts.pub_act where id = ${adopted}`.execute(tx)).rows.length)

  expect([await seen(world.officer), await seen(world.reader), await seen(world.city)]).toEqual([1, 1, 0])
})

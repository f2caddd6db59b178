import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody, World } from '#tests/world.ts'
import type { MissionId } from './domain/mission.ts'
import { missingFromPart } from './domain/sign-off.ts'
import { type Room, openRoom } from './room.fixture.ts'
import { loadMission } from './sql/missions.ts'
import { listSignOffs, listWorkstreams } from './sql/workstreams.ts'
import { closeWorkstream, openWorkstream, signOff, withdrawSignOff } from './usecases/sign-off.ts'

let world: World
let lead: Somebody
let genoa: Somebody
let stranger: Somebody
let missionId: MissionId
let asWeb: Room['asWeb']

beforeAll(async () => {
  ;({ world, lead, genoa, stranger, missionId, asWeb } = await openRoom(inject('templateUrl')))
})
afterAll(() => world.close())

const signed = async (who = genoa) =>
  (await world.read(who, (ctx) => listSignOffs(ctx.tx, missionId))).map(({ organisationName, withdrawnBecause }) => [
    organisationName,
    withdrawnBecause,
  ])
const sign = () => world.as(genoa, (ctx) => signOff(ctx, missionId, []))
const addMember = (who: Somebody) =>
  asWeb(
    who,
    `insert into delegations.member (mission_id, given_name, family_name, category) values ('${missionId}', 'Ange', 'Essai', 'staff')`,
  )

describe('workstreams', () => {
  test('are opened by organisers, led by a partner, and read by all of them in several languages', async () => {
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)?.id ?? ''
    const label = { fr: 'Tourisme', en: 'Tourism' }

    valueOf(await world.as(lead, (ctx) => openWorkstream(ctx, missionId, { label, partnerId: seat })))

    expect(await world.read(genoa, (ctx) => listWorkstreams(ctx.tx, missionId))).toMatchObject([
      { label, leadName: 'Comune di Portobello' },
    ])
    expect(await world.read(stranger, (ctx) => listWorkstreams(ctx.tx, missionId))).toEqual([])
    await expect(world.as(genoa, (ctx) => openWorkstream(ctx, missionId, { label, partnerId: seat }))).rejects.toThrow(Forbidden)
    expect(await world.as(lead, (ctx) => openWorkstream(ctx, missionId, { label, partnerId: crypto.randomUUID() }))).toEqual({
      ok: false,
      problem: { code: 'not_a_partner' },
    })
    const [opened] = await world.read(lead, (ctx) => listWorkstreams(ctx.tx, missionId))
    valueOf(await world.as(lead, (ctx) => closeWorkstream(ctx, missionId, opened?.id ?? '')))
    await expect(world.as(lead, (ctx) => closeWorkstream(ctx, missionId, opened?.id ?? ''))).rejects.toThrow(NotFound)
  })
})

describe('a part signed off', () => {
  test('must be complete: what the organisers owe does not count', async () => {
    expect(missingFromPart(['no_leg', 'no_head', 'not_confirmed', 'mandate_to_vote'])).toEqual(['no_head', 'mandate_to_vote'])
    expect(await world.as(genoa, (ctx) => signOff(ctx, missionId, ['no_leg', 'no_head']))).toEqual({
      ok: false,
      problem: { code: 'part_incomplete', missing: 'no_head' },
    })
  })

  test('is told to every partner, and withdrawn by hand with its history', async () => {
    valueOf(await sign())
    expect(await sign()).toEqual({ ok: false, problem: { code: 'already_signed_off' } })
    expect(await signed(lead)).toEqual([['Comune di Portobello', null]])

    valueOf(await world.as(genoa, (ctx) => withdrawSignOff(ctx, missionId)))

    expect(await signed(lead)).toEqual([['Comune di Portobello', 'by_hand']])
    expect(await world.as(genoa, (ctx) => withdrawSignOff(ctx, missionId))).toEqual({ ok: false, problem: { code: 'not_signed_off' } })
  })

  test('is for its officers, and for no stranger', async () => {
    const reader = await world.join(genoa.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => signOff(ctx, missionId, []))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => signOff(ctx, missionId, []))).rejects.toThrow(NotFound)
  })

  test('falls when its delegation changes, and not when another’s does', async () => {
    valueOf(await sign())

    await addMember(lead)
    expect((await signed())[0]).toEqual(['Comune di Portobello', null])
    await addMember(genoa)

    expect((await signed())[0]).toEqual(['Comune di Portobello', 'delegation_changed'])
  })

  test('falls when its mandate changes', async () => {
    valueOf(await sign())

    await asWeb(
      genoa,
      `insert into missions.mandate (mission_id, decided_by, decided_on, reference) values ('${missionId}', 'assembly', '2026-02-01', '12')`,
    )

    expect((await signed())[0]).toEqual(['Comune di Portobello', 'mandate_changed'])
  })

  test('falls when its expenses change, and whose is told but not which', async () => {
    valueOf(await sign())

    await asWeb(
      genoa,
      `insert into budget.expense (mission_id, spent_on, supplier, category, amount_cents, currency, base_cents, base_currency)
         values ('${missionId}', '2026-02-10', 'Albergo Essai', 'lodging', 100, 'EUR', 100, 'EUR')`,
    )

    expect((await signed(lead))[0]).toEqual(['Comune di Portobello', 'expenses_changed'])
    expect((await asWeb(lead, `select from app.journal where payload::text like '%Albergo%'`)).rows).toEqual([])
  })

  test('two officers who sign at the same moment leave one sign-off', async () => {
    const outcomes = await Promise.all([sign(), sign()])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the database, with the application’s checks bypassed', () => {
  test('nobody signs, or withdraws, in the place of another, and nothing past is rewritten', async () => {
    expect(
      (
        await asWeb(
          lead,
          `update missions.sign_off set withdrawn_at = now(), withdrawn_because = 'by_hand' where organisation_id = '${genoa.organisationId}'`,
        )
      ).numAffectedRows,
    ).toBe(0n)
    await expect(
      asWeb(
        lead,
        `insert into missions.sign_off (mission_id, organisation_id, signed_at, signed_name) values ('${missionId}', '${genoa.organisationId}', now(), 'x')`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(asWeb(genoa, `update missions.sign_off set signed_name = 'x'`)).rejects.toThrow(/permission denied/)
    expect(
      (await asWeb(genoa, `update missions.sign_off set withdrawn_at = null, withdrawn_because = null where withdrawn_at is not null`))
        .numAffectedRows,
    ).toBe(0n)
    await expect(asWeb(genoa, `delete from missions.sign_off`)).rejects.toThrow(/permission denied/)
  })
})

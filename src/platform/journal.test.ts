import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type MissionId, createMission } from '#modules/missions/index.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { withOwner } from './db.ts'
import { verifyJournal } from './journal.ts'
import { valueOf } from './pure/outcome.ts'

let world: World
let somebody: Somebody

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  somebody = await world.found('Ville de Rochebrune', 'municipality')
})
afterAll(() => world.close())

const aMission = async (fr: string): Promise<MissionId> =>
  valueOf(
    await world.as(somebody, (ctx) =>
      createMission(ctx, { kind: 'outgoing', title: { fr }, purpose: {}, legs: [], objectives: [], themes: [] }),
    ),
  )

beforeEach(async () => {
  await aMission('Mission journalisée')
})

/** What an intruder with every right on the database could do, in a transaction that is never kept. */
async function faultsAfter(...statements: string[]) {
  return withOwner(world.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query(`set local session_replication_role = replica`)
    for (const statement of statements) await owner.query(statement)
    const { faults } = await verifyJournal(owner)
    await owner.query('rollback')
    return faults.map(({ fault }) => fault)
  })
}

const middle = `(chain, seq) = (select chain, max(seq) - 1 from app.journal group by chain order by max(seq) desc limit 1)`
const last = `(chain, seq) = (select chain, max(seq) from app.journal group by chain order by max(seq) desc limit 1)`

test('an untouched journal has no fault, and every change of the use-case is in it under its event', async () => {
  const missionId = await aMission('Mission à Gênes')

  const entries = await withOwner(world.ownerUrl, async (owner) => {
    expect((await verifyJournal(owner)).faults).toEqual([])
    return (
      await owner.query(`select event, operation, entity, actor_name, payload from app.journal where mission_id = $1 order by seq`, [
        missionId,
      ])
    ).rows
  })

  expect(entries.map(({ event, operation, entity }) => [event, operation, entity])).toEqual([
    ['mission.created', 'insert', 'missions.mission'],
    ['mission.created', 'insert', 'missions.partner'],
  ])
  expect(entries[0]).toMatchObject({
    actor_name: 'Agent de Ville de Rochebrune',
    payload: { after: { title: { fr: 'Mission à Gênes' }, state: 'idea' } },
  })
})

test.each([
  ['an altered entry', `update app.journal set actor_name = 'Quelqu’un d’autre' where ${middle}`, 'altered'],
  ['an altered content', `update app.journal set payload = '{"after": {}}' where ${middle}`, 'payload_altered'],
  ['a removed entry', `delete from app.journal where ${middle}`, 'missing'],
  ['a last entry cut off', `delete from app.journal where ${last}`, 'head_differs'],
  ['two entries exchanged', `update app.journal set seq = -seq where ${middle}`, 'missing'],
])('%s is seen', async (_case, statement, fault) => {
  const faults = await faultsAfter('alter table app.journal drop constraint if exists sequence_starts_at_one', statement)

  expect(faults).toContain(fault)
})

test('a tail cut off together with its head is seen against heads kept elsewhere', async () => {
  const before = await withOwner(world.ownerUrl, verifyJournal)

  const proof = await withOwner(world.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    await owner.query(`delete from app.journal where ${last}`)
    await owner.query(
      `update app.journal_head h set (seq, digest) = (select j.seq, j.digest from app.journal j where j.chain = h.chain order by seq desc limit 1) where exists (select from app.journal j where j.chain = h.chain)`,
    )
    const [alone, anchored] = [await verifyJournal(owner), await verifyJournal(owner, before.heads)]
    await owner.query('rollback')
    return { alone: alone.faults, anchored: anchored.faults.map(({ fault }) => fault) }
  })

  expect(proof.alone).toEqual([])
  expect(proof.anchored).toEqual(['missing'])
})

test('nobody rewrites the journal, the owner included; erasing a content leaves the chain to prove the rest', async () => {
  await withOwner(world.ownerUrl, async (owner) => {
    await expect(owner.query(`update app.journal set actor_name = 'x'`)).rejects.toMatchObject({ constraint: 'journal_is_append_only' })
    await expect(owner.query(`delete from app.journal`)).rejects.toMatchObject({ constraint: 'journal_is_append_only' })
    await expect(owner.query(`truncate app.journal`)).rejects.toMatchObject({ constraint: 'journal_is_append_only' })

    await owner.query(`update app.journal set payload = null where ${middle}`)

    expect((await verifyJournal(owner)).faults).toEqual([])
  })
})

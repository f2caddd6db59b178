import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import type { MissionId } from './domain/mission.ts'
import type { TaskId } from './domain/task.ts'
import { listHolders } from './sql/handover.ts'
import { listTasks } from './sql/tasks.ts'
import { createMission } from './usecases/create-mission.ts'
import { handOver } from './usecases/hand-over.ts'
import { completeTask, writeTask } from './usecases/write-task.ts'

let world: World
let lead: Somebody
let genoa: Somebody
let missionId: MissionId

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  lead = await world.found('Département de Rochebrune')
  genoa = await world.found('Comune di Portobello', 'foreign_authority')
  const draft = { kind: 'outgoing', title: { fr: 'Portobello' }, purpose: {}, legs: [], objectives: [], themes: [] } as const
  missionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
  await seatPartner(world.services, lead, genoa, missionId)
})
afterAll(() => world.close())

async function owe(who: Somebody, title: string): Promise<TaskId> {
  const about = { noun: 'mission', id: null, label: '' } as const
  const owner = { ownerOrganisationId: who.organisationId, ownerAccountId: who.accountId }
  return valueOf(await world.as(who, (ctx) => writeTask(ctx, missionId, { title, dueOn: null, about, isShared: true, ...owner })))
}
const ownerOf = async (taskId: TaskId) => (await world.read(lead, (ctx) => listTasks(ctx.tx, { taskId, limit: 1 })))[0]?.ownerAccountId

test('what someone owes passes to a colleague in one go, journalled; what they did stays theirs, and so does what others owe', async () => {
  const leaver = await world.join(lead.organisationId, ['officer'])
  const successor = await world.join(lead.organisationId, ['officer'])
  const [open, done, foreign] = [await owe(leaver, 'À finir'), await owe(leaver, 'Déjà faite'), await owe(genoa, 'A Genova')]
  valueOf(await world.as(leaver, (ctx) => completeTask(ctx, missionId, done)))

  expect(await world.as(lead, (ctx) => handOver(ctx, leaver.accountId, successor.accountId))).toEqual({
    ok: true,
    value: { taskCount: 1, invitationCount: 0, otherCount: 0 },
  })

  expect([await ownerOf(open), await ownerOf(done), await ownerOf(foreign)]).toEqual([
    successor.accountId,
    leaver.accountId,
    genoa.accountId,
  ])
  const journal = await world.read(lead, (ctx) =>
    sql<{
      event: string
      actorName: string
    }>`select event, actor_name from app.journal where entity_id = ${open} order by seq desc limit 1`.execute(ctx.tx),
  )
  expect(journal.rows).toEqual([{ event: 'work.handed_over', actorName: 'Agent de Département de Rochebrune' }])
})

test('someone who is a member no more is still found, and relieved', async () => {
  const leaver = await world.join(lead.organisationId, ['officer'])
  const task = await owe(leaver, 'Oubliée')
  await withOwner(world.ownerUrl, (owner) => owner.query('delete from identity.membership where account_id = $1', [leaver.accountId]))

  expect(await world.read(lead, (ctx) => listHolders(ctx.tx))).toContainEqual(
    expect.objectContaining({ accountId: leaver.accountId, name: 'Collègue', taskCount: 1 }),
  )
  valueOf(await world.as(lead, (ctx) => handOver(ctx, leaver.accountId, lead.accountId)))

  expect(await ownerOf(task)).toBe(lead.accountId)
})

test('only an administrator does it, within the organisation, and to someone who can do the work', async () => {
  const officer = await world.join(lead.organisationId, ['officer'])
  const reader = await world.join(lead.organisationId, ['reader'])
  await owe(officer, 'À finir')
  const to = (accountId: Somebody['accountId']) => world.as(lead, (ctx) => handOver(ctx, officer.accountId, accountId))

  await expect(world.as(officer, (ctx) => handOver(ctx, lead.accountId, officer.accountId))).rejects.toThrow(Forbidden)
  expect(await to(genoa.accountId)).toEqual({ ok: false, problem: { code: 'not_a_colleague' } })
  expect(await to(reader.accountId)).toEqual({ ok: false, problem: { code: 'reads_only' } })
  expect(await to(officer.accountId)).toEqual({ ok: false, problem: { code: 'same_person' } })
})

test('the people of another organisation are neither listed nor relieved', async () => {
  const task = await owe(genoa, 'Di Genova')

  expect((await world.read(lead, (ctx) => listHolders(ctx.tx))).map(({ accountId }) => accountId)).not.toContain(genoa.accountId)
  expect(await world.as(lead, (ctx) => handOver(ctx, genoa.accountId, lead.accountId))).toEqual({
    ok: false,
    problem: { code: 'nothing_to_hand_over' },
  })
  expect(await ownerOf(task)).toBe(genoa.accountId)
})

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import type { Somebody, World } from '#tests/world.ts'
import type { MissionId } from './domain/mission.ts'
import { type TaskDraft, type TaskId, decideReminder } from './domain/task.ts'
import { type Room, openRoom } from './room.fixture.ts'
import { loadMission } from './sql/missions.ts'
import { listTasks } from './sql/tasks.ts'
import { releasePartner } from './usecases/name-partner.ts'
import { remindTasks } from './usecases/remind-tasks.ts'
import { changeTask, completeTask, reopenTask, writeTask } from './usecases/write-task.ts'

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

const aDraft = (change: Partial<TaskDraft> & { isShared?: boolean } = {}) => ({
  title: 'Réserver le car',
  ownerOrganisationId: lead.organisationId,
  ownerAccountId: null,
  dueOn: asLocalDate('2026-03-12'),
  about: { noun: 'mission', id: null, label: '' } as const,
  isShared: true,
  ...change,
})
const write = async (change: Parameters<typeof aDraft>[0] = {}, who = lead): Promise<TaskId> =>
  valueOf(await world.as(who, (ctx) => writeTask(ctx, missionId, aDraft(change))))
const seen = async (who: Somebody, taskId: TaskId) => (await world.read(who, (ctx) => listTasks(ctx.tx, { taskId, limit: 1 })))[0]

describe('who reads a task', () => {
  test('a shared one is read by every partner, and by no stranger', async () => {
    const id = await write()

    expect(await seen(genoa, id)).toMatchObject({ title: 'Réserver le car', organisationName: 'Département de Rochebrune', isShared: true })
    expect(await seen(stranger, id)).toBeUndefined()
  })

  test('a private one by its own organisation alone', async () => {
    const id = await write({ isShared: false, title: 'Négocier en secret' })
    const colleague = await world.join(lead.organisationId, ['reader'])

    expect(await seen(colleague, id)).toMatchObject({ title: 'Négocier en secret' })
    expect(await seen(genoa, id)).toBeUndefined()
  })

  test('a partner that left reads none of them any more, and what it wrote and owed stays with the others', async () => {
    const other = await world.found('Ville de passage', 'municipality')
    await seatPartner(world.services, lead, other, missionId)
    const id = await write({ title: 'Prêter une salle', ownerOrganisationId: other.organisationId }, other)
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.find(({ name }) => name === 'Ville de passage')

    valueOf(await world.as(lead, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))

    expect(await seen(other, id)).toBeUndefined()
    expect(await seen(lead, id)).toMatchObject({ ownerOrganisationName: 'Ville de passage', ownerHasLeft: true })
  })
})

describe('writing one', () => {
  test.each([
    ['owed by a stranger', () => ({ ownerOrganisationId: stranger.organisationId }), 'owner_is_no_partner'],
    ['private, owed by another', () => ({ isShared: false, ownerOrganisationId: genoa.organisationId }), 'a_private_task_is_owed_at_home'],
    ['shared, about an act', () => ({ about: { noun: 'act' as const, id: crypto.randomUUID(), label: 'Rapport' } }), 'an_act_is_private'],
    ['for a person of another organisation', () => ({ ownerAccountId: genoa.accountId }), 'person_of_another'],
  ])('%s is refused', async (_case, change, code) => {
    expect(await world.as(lead, (ctx) => writeTask(ctx, missionId, aDraft(change())))).toEqual({ ok: false, problem: { code } })
  })

  test('is not for readers, nor for strangers', async () => {
    const reader = await world.join(lead.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => writeTask(ctx, missionId, aDraft()))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => writeTask(ctx, missionId, aDraft()))).rejects.toThrow(NotFound)
  })

  test('names a person of one’s own, whose name every partner reads', async () => {
    const id = await write({ ownerAccountId: lead.accountId })

    expect(await seen(genoa, id)).toMatchObject({ ownerName: 'Agent de Département de Rochebrune' })
  })

  test('an edit made on an older version is refused, and only its author edits', async () => {
    const id = await write()

    expect(await world.as(lead, (ctx) => changeTask(ctx, missionId, id, 7, aDraft()))).toEqual({
      ok: false,
      problem: { code: 'stale_task' },
    })
    await expect(world.as(genoa, (ctx) => changeTask(ctx, missionId, id, 1, aDraft()))).rejects.toThrow(Forbidden)
    valueOf(await world.as(lead, (ctx) => changeTask(ctx, missionId, id, 1, aDraft({ title: 'Réserver deux cars' }))))
    expect(await seen(genoa, id)).toMatchObject({ title: 'Réserver deux cars', version: 2 })
  })
})

describe('doing one', () => {
  test('whoever owes it says so, with a name and a moment; it may be opened again', async () => {
    const id = await write({ ownerOrganisationId: genoa.organisationId })

    valueOf(await world.as(genoa, (ctx) => completeTask(ctx, missionId, id)))

    expect(await seen(lead, id)).toMatchObject({
      state: 'done',
      doneByName: 'Agent de Comune di Portobello',
      doneAt: '2026-03-02T08:00:00.000Z',
    })
    expect(await world.as(genoa, (ctx) => completeTask(ctx, missionId, id))).toEqual({ ok: false, problem: { code: 'task_is_done' } })
    valueOf(await world.as(lead, (ctx) => reopenTask(ctx, missionId, id)))
    expect(await seen(lead, id)).toMatchObject({ state: 'open', doneAt: null, doneByName: null })
  })

  test('another partner does not say so in its place', async () => {
    const id = await write()

    await expect(world.as(genoa, (ctx) => completeTask(ctx, missionId, id))).rejects.toThrow(Forbidden)
  })
})

describe('calling to mind', () => {
  const task = { dueOn: asLocalDate('2026-03-12'), remindedBeforeAt: null, remindedDueAt: null }
  const sent = '2026-03-09T08:00:00.000Z' as Instant
  test.each([
    ['four days before', task, '2026-03-08', 9, null],
    ['three days before', task, '2026-03-09', 9, 'before'],
    ['three days before, at night', task, '2026-03-09', 6, null],
    ['the day after the first', { ...task, remindedBeforeAt: sent }, '2026-03-10', 9, null],
    ['on the day', { ...task, remindedBeforeAt: sent }, '2026-03-12', 9, 'due'],
    ['on the day, without the first', task, '2026-03-12', 9, 'due'],
    ['two days late, when nobody ran the worker', task, '2026-03-14', 9, 'due'],
    ['once both left', { ...task, remindedDueAt: sent }, '2026-03-15', 9, null],
  ] as const)('%s', (_case, facts, today, hour, kind) => {
    expect(decideReminder(facts, { today: asLocalDate(today), hour })).toBe(kind)
  })

  test('reaches the foreign city in its language, in the morning of its own zone, once', async () => {
    await withOwner(world.ownerUrl, async (owner) => {
      await owner.query(`update identity.workspace set time_zone = 'America/New_York' where organisation_id = $1`, [genoa.organisationId])
      await owner.query(`update auth."user" set locale = 'en' where id = $1`, [genoa.accountId])
    })
    const id = await write({ ownerOrganisationId: genoa.organisationId, title: 'Welcome speech', dueOn: asLocalDate('2026-03-20') })
    const at = (now: string): Services => ({ ...world.services, now: () => now as Instant })
    const mails = async (now: string) =>
      withOwner(world.ownerUrl, async (owner) => {
        await remindTasks(at(now), owner as never)
        await remindTasks(at(now), owner as never)
        return (
          await owner.query(
            `select organisation_id, language, subject from app.mail where subject like '%Welcome speech' order by queued_at, id`,
          )
        ).rows
      })

    expect(await mails('2026-03-17T09:00:00.000Z')).toEqual([])
    expect(await mails('2026-03-17T11:30:00.000Z')).toEqual([
      { organisation_id: genoa.organisationId, language: 'en', subject: 'To do by 20 March 2026: Welcome speech' },
    ])
    expect(await mails('2026-03-20T12:00:00.000Z')).toHaveLength(2)
    valueOf(await world.as(genoa, (ctx) => completeTask(ctx, missionId, id)))
    expect(await mails('2026-03-21T12:00:00.000Z')).toHaveLength(2)
  })

  test('leaves once when two workers do it at the same moment', async () => {
    await write({ title: 'Une seule lettre', dueOn: asLocalDate('2026-04-01') })
    const services = { ...world.services, now: () => '2026-04-01T09:00:00.000Z' as Instant }

    await Promise.all([1, 2, 3].map(() => withOwner(world.ownerUrl, (owner) => remindTasks(services, owner as never))))

    const { rows } = await withOwner(world.ownerUrl, (owner) => owner.query(`select from app.mail where subject like '%Une seule lettre'`))
    expect(rows).toHaveLength(1)
  })
})

describe('the database, with the application’s checks bypassed', () => {
  test('a private task never becomes shared, not even by the hand of its author', async () => {
    const id = await write({ isShared: false, title: 'Négocier en secret' })

    await expect(asWeb(lead, `update missions.task set is_shared = true where id = '${id}'`)).rejects.toThrow(/permission denied/)
    await expect(asWeb(lead, `update missions.task set organisation_id = '${genoa.organisationId}' where id = '${id}'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      asWeb(lead, `update missions.task set owner_organisation_id = '${genoa.organisationId}' where id = '${id}'`),
    ).rejects.toMatchObject({ constraint: 'a_private_task_is_owed_at_home' })
  })

  test('nothing of a private task is in the journal of another, nor under its eyes', async () => {
    const id = await write({ isShared: false, title: 'Négocier en secret' })

    expect((await asWeb(genoa, `select from app.journal where entity = 'missions.task' and entity_id = '${id}'`)).rows).toEqual([])
    expect((await asWeb(genoa, `select from missions.task where title like '%secret%'`)).rows).toEqual([])
    expect((await asWeb(lead, `select event from app.journal where entity_id = '${id}'`)).rows).toEqual([{ event: 'task.written' }])
  })

  test('a partner writes in its own name only, and at its own missions', async () => {
    const insert = (author: Somebody) =>
      `insert into missions.task (mission_id, organisation_id, is_shared, title, owner_organisation_id) values ('${missionId}', '${author.organisationId}', true, 'x', '${lead.organisationId}')`

    await expect(asWeb(genoa, insert(lead))).rejects.toThrow(/row-level security/)
    await expect(asWeb(stranger, insert(stranger))).rejects.toThrow(/row-level security/)
    expect(
      (
        await asWeb(
          genoa,
          `update missions.task set title = 'Pris' where organisation_id = '${lead.organisationId}' and owner_organisation_id = '${lead.organisationId}'`,
        )
      ).numAffectedRows,
    ).toBe(0n)
  })

  test.each([
    [
      'about an act, though shared',
      `insert into missions.task (mission_id, is_shared, title, owner_organisation_id, about_noun, about_id) values ('%mission%', true, 'x', '%lead%', 'act', uuidv7())`,
      'an_act_is_private',
    ],
    [
      'about nothing, though not the mission',
      `insert into missions.task (mission_id, is_shared, title, owner_organisation_id, about_noun) values ('%mission%', true, 'x', '%lead%', 'member')`,
      'about_something',
    ],
    [
      'done at no moment',
      `insert into missions.task (mission_id, is_shared, title, owner_organisation_id, state) values ('%mission%', true, 'x', '%lead%', 'done')`,
      'done_at_when_done',
    ],
    [
      'owed by no partner',
      `insert into missions.task (mission_id, is_shared, title, owner_organisation_id) values ('%mission%', true, 'x', '%stranger%')`,
      'owed_by_a_partner',
    ],
  ])('a task %s is refused by its name', async (_case, statement, constraint) => {
    const written = statement
      .replaceAll('%mission%', missionId)
      .replaceAll('%lead%', lead.organisationId)
      .replaceAll('%stranger%', stranger.organisationId)

    await expect(asWeb(lead, written)).rejects.toMatchObject({ constraint })
  })
})

test('the list costs the same number of queries with one task and with three', async () => {
  const costs: number[] = []
  for (const extra of [1, 2]) {
    for (let made = 0; made < extra; made += 1) await write()
    costs.push(await world.countQueries(lead, (ctx) => listTasks(ctx.tx, { missionId, limit: 300 })))
  }

  expect(costs).toEqual([1, 1])
})

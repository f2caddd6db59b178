import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { recordExpense } from '#modules/budget/index.ts'
import { completeTask, writeTask } from '#modules/missions/index.ts'
import { addDocument } from '#modules/programme/index.ts'
import type { Entry } from './domain/entry.ts'
import { aReleasedMission } from './pocket.fixture.ts'
import { openByLink } from './usecases/open-pocket.ts'
import { readDesk } from './usecases/read-desk.ts'
import { readDocument } from './usecases/read-document.ts'
import { readPocket } from './usecases/read-pocket.ts'
import { sendLink } from './usecases/give-passes.ts'
import { sendEntry } from './usecases/send-entry.ts'

type World = Awaited<ReturnType<typeof aReleasedMission>>
let world: World
let meeting: string
let visit: string
let ana: string
let cam: string
let colleague: Somebody
beforeAll(async () => {
  world = await aReleasedMission(inject('templateUrl'))
  meeting = await world.propose({ title: { fr: 'Rencontre' } })
  visit = await world.propose({ title: { fr: 'Visite' }, audience: 'members', memberIds: [world.cam], from: '14:00', to: '16:00' })
  await world.release()
  ana = await openFor(world.lead, world.ana)
  cam = await openFor(world.city, world.cam)
  // Ana works for the Département: the mailbox of an account there is hers.
  colleague = await world.join(world.lead.organisationId, ['reader'])
  await withOwner(world.ownerUrl, (owner) =>
    owner.query(`update auth."user" set email = 'ana@example.org', name = 'Ana Arnal' where id = $1`, [colleague.accountId]),
  )
})
afterAll(() => world.close())

const openFor = async (who: Somebody, member: string) => {
  const { link } = valueOf(await world.as(who, (ctx) => sendLink(ctx, world.missionId, member, { invitations: false })))
  return valueOf(await openByLink(world.services, link.split('/').at(-1) ?? '')).secret
}
const read = (secret: string) => readPocket(world.services, secret, 'fr')
const send = (secret: string, entry: Partial<Entry> & Pick<Entry, 'kind'>) =>
  sendEntry(world.services, secret, { key: crypto.randomUUID(), saidAt: '2017-11-01T07:00:00.000Z', ...entry } as Entry)

describe('documents', () => {
  const bring = (who: Somebody, itemId: string, name: string, choice: { isShared: boolean; forMembers: boolean }) =>
    world.as(who, (ctx) => addDocument(ctx, world.missionId, itemId, { name, bytes: new TextEncoder().encode(name), ...choice }))
  const names = async (secret: string) => (await read(secret))?.documents.map(({ name }) => name)

  test('are in the pocket of those invited to their moment, when who brings them says so', async () => {
    valueOf(await bring(world.lead, meeting, 'plan-pour-tous.txt', { isShared: true, forMembers: true }))
    valueOf(await bring(world.lead, meeting, 'pour-les-nôtres.txt', { isShared: false, forMembers: true }))
    valueOf(await bring(world.lead, meeting, 'entre-partenaires.txt', { isShared: true, forMembers: false }))
    valueOf(await bring(world.lead, meeting, 'entre-nous.txt', { isShared: false, forMembers: false }))
    valueOf(await bring(world.lead, visit, 'visite.txt', { isShared: true, forMembers: true }))

    expect(await names(ana)).toEqual(['plan-pour-tous.txt', 'pour-les-nôtres.txt'])
    expect(await names(cam)).toEqual(['plan-pour-tous.txt', 'visite.txt'])
  })

  test('are delivered to whose pocket holds them, and found by nobody else', async () => {
    const own = (await read(ana))?.documents.find(({ name }) => name === 'pour-les-nôtres.txt')?.id ?? ''
    const fetched = await readDocument(world.services, ana, own)

    expect(await new Response(fetched?.stream).text()).toBe('pour-les-nôtres.txt')
    expect(fetched?.headers['x-content-type-options']).toBe('nosniff')
    expect(await readDocument(world.services, cam, own)).toBeNull()
    expect(await readDocument(world.services, 'x'.repeat(43), own)).toBeNull()
    expect(await readDocument(world.services, ana, 'no-id')).toBeNull()
    const hidden = await withOwner(world.ownerUrl, (owner) =>
      owner.query<{ id: string }>(
        `select id from programme.document where name in ('entre-partenaires.txt', 'entre-nous.txt', 'visite.txt')`,
      ),
    )
    expect(hidden.rows).toHaveLength(3)
    for (const { id } of hidden.rows) expect(await readDocument(world.services, ana, id)).toBeNull()
  })
})

describe('tasks', () => {
  const owe = async (title: string, owner = colleague) =>
    valueOf(
      await world.as(world.lead, (ctx) =>
        writeTask(ctx, world.missionId, {
          title,
          ownerOrganisationId: world.lead.organisationId,
          ownerAccountId: owner.accountId,
          dueOn: asLocalDate('2017-11-05'),
          about: { noun: 'mission', id: null, label: '' },
          isShared: false,
        }),
      ),
    )
  const tick = (secret: string, taskId: string, title: string, isDone = true, saidAt = '2017-11-01T07:00:00.000Z') =>
    send(secret, { kind: 'task', taskId, title, isDone, saidAt: saidAt as Instant })
  const task = async (id: string) => (await read(ana))?.tasks.find((one) => one.id === id)

  test('of one’s own are ticked and unticked; it is written in one’s name, when one said it', async () => {
    const id = await owe('Appeler le port')
    expect(await task(id)).toEqual({ id, title: 'Appeler le port', dueOn: '2017-11-05', isDone: false, doneByName: null })

    expect(valueOf(await tick(ana, id, 'Appeler le port'))).toEqual({ kind: 'task', isDone: true, superseded: false, byName: null })
    expect(await task(id)).toMatchObject({ isDone: true, doneByName: 'Ana Arnal' })
    const { rows } = await withOwner(world.ownerUrl, (owner) =>
      owner.query('select done_at, done_by from missions.task where id = $1', [id]),
    )
    expect(rows[0]).toMatchObject({ done_at: '2017-11-01T07:00:00.000Z', done_by: colleague.accountId })
    const journal = await withOwner(world.ownerUrl, (owner) =>
      owner.query<{ organisation: string }>(`select organisation_id as organisation from app.journal where event = 'task.done'`),
    )
    expect(journal.rows).toEqual([{ organisation: world.lead.organisationId }])
    expect(valueOf(await tick(ana, id, 'Appeler le port', false, '2017-11-01T07:30:00.000Z'))).toMatchObject({ isDone: false })
    expect(await task(id)).toMatchObject({ isDone: false, doneByName: null })
  })

  test('that a colleague ticked meanwhile say who did', async () => {
    const id = await owe('Réserver la salle')
    valueOf(await world.as(world.lead, (ctx) => completeTask(ctx, world.missionId, id)))

    expect(valueOf(await tick(ana, id, 'Réserver la salle'))).toMatchObject({ isDone: true, byName: expect.stringContaining('Agent') })
    expect(valueOf(await tick(ana, id, 'Réserver la salle', false))).toMatchObject({ isDone: true, superseded: true })
  })

  test('that say something else by now are asked about; those of others are refused', async () => {
    const id = await owe('Appeler la mairie')
    const other = await owe('Affaire d’un autre', world.lead)

    expect(await tick(ana, id, 'Appeler le consul')).toEqual({
      ok: false,
      problem: { code: 'task_changed', title: 'Appeler la mairie' },
    })
    for (const [secret, taskId] of [
      [ana, other],
      [cam, id],
      [ana, crypto.randomUUID()],
    ] as const)
      expect(await tick(secret, taskId, 'Appeler la mairie')).toEqual({ ok: false, problem: { code: 'task_not_yours' } })
    expect(await task(id)).toMatchObject({ isDone: false })
  })
})

describe('the photograph of a receipt', () => {
  const photo = {
    name: 'reçu.png',
    bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
  }
  const enter = (who: Somebody, handedId: string) =>
    world.as(who, (ctx) =>
      recordExpense(
        ctx,
        world.missionId,
        {
          spentOn: asLocalDate('2017-11-01'),
          supplier: 'Taxi',
          label: '',
          category: 'transport',
          amount: money(2_000n, 'EUR'),
          conversion: null,
          benefits: { kind: 'delegation' },
          isShared: false,
          externalKey: null,
        },
        { handedId },
      ),
    )

  test('becomes that of one expense, which answers its author', async () => {
    valueOf(await send(ana, { kind: 'receipt', label: 'Taxi', photo }))
    const [receipt] = (await world.read(world.lead, (ctx) => readDesk(ctx, world.missionId))).receipts
    const handed = receipt?.fileId ?? ''

    await expect(enter(world.city, handed)).rejects.toThrow('nothing here')
    const twice = await Promise.all([enter(world.lead, handed), enter(world.lead, handed)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ ok: false, problem: { code: 'a_handed_receipt_is_entered_once' } })
    expect((await read(ana))?.receipts).toMatchObject([{ label: 'Taxi', state: 'entered', reason: null }])
  })
})

import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate as on } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { twoRegisters } from '../register.fixture.ts'
import { listCommitteeMeetings } from '../sql/committee.ts'
import { listDomains } from '../sql/pledges.ts'
import { mendCommittee, recordCommittee } from './write-committee.ts'
import { planAction, progressAction, writeDomain } from './write-pledges.ts'

let world: Awaited<ReturnType<typeof twoRegisters>>
beforeAll(async () => {
  world = await twoRegisters(inject('templateUrl'))
})
afterAll(() => world.close())

const codeOf = (outcome: { ok: boolean; problem?: unknown }) => (outcome.ok ? null : (outcome.problem as { code: string }).code)
const aMeeting = (heldOn: string, minutes: string) => ({
  heldOn: on(heldOn),
  place: '',
  ownChair: '',
  theirChair: '',
  attendees: 'Ana Béal',
  minutes,
})

test('minutes are written of a committee that has met, by the keepers of the register', async () => {
  const id = await world.open()
  const meet = (heldOn: string, minutes: string, who = world.officer) =>
    world.as(who, (ctx) => recordCommittee(ctx, id, aMeeting(heldOn, minutes)))

  expect(codeOf(await meet('2026-03-03', 'Tout va bien'))).toBe('date_in_the_future')
  expect(codeOf(await meet('2026-03-03', ''))).toBeNull()
  expect(codeOf(await meet('2026-03-01', 'Tout va bien'))).toBeNull()
  await expect(meet('2026-03-01', '', world.reader)).rejects.toThrow(Forbidden)
  await expect(meet('2026-03-01', '', world.city)).rejects.toThrow(NotFound)
})

test('a meeting is mended later, with its chairs, and never over what a colleague saved meanwhile', async () => {
  const [id, other] = [await world.open(), await world.open()]
  valueOf(await world.as(world.officer, (ctx) => recordCommittee(ctx, id, aMeeting('2026-02-10', ''))))
  const load = async () => (await world.read(world.officer, (ctx) => listCommitteeMeetings(ctx.tx, id)))[0]
  const written = await load()
  const mend = (minutes: string, version: number, who = world.officer, of = id) =>
    world.as(who, (ctx) =>
      mendCommittee(ctx, of, written?.id ?? '', version, {
        ...aMeeting('2026-02-10', minutes),
        ownChair: 'Ana Béal',
        theirChair: 'Ugo Neri',
      }),
    )

  expect(codeOf(await mend('Deux séjours ouverts', 1))).toBeNull()

  expect(await load()).toMatchObject({ minutes: 'Deux séjours ouverts', ownChair: 'Ana Béal', theirChair: 'Ugo Neri', version: 2 })
  expect(await mend('Trois séjours', 1)).toMatchObject({
    ok: false,
    problem: { code: 'stale_edit', saved: { minutes: 'Deux séjours ouverts' } },
  })
  await expect(mend('', 2, world.reader)).rejects.toThrow(Forbidden)
  await expect(mend('', 2, world.city)).rejects.toThrow(NotFound)
  await expect(mend('', 2, world.officer, other)).rejects.toThrow(NotFound)
})

test('an action changes hands and day, and what is not said of it stays', async () => {
  const id = await world.open()
  const domainId = valueOf(
    await world.as(world.officer, (ctx) => writeDomain(ctx, id, { title: { fr: 'Ports' }, pledges: [{ fr: 'Échanger' }] })),
  )
  const pledges = await world.read(
    world.officer,
    async (ctx) => (await listDomains(ctx.tx, id)).find((domain) => domain.id === domainId)?.pledges,
  )
  const plan = { pledgeId: pledges?.[0]?.id ?? '', title: 'Visite', ownOwner: 'Port', theirOwner: '', dueOn: null }
  const actionId = valueOf(await world.as(world.officer, (ctx) => planAction(ctx, id, plan)))
  const progress = (change: Omit<Parameters<typeof progressAction>[3], 'evidence'>) =>
    world.as(world.officer, (ctx) => progressAction(ctx, id, actionId, { evidence: '', ...change }))

  valueOf(await progress({ version: 1, state: 'under_way', theirOwner: 'Ugo Neri', dueOn: on('2026-05-01') }))

  expect(await progress({ version: 1, state: 'planned' })).toMatchObject({ ok: false, problem: { code: 'stale_action' } })
  expect(valueOf(await progress({ version: 2, state: 'under_way' }))).toMatchObject({
    title: 'Visite',
    ownOwner: 'Port',
    theirOwner: 'Ugo Neri',
    dueOn: '2026-05-01',
    state: 'under_way',
  })
})

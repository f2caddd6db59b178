import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { changeMember, listChangeRequests, listMembers, noContact, registerMember, setFreeze } from '#modules/delegations/index.ts'
import type { Somebody } from '#tests/world.ts'
import { type Room, aRoom, somebody } from './room.fixture.ts'
import { loadApplication } from './sql/applications.ts'
import { changeOwnFacts, readOwnFacts } from './usecases/change-own-facts.ts'
import { decideChange } from './usecases/decide-change.ts'
import { substitute } from './usecases/substitute.ts'

/** The department leads; the delegation of `frozen` was frozen in February, that of `open` will be in many years. It is March. */
let room: Room
let frozen: string
let open: string

beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  open = room.missionId
  frozen = await room.openRoom()
})
afterAll(() => room.close())

const longAgo = asLocalDate('2026-02-01')
const freeze = (missionId: string, day = longAgo, version = 0, who: Somebody = room.lead) =>
  room.as(who, (ctx) => setFreeze(ctx, missionId, day, version))

async function traveller(missionId: string) {
  const token = await room.link(room.city, {}, 30, missionId)
  const person = await room.received(token, somebody())
  valueOf(await room.decide(room.city, [person.id], 'approve', '', missionId))
  valueOf(await room.decide(room.lead, [person.id], 'approve', '', missionId))
  const application = await room.read(room.city, (ctx) => loadApplication(ctx.tx, missionId, person.id))
  return { ...person, memberId: application?.memberId ?? '' }
}

const memberOf = async (missionId: string, memberId: string) =>
  (await room.read(room.city, (ctx) => listMembers(ctx.tx, missionId))).find(({ id }) => id === memberId)

const rename = async (missionId: string, memberId: string, familyName: string, who: Somebody = room.city) => {
  const member = await memberOf(missionId, memberId)
  if (!member) throw new Error('nobody of this id')
  const { givenName, category, capacity, represents } = member
  const draft = {
    givenName,
    familyName,
    category,
    capacity,
    represents,
    function: 'deputy' as const,
    externalKey: null,
    contact: { ...noContact, phone: '+33491000000' },
  }
  return room.as(who, (ctx) => changeMember(ctx, missionId, memberId, member.version, draft))
}

const waiting = (missionId: string, who: Somebody = room.lead) =>
  room.read(who, (ctx) => listChangeRequests(ctx.tx, missionId, { states: ['open'] }))
const decide = (requestId: string, isAccepted: boolean, reason = '', who: Somebody = room.lead) =>
  room.as(who, (ctx) => decideChange(ctx, frozen, requestId, { isAccepted, reason }))

describe('before the freeze', () => {
  test('what a partner or a traveller changes applies at once', async () => {
    valueOf(await freeze(open, asLocalDate('2099-01-01')))
    const { memberId, secret } = await traveller(open)

    valueOf(await rename(open, memberId, 'Renommée'))
    expect(
      valueOf(
        await changeOwnFacts(room.services, secret, { givenName: 'Noée', familyName: 'Renommée', capacity: 'Directrice', represents: '' }),
      ),
    ).toBe('applied')

    expect(await memberOf(open, memberId)).toMatchObject({ givenName: 'Noée', familyName: 'Renommée', capacity: { fr: 'Directrice' } })
    expect(await waiting(open)).toEqual([])
  })

  test('only those who organise set its date, and not over one they did not see', async () => {
    await expect(freeze(open, longAgo, 1, room.city)).rejects.toThrow()
    expect(await freeze(open, longAgo, 7)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
    expect(
      await room.stoppedBy(room.city, `insert into delegations.freeze (mission_id, frozen_on) values ('${frozen}', '2026-01-01')`),
    ).toBe('42501')
  })
})

describe('after the freeze', () => {
  let ana: Awaited<ReturnType<typeof traveller>>
  let bea: Awaited<ReturnType<typeof traveller>>
  beforeAll(async () => {
    ana = await traveller(frozen)
    bea = await traveller(frozen)
    valueOf(await freeze(frozen))
  })

  test('what a partner changes of the list is asked, old and new; the rest applies at once', async () => {
    valueOf(await rename(frozen, ana.memberId, 'Demandée'))

    expect(await memberOf(frozen, ana.memberId)).toMatchObject({ familyName: ana.words.familyName, function: 'deputy' })
    const [request] = await waiting(frozen)
    expect(request).toMatchObject({
      kind: 'change',
      askedBy: 'partner',
      was: { familyName: ana.words.familyName },
      becomes: { familyName: 'Demandée' },
    })
    expect(await waiting(frozen, room.city)).toHaveLength(1)
    expect(await waiting(frozen, room.stranger)).toEqual([])

    valueOf(await decide(request?.id ?? '', true))
    expect(await memberOf(frozen, ana.memberId)).toMatchObject({ familyName: 'Demandée' })
    expect(await decide(request?.id ?? '', true)).toEqual({ ok: false, problem: { code: 'decided_already' } })
  })

  test('what a traveller corrects is asked too, and refused with a reason that they read on their page', async () => {
    const typed = { givenName: 'Béa', familyName: bea.words.familyName, capacity: 'Présidente', represents: '' }
    expect(valueOf(await changeOwnFacts(room.services, bea.secret, typed))).toBe('asked')
    const [request] = await waiting(frozen)
    expect(request).toMatchObject({ askedBy: 'applicant', becomes: { givenName: 'Béa', capacity: { fr: 'Présidente' } } })
    expect(await decide(request?.id ?? '', false)).toEqual({ ok: false, problem: { code: 'reason_missing' } })

    valueOf(await decide(request?.id ?? '', false, 'La liste est imprimée'))

    expect((await readOwnFacts(room.services, bea.secret))?.requests).toMatchObject([{ state: 'refused', reason: 'La liste est imprimée' }])
    expect(await memberOf(frozen, bea.memberId)).toMatchObject({ givenName: 'Noé' })
  })

  test('a newer request about the same person takes the place of the former; one about a sheet that changed since does nothing', async () => {
    valueOf(await rename(frozen, bea.memberId, 'Première'))
    const [first] = await waiting(frozen)
    valueOf(await rename(frozen, bea.memberId, 'Seconde'))
    expect(await waiting(frozen)).toMatchObject([{ becomes: { familyName: 'Seconde' } }])
    expect(await decide(first?.id ?? '', true)).toEqual({ ok: false, problem: { code: 'decided_already' } })

    const [second] = await waiting(frozen)
    await withOwner(room.ownerUrl, (owner) =>
      owner.query(`update delegations.member set capacity = '{"fr": "Changée"}' where id = $1`, [bea.memberId]),
    )
    expect(await decide(second?.id ?? '', true)).toEqual({ ok: false, problem: { code: 'decided_already' } })
    expect(await memberOf(frozen, bea.memberId)).toMatchObject({ familyName: bea.words.familyName })
    valueOf(await decide(second?.id ?? '', false, 'Non'))
  })

  test('checks bypassed, a partner renames nobody, adds nobody, accepts nothing and refuses nothing', async () => {
    valueOf(await rename(frozen, bea.memberId, 'Encore'))
    const [request] = await waiting(frozen)
    const frozenFirst = 'a_frozen_delegation_changes_by_request'
    expect(await room.stoppedBy(room.city, `update delegations.member set family_name = 'Autre' where id = '${bea.memberId}'`)).toBe(
      frozenFirst,
    )
    expect(
      await room.stoppedBy(
        room.city,
        `insert into delegations.member (mission_id, given_name, family_name, category) values ('${frozen}', 'A', 'B', 'guest')`,
      ),
    ).toBe(frozenFirst)
    expect(
      await room.as(room.city, (ctx) =>
        registerMember(ctx, frozen, {
          givenName: 'A',
          familyName: 'B',
          category: 'guest',
          capacity: {},
          represents: null,
          function: 'member',
          externalKey: null,
          contact: noContact,
        }),
      ),
    ).toMatchObject({ ok: false, problem: { code: frozenFirst } })
    expect(
      await room.read(
        room.city,
        async (ctx) => (await sql`select delegations.accept_change(${request?.id}, now()) as done`.execute(ctx.tx)).rows,
      ),
    ).toEqual([{ done: false }])
    expect(
      await room.stoppedBy(
        room.city,
        `update delegations.change_request set state = 'accepted', decided_at = now() where id = '${request?.id}'`,
      ),
    ).toBe('42501')
    expect(
      await room.stoppedBy(
        room.lead,
        `update delegations.change_request set state = 'accepted', decided_at = now() where id = '${request?.id}'`,
      ),
    ).toBe('42501')
    expect(
      await room.stoppedBy(room.city, `update delegations.member set state = 'withdrawn' where id = '${ana.memberId}' and false`),
    ).toBeNull()
    await expect(decide(request?.id ?? '', true, '', room.city)).rejects.toThrow()
    valueOf(await decide(request?.id ?? '', false, 'Non'))
  })

  test('those who organise change their own people without asking anybody', async () => {
    const draft = {
      givenName: 'Zoé',
      familyName: 'Lead',
      category: 'guest' as const,
      capacity: {},
      represents: null,
      function: 'member' as const,
      externalKey: null,
      contact: noContact,
    }

    expect((await room.as(room.lead, (ctx) => registerMember(ctx, frozen, draft))).ok).toBe(true)
  })

  test('a place given to someone else is asked as well; accepted, it is done, and how to reach the person stayed their sender’s', async () => {
    const cara = await traveller(frozen)
    const successor = somebody({ familyName: 'Successeure', email: 'successeure@fictif.example' })
    const asked = valueOf(
      await room.as(room.city, (ctx) =>
        substitute(ctx, frozen, cara.id, { successor: { kind: 'named', words: successor }, reason: 'Empêchée' }, null),
      ),
    )
    expect(asked.isAsked).toBe(true)
    expect(await memberOf(frozen, cara.memberId)).toMatchObject({ state: 'registered' })
    const [request] = await waiting(frozen)
    expect(request).toMatchObject({ kind: 'substitution', becomes: { familyName: 'Successeure' } })
    const seen = await room.read(room.lead, async (ctx) =>
      JSON.stringify([
        (await sql`select * from delegations.change_request`.execute(ctx.tx)).rows,
        (await sql`select payload from app.journal`.execute(ctx.tx)).rows,
      ]),
    )
    expect(seen).toContain('Successeure')
    expect(seen).not.toContain('successeure@fictif.example')
    expect(await room.stoppedBy(room.lead, 'select * from registration.substitution_ask')).toBe('42501')
    expect(
      await room.stoppedBy(
        room.city,
        `select registration.substitute('${cara.id}', gen_random_uuid(), '${JSON.stringify(successor)}', '\\x01', 'Sans demander', now())`,
      ),
    ).toBe('a_frozen_delegation_changes_by_request')

    valueOf(await decide(request?.id ?? '', true))

    const listed = await room.read(room.lead, (ctx) => listMembers(ctx.tx, frozen))
    expect(listed.map(({ familyName }) => familyName)).toContain('Successeure')
    expect(await memberOf(frozen, cara.memberId)).toBeUndefined()
    expect(await room.stateOf(cara.secret)).toBe('withdrawn')
  })
})

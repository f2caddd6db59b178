import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { addPerson, loadPerson, searchPeople } from '#modules/directory/index.ts'
import type { Somebody } from '#tests/world.ts'
import type { MemberDraft } from '../domain/registration.ts'
import { loadOwnMember } from '../sql/own-members.ts'
import { travelsOfPerson } from '../sql/travels.ts'
import { aMember, twoPartners } from '../two-partners.fixture.ts'
import { linkCard, openCard, unlinkCard } from './link-card.ts'
import { registerMember } from './register-member.ts'
import { withdrawMember } from './withdraw-member.ts'

let world: Awaited<ReturnType<typeof twoPartners>>
beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.missionId = await world.anotherMission()
})

let count = 0
const aName = () => ({ givenName: 'Nour', familyName: `Vasseur ${(count += 1)}` })
const register = async (who: Somebody, facts: Partial<MemberDraft> = aName(), personId: string | null = null) =>
  world.as(who, (ctx) => registerMember(ctx, world.missionId, aMember(facts), personId))
const unknown = { honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '' }
const aCard = async (who: Somebody, name = aName()) => valueOf(await world.as(who, (ctx) => addPerson(ctx, { ...unknown, ...name })))
const cardOf = async (who: Somebody, memberId: string) =>
  (await world.read(who, (ctx) => loadOwnMember(ctx.tx, world.missionId, memberId, who.organisationId)))?.personId
const link = (who: Somebody, memberId: string, personId: string) =>
  world.as(who, (ctx) => linkCard(ctx, world.missionId, memberId, personId))

describe('a member and their card in the directory', () => {
  test('nobody links a card of another directory, which is as if it did not exist', async () => {
    const foreign = await aCard(world.city)
    const member = valueOf(await register(world.lead))

    await expect(link(world.lead, member, foreign)).rejects.toThrow(NotFound)
    await expect(register(world.lead, aName(), foreign)).rejects.toThrow(NotFound)
  })

  test('a partner links nothing to the members of another, and a reader to none', async () => {
    const member = valueOf(await register(world.lead))
    const [ofCity, ofLead] = [await aCard(world.city), await aCard(world.lead)]

    await expect(link(world.city, member, ofCity)).rejects.toThrow(NotFound)
    await expect(link(world.reader, member, ofLead)).rejects.toThrow(Forbidden)
  })

  test('one card travels once per mission', async () => {
    const card = await aCard(world.lead)
    valueOf(await register(world.lead, aName(), card))
    const other = valueOf(await register(world.lead))

    expect(await link(world.lead, other, card)).toEqual({
      ok: false,
      problem: { code: 'a_person_travels_once_per_mission', isConstraint: true },
    })
  })

  test('they are linked, told apart again, and the card stays', async () => {
    const card = await aCard(world.lead)
    const member = valueOf(await register(world.lead))

    valueOf(await link(world.lead, member, card))
    expect(await cardOf(world.lead, member)).toBe(card)

    valueOf(await world.as(world.lead, (ctx) => unlinkCard(ctx, world.missionId, member)))
    expect(await cardOf(world.lead, member)).toBeNull()
    expect(await world.read(world.lead, (ctx) => loadPerson(ctx.tx, card))).not.toBeNull()
  })

  test('a card tells the missions its person is registered for, to its own directory alone', async () => {
    const card = await aCard(world.lead)
    const member = valueOf(await register(world.lead, aName(), card))
    const travels = async (who: Somebody) => (await world.read(who, (ctx) => travelsOfPerson(ctx.tx, card))).map(({ memberId }) => memberId)

    expect(await travels(world.lead)).toEqual([member])
    expect(await travels(world.city)).toEqual([])

    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, member)))
    expect(await travels(world.lead)).toEqual([])
  })

  test('a card opens with what is known of the member, in their own directory alone', async () => {
    const name = aName()
    const contact = { email: 'nour@example.org', phone: '+33491000000', notes: 'Végétarienne' }
    const member = valueOf(await register(world.lead, { ...name, contact }))

    valueOf(await world.as(world.lead, (ctx) => openCard(ctx, world.missionId, member)))

    const card = await cardOf(world.lead, member)
    expect(await world.read(world.lead, (ctx) => loadPerson(ctx.tx, String(card)))).toMatchObject({
      ...name,
      email: 'nour@example.org',
      phone: '+33491000000',
    })
    expect(await world.read(world.city, (ctx) => searchPeople(ctx, name.familyName))).toEqual([])
  })

  test('a namesake is shown rather than doubled', async () => {
    const name = aName()
    await aCard(world.lead, name)
    const member = valueOf(await register(world.lead, name))

    expect(await world.as(world.lead, (ctx) => openCard(ctx, world.missionId, member))).toEqual({
      ok: false,
      problem: { code: 'person_known' },
    })
  })

  test('someone who had withdrawn comes back linked to the card chosen', async () => {
    const name = aName()
    const former = valueOf(await register(world.lead, name))
    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, former)))
    const card = await aCard(world.lead, name)

    expect(valueOf(await register(world.lead, name, card))).toBe(former)
    expect(await cardOf(world.lead, former)).toBe(card)
  })
})

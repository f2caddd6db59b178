import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import { ensureOrganisation } from '#modules/directory/index.ts'
import { type Auth } from '#modules/identity/auth.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { type TestVisitor, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import type { MissionId } from './domain/mission.ts'
import { decideStanding } from './domain/offer-standing.ts'
import { action as answer, loader as letter } from './routes/answer-invitation.tsx'
import { loadMission } from './sql/missions.ts'
import { listInvitations, listReceived } from './sql/invitations.ts'
import { acceptInvitation, acceptOffer, declineInvitation, readOffer } from './usecases/answer-invitation.ts'
import { askPartner } from './usecases/ask-partner.ts'
import { createMission } from './usecases/create-mission.ts'
import { inviteAgain, invitePartner, revokeInvitation } from './usecases/invite-partner.ts'
import { namePartner, releasePartner } from './usecases/name-partner.ts'
import { tellAnswer, tellInvited } from './usecases/tell-invitations.ts'

let world: World
let auth: Auth
let lead: Somebody
let genoa: Somebody
let stranger: Somebody
let count = 0

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  Object.assign(world.services, { config: {} })
  ;({ auth } = openTestAuth(world.services))
  lead = await world.found('Département de Rochebrune')
  genoa = await world.found('Comune di Portobello', 'foreign_authority')
  stranger = await world.found('Port du Détroit', 'port')
})
afterAll(() => world.close())

const draft = { kind: 'outgoing', title: { fr: 'Mission secrète' }, purpose: {}, legs: [], objectives: [], themes: [] } as const
const aMission = async (): Promise<MissionId> => valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
const offer = { role: 'partner', workstream: {}, message: '', language: 'fr', seatId: null } as const

const anAddress = () => `bruna-${(count += 1)}@portobello.example`

async function aLink(missionId: MissionId, email = anAddress()): Promise<string> {
  const sent = valueOf(
    await world.as(lead, (ctx) => invitePartner(ctx, missionId, { ...offer, organisationId: null, name: 'Comune', email })),
  )
  return sent.link?.split('/').at(-1) ?? ''
}

async function anInvitation(missionId: MissionId, to = genoa): Promise<string> {
  valueOf(await world.as(lead, (ctx) => namePartner(ctx, missionId, { organisationId: to.organisationId, role: 'host', workstream: {} })))
  const received = (await world.read(to, (ctx) => listReceived(ctx.tx, ctx.now))).find((each) => each.missionId === missionId)
  assert(received, 'it is received')
  return received.id
}

const seats = async (missionId: MissionId) =>
  (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.map(({ name, role, leftAt }) => [name, role, leftAt !== null])

const opens = (visitor: TestVisitor, token: string) => visitor.get(letter, `/partenariat/${token}`, { token })
const posts = (visitor: TestVisitor, token: string, fields: Record<string, string>) =>
  visitor.post(answer, `/partenariat/${token}`, fields, { token })
const someone = () => aVisitor({ services: world.services, auth }, `198.51.100.${(count += 1) % 250}`)

describe('an organisation that works in Escale', () => {
  test('sees nothing before it accepts, though it is told of the invitation', async () => {
    const missionId = await aMission()

    await anInvitation(missionId)

    expect(await world.read(genoa, (ctx) => loadMission(ctx.tx, missionId))).toBeNull()
    expect(await seats(missionId)).toEqual([['Département de Rochebrune', 'lead', false]])
    expect(await world.read(stranger, (ctx) => listReceived(ctx.tx, ctx.now))).toEqual([])
    expect(await world.read(genoa, (ctx) => listInvitations(ctx.tx, missionId))).toEqual([])
  })

  test('sits at the mission once it has accepted, and once only', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)

    expect(await world.as(genoa, (ctx) => acceptInvitation(ctx, id))).toEqual({ ok: true, value: missionId })

    expect(await seats(missionId)).toEqual([
      ['Département de Rochebrune', 'lead', false],
      ['Comune di Portobello', 'host', false],
    ])
    await expect(world.as(genoa, (ctx) => acceptInvitation(ctx, id))).rejects.toThrow(NotFound)
    expect(await world.read(lead, (ctx) => listInvitations(ctx.tx, missionId))).toMatchObject([{ state: 'accepted' }])
  })

  test('two who accept at the same moment take one seat', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)

    const outcomes = await Promise.allSettled([1, 2].map(() => world.as(genoa, (ctx) => acceptInvitation(ctx, id))))

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await seats(missionId)).toHaveLength(2)
  })

  test('is answered for by its officers, not by a reader nor by anyone else', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    const reader = await world.join(genoa.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => acceptInvitation(ctx, id))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => acceptInvitation(ctx, id))).rejects.toThrow(NotFound)
    await expect(world.as(stranger, (ctx) => declineInvitation(ctx, id, 'Sans raison'))).rejects.toThrow(NotFound)
  })

  test('declines with a reason the organiser reads', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)

    expect(await world.as(genoa, (ctx) => declineInvitation(ctx, id, '  '))).toMatchObject({
      ok: false,
      problem: { code: 'declined_with_a_reason' },
    })
    valueOf(await world.as(genoa, (ctx) => declineInvitation(ctx, id, 'Calendrier plein')))

    expect(await world.read(lead, (ctx) => listInvitations(ctx.tx, missionId))).toMatchObject([
      { state: 'declined', reason: 'Calendrier plein' },
    ])
    expect(await world.read(genoa, (ctx) => loadMission(ctx.tx, missionId))).toBeNull()
  })

  test('that left finds its former seat when it accepts again', async () => {
    const missionId = await aMission()
    const first = await anInvitation(missionId)
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, first)))
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)
    valueOf(await world.as(genoa, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))
    expect(await world.read(genoa, (ctx) => loadMission(ctx.tx, missionId))).toBeNull()
    expect((await seats(missionId))?.at(-1)).toEqual(['Comune di Portobello', 'host', true])

    const second = await anInvitation(missionId)
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, second)))

    expect((await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)).toMatchObject({ id: seat?.id, leftAt: null })
  })

  test('is invited once at a time, and not when it is a partner', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    const again = () =>
      world.as(lead, (ctx) => namePartner(ctx, missionId, { organisationId: genoa.organisationId, role: 'host', workstream: {} }))

    expect(await again()).toMatchObject({ problem: { code: 'already_invited' } })
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, id)))
    expect(await again()).toMatchObject({ problem: { code: 'already_a_partner' } })
  })
})

describe('whoever invites', () => {
  test('organises the mission', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, id)))
    const reader = await world.join(lead.organisationId, ['reader'])
    const asked = { ...offer, organisationId: null, name: 'Comune', email: anAddress() }

    await expect(world.as(genoa, (ctx) => invitePartner(ctx, missionId, asked))).rejects.toThrow(Forbidden)
    await expect(world.as(reader, (ctx) => invitePartner(ctx, missionId, asked))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => invitePartner(ctx, missionId, asked))).rejects.toThrow(NotFound)
  })

  test('names a card without an address, and invites it with one', async () => {
    const missionId = await aMission()
    const asked = { ...offer, organisationId: null, newName: 'Camera di Portobello', country: 'IT' }

    expect(await world.as(lead, (ctx) => askPartner(ctx, missionId, { ...asked, email: null }))).toMatchObject({
      value: { isInvited: false },
    })
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)
    expect(
      await world.as(lead, (ctx) => askPartner(ctx, missionId, { ...asked, newName: '', seatId: seat?.id ?? '', email: anAddress() })),
    ).toMatchObject({ value: { isInvited: true, name: 'Camera di Portobello' } })
  })

  test('sends again: the former link dies, the new one lives; and takes back: none does', async () => {
    const missionId = await aMission()
    const former = await aLink(missionId)
    const [invitation] = await world.read(lead, (ctx) => listInvitations(ctx.tx, missionId))
    const again = valueOf(await world.as(lead, (ctx) => inviteAgain(ctx, missionId, invitation?.id ?? '')))
    const renewed = again.link?.split('/').at(-1) ?? ''

    expect(await readOffer(world.services, former)).toBeNull()
    expect(await readOffer(world.services, renewed)).toMatchObject({ state: 'open' })
    valueOf(await world.as(lead, (ctx) => revokeInvitation(ctx, missionId, invitation?.id ?? '')))
    expect(await readOffer(world.services, renewed)).toMatchObject({ state: 'revoked' })
    expect((await opens(someone(), renewed)).status).toBe(410)
  })

  test('is told of the answer, and an organisation of the invitation, each in their own language', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    await withOwner(world.ownerUrl, async (owner) => {
      await owner.query(`update auth."user" set locale = 'en' where id = $1`, [genoa.accountId])
      await tellInvited(world.services, owner as never, id as never)
    })
    valueOf(await world.as(genoa, (ctx) => declineInvitation(ctx, id, 'Calendrier plein')))

    const mail = await withOwner(world.ownerUrl, async (owner) => {
      await tellAnswer(world.services, owner as never, id as never)
      return (
        await owner.query(`select organisation_id, language, subject, body_text from app.mail order by queued_at desc, id desc limit 2`)
      ).rows
    })

    expect(mail).toMatchObject([
      { organisation_id: lead.organisationId, language: 'fr', subject: 'Comune di Portobello a décliné votre invitation' },
      { organisation_id: genoa.organisationId, language: 'en', subject: 'Département de Rochebrune invites you: Mission secrète' },
    ])
    expect(mail[0]?.body_text).toContain('Calendrier plein')
  })
})

describe('a link', () => {
  test('says what a letter would to whoever holds it, and lets a mail scanner look without effect', async () => {
    const token = await aLink(await aMission())

    const page = await opens(someone(), token)

    expect(page).toMatchObject({
      status: 200,
      data: { state: 'open', standing: { kind: 'newcomer' }, offer: { title: { fr: 'Mission secrète' } } },
    })
    expect((await opens(someone(), token)).status).toBe(200)
    expect((await opens(someone(), 'inconnu')).status).toBe(404)
  })

  test('makes the account and the organisation of a newcomer, who then sits at the mission', async () => {
    const missionId = await aMission()
    const token = await aLink(missionId)
    const fields = {
      intent: 'found',
      name: 'Bruna Esposti',
      locale: 'en',
      organisationName: 'Comune di Portobello Alto',
      kind: 'foreign_authority',
      country: 'IT',
      city: 'Portobello',
      currency: 'EUR',
      timeZone: 'Europe/Rome',
    }

    const joined = await posts(someone(), token, fields)

    expect(joined).toMatchObject({ status: 302, location: `/compte/second-facteur?next=${encodeURIComponent(`/missions/${missionId}`)}` })
    expect((await seats(missionId))?.at(-1)).toEqual(['Comune di Portobello Alto', 'partner', false])
    expect((await posts(someone(), token, fields)).status).toBe(422)
  })

  test('leaves no account behind when it is too late', async () => {
    const missionId = await aMission()
    const email = anAddress()
    const token = await aLink(missionId, email)
    const fields = {
      intent: 'found',
      name: 'Bruna',
      locale: 'en',
      organisationName: 'Comune',
      kind: 'nonsense',
      country: 'IT',
      currency: 'EUR',
      timeZone: 'Europe/Rome',
    }

    await expect(posts(someone(), token, fields)).rejects.toThrow()

    expect((await auth.pool.query('select from auth."user" where email = $1', [email])).rowCount).toBe(0)
    expect(await readOffer(world.services, token)).toMatchObject({ state: 'open' })
  })

  test('is declined without an account, with a reason', async () => {
    const missionId = await aMission()
    const token = await aLink(missionId)
    const visitor = someone()

    expect((await posts(visitor, token, { intent: 'decline', reason: '' })).status).toBe(422)
    expect((await posts(visitor, token, { intent: 'decline', reason: 'Nous n’exportons pas' })).status).toBe(302)

    expect(await world.read(lead, (ctx) => listInvitations(ctx.tx, missionId))).toMatchObject([
      { state: 'declined', reason: 'Nous n’exportons pas' },
    ])
    expect((await opens(visitor, token)).status).toBe(410)
  })

  test('is good for the invited address only: an officer of another address does not accept by it', async () => {
    const missionId = await aMission()
    const token = await aLink(missionId)

    expect(await world.as(stranger, (ctx) => acceptOffer(ctx, token))).toEqual({ ok: false, problem: { code: 'invitation_over' } })
    expect(await world.read(stranger, (ctx) => loadMission(ctx.tx, missionId))).toBeNull()
  })

  test('seats the organisation its account chose, in the place of the card that stood for it', async () => {
    const missionId = await aMission()
    const card = valueOf(await world.as(lead, (ctx) => ensureOrganisation(ctx, { name: 'Port (fiche)', kind: 'port', country: 'FR' })))
    valueOf(await world.as(lead, (ctx) => namePartner(ctx, missionId, { organisationId: card.id, role: 'partner', workstream: {} })))
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)
    const asked = {
      ...offer,
      organisationId: null,
      newName: '',
      country: 'FR',
      seatId: seat?.id ?? '',
      email: `${stranger.accountId}@example.org`,
    }
    const { link } = valueOf(await world.as(lead, (ctx) => askPartner(ctx, missionId, asked)))

    valueOf(await world.as(stranger, (ctx) => acceptOffer(ctx, link?.split('/').at(-1) ?? '')))

    expect(
      (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.map(({ id, name }) => [id === seat?.id, name]),
    ).toEqual([
      [false, 'Département de Rochebrune'],
      [true, 'Port du Détroit'],
    ])
  })

  test('expires', async () => {
    const missionId = await aMission()
    const token = await aLink(missionId)
    const late = { ...world.services, now: () => addMinutes(world.services.now(), 15 * 24 * 60) }

    expect(await readOffer(late, token)).toMatchObject({ state: 'expired' })
  })
})

describe('who holds a link', () => {
  const asked = { invitedOrganisationId: null, email: 'a@b.example', hasAccount: true }
  const officer = { organisationId: 'o' as never, organisationName: 'Port', roles: ['officer'] as const }
  const holder = { account: { email: 'a@b.example' }, organisationId: 'o' as never, memberships: [officer] }

  test.each([
    ['nobody signed in, whose address has an account', asked, { ...holder, account: null }, { kind: 'sign_in' }],
    ['someone signed in with another address', asked, { ...holder, account: { email: 'x@y.example' } }, { kind: 'other_account' }],
    ['an administrator who owes a second factor', asked, { ...holder, organisationId: null }, { kind: 'factor_due' }],
    ['an officer', asked, holder, { kind: 'member', mayAccept: true, mayFound: true, others: [] }],
    ['a reader', asked, { ...holder, memberships: [{ ...officer, roles: ['reader'] as const }] }, { kind: 'member', mayAccept: false }],
    [
      'someone of another organisation than the invited',
      { ...asked, invitedOrganisationId: 'p' as never },
      holder,
      { kind: 'needs_membership' },
    ],
    [
      'nobody, for an organisation of Escale',
      { ...asked, invitedOrganisationId: 'p' as never, hasAccount: false },
      { ...holder, account: null },
      { kind: 'needs_membership' },
    ],
  ] as const)('%s', (_case, invitation, who, standing) => {
    expect(decideStanding(invitation, who)).toMatchObject(standing)
  })
})

describe('the database, with the application’s checks bypassed', () => {
  const asWeb = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw<Record<string, unknown>>(statement).execute(ctx.tx))

  test('an organisation that works in Escale is not seated by another, nor back', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    const seat = `insert into missions.partner (mission_id, organisation_id, role) values ('${missionId}', '${genoa.organisationId}', 'partner')`

    await expect(asWeb(lead, seat)).rejects.toMatchObject({ constraint: 'an_organisation_takes_its_own_seat' })
    await expect(asWeb(genoa, seat)).rejects.toThrow(/row-level security/)
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, id)))
    const seatId = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.at(-1)?.id ?? ''
    valueOf(await world.as(genoa, (ctx) => releasePartner(ctx, missionId, seatId)))
    await expect(asWeb(lead, `update missions.partner set left_at = null where id = '${seatId}'`)).rejects.toMatchObject({
      constraint: 'an_organisation_takes_its_own_seat',
    })
  })

  test('an organiser writes no answer in the place of the invited', async () => {
    const missionId = await aMission()
    await anInvitation(missionId)

    await expect(
      asWeb(
        lead,
        `update missions.partner_invitation set state = 'accepted', answered_at = now(), accepted_organisation_id = '${genoa.organisationId}' where mission_id = '${missionId}'`,
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('an invitation shows in no journal but the organiser’s', async () => {
    const missionId = await aMission()
    const id = await anInvitation(missionId)
    valueOf(await world.as(genoa, (ctx) => acceptInvitation(ctx, id)))

    const seen = async (who: Somebody) =>
      (
        await asWeb(
          who,
          `select event, operation from app.journal where entity = 'missions.partner_invitation' and mission_id = '${missionId}' order by seq`,
        )
      ).rows

    expect(await seen(lead)).toEqual([{ event: 'partnership.offered', operation: 'insert' }])
    expect(await seen(genoa)).toEqual([{ event: 'partnership.accepted', operation: 'update' }])
    expect(await seen(stranger)).toEqual([])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { listMembers, registerMember } from '#modules/delegations/index.ts'
import type { Words } from './domain/application.ts'
import { type Room, aRoom, somebody, tokenOf } from './room.fixture.ts'
import { listPlaces } from './sql.ts'
import { listApplications, listCountedTwice, listNamesakes, loadContact } from './sql/applications.ts'
import { listLetters } from './sql/letters.ts'
import { apply, readLink, readOwnApplication, sendVerificationAgain, verifyAddress, withdrawOwn, writeAgain } from './usecases/apply.ts'
import { decideApplications, previewDecision } from './usecases/decide.ts'
import { forget } from './usecases/forget.ts'
import { makeLink, renewLink, revokeLink } from './usecases/make-link.ts'
import { sendNow, undoDecision } from './usecases/undo.ts'
import { nameCard, withdrawApplication } from './usecases/withdraw.ts'

let room: Room
let token: string
beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  token = await room.link()
})
afterAll(() => room.close())

const travellers = async (missionId: string = room.missionId) =>
  (await room.read(room.lead, (ctx) => listMembers(ctx.tx, missionId))).map(({ familyName }) => familyName)
const placesOfCity = async (missionId: string = room.missionId) => {
  const places = await room.read(room.lead, (ctx) => listPlaces(ctx.tx, missionId))
  return places.find(({ organisationId }) => organisationId === room.city.organisationId)
}
const application = (who: typeof room.lead, id: string) =>
  room.read(who, async (ctx) => (await listApplications(ctx.tx, room.missionId, { ids: [id] }))[0] ?? null)

describe('a link', () => {
  test('for one named person serves once, and says so afterwards', async () => {
    const personal = await room.link(room.city, { kind: 'personal', givenName: 'Ana', familyName: 'Béal', represents: null, places: 1 })

    valueOf(await apply(room.services, personal, crypto.randomUUID(), somebody(), true))

    expect(await apply(room.services, personal, crypto.randomUUID(), somebody(), true)).toEqual({
      ok: false,
      problem: { code: 'link_over' },
    })
    expect((await readLink(room.services, personal))?.link.state).toBe('used')
  })

  test('of a relay registers as many people as it has places, and lists them', async () => {
    const small = await room.link(room.city, { places: 2 })
    for (const familyName of ['Premier', 'Second'])
      valueOf(await apply(room.services, small, crypto.randomUUID(), somebody({ familyName }), true))

    expect(await apply(room.services, small, crypto.randomUUID(), somebody(), true)).toEqual({ ok: false, problem: { code: 'link_over' } })
    const opened = await readLink(room.services, small)
    expect(opened?.registered.map(({ familyName, state }) => [familyName, state])).toEqual([
      ['Premier', 'unverified'],
      ['Second', 'unverified'],
    ])
  })

  test('of nobody, expired, revoked or renewed opens nothing', async () => {
    const made = valueOf(await room.as(room.city, (ctx) => makeLink(ctx, room.missionId, { ...relayFacts, places: 5 }, 30)))
    const renewed = valueOf(await room.as(room.city, (ctx) => renewLink(ctx, room.missionId, made.id, 30)))
    const short = await room.link(room.city, {}, 1)

    expect(await readLink(room.services, 'nobody')).toBeNull()
    expect(await readLink(room.services, tokenOf(made.link))).toBeNull()
    expect((await readLink(room.services, tokenOf(renewed.link)))?.link.state).toBe('open')
    valueOf(await room.as(room.city, (ctx) => revokeLink(ctx, room.missionId, made.id)))
    expect((await readLink(room.services, tokenOf(renewed.link)))?.link.state).toBe('revoked')
    const later = { ...room.services, now: () => addMinutes(room.clock.now, 2 * 24 * 60) }
    expect((await readLink(later, short))?.link.state).toBe('expired')
    expect(await apply(later, short, crypto.randomUUID(), somebody(), false)).toEqual({ ok: false, problem: { code: 'link_over' } })
  })

  test('is sent to the person it is for, in their language, and its address is in no outbox', async () => {
    const sent = await room.link(room.city, { email: 'relais@fictif.example', language: 'en' })

    await withOwner(room.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ organisation_id: string | null; subject: string; body_text: string }>(
        `select organisation_id, subject, body_text from app.mail where recipient = 'relais@fictif.example'`,
      )
      expect(rows).toMatchObject([{ organisation_id: null, subject: 'Registration for Mission to Miami' }])
      expect(rows[0]?.body_text).toContain(sent)
    })
  })

  test('that leaked does not fill the room: after sixty uses within the hour it rests', async () => {
    const leaked = await room.link(room.city, { places: 500 })
    const outcomes = []
    for (let use = 0; use < 61; use += 1) outcomes.push(await apply(room.services, leaked, crypto.randomUUID(), somebody(), false))

    expect(outcomes.slice(0, 60).every(({ ok }) => ok)).toBe(true)
    expect(outcomes[60]).toEqual({ ok: false, problem: { code: 'too_many' } })
  })
})

const relayFacts = {
  kind: 'focal_point',
  givenName: null,
  familyName: null,
  represents: 'Grappe fictive',
  email: null,
  language: 'fr',
} as const

describe('an application', () => {
  test('is kept as a draft, found again by its secret, and sent when it is complete', async () => {
    const words = somebody({ givenName: '', capacity: '' })
    const { secret } = valueOf(await apply(room.services, token, crypto.randomUUID(), words, false))

    expect(await writeAgain(room.services, secret, words, true)).toEqual({
      ok: false,
      problem: { fields: { givenName: 'required', capacity: 'required' } },
    })
    expect(await readOwnApplication(room.services, secret)).toMatchObject({ state: 'draft', familyName: words.familyName })
    valueOf(await writeAgain(room.services, secret, { ...words, givenName: 'Ana', capacity: 'Maire' }, true))
    expect(await room.stateOf(secret)).toBe('unverified')
  })

  test('sent twice by an impatient finger is one', async () => {
    const key = crypto.randomUUID()
    const words = somebody()

    const [one, two] = [await apply(room.services, token, key, words, true), await apply(room.services, token, key, words, true)]

    expect(one).toEqual(two)
    expect(await room.tokensOf(words.email, '/inscription/adresse/')).toHaveLength(1)
  })

  test('is read by nobody before its address is confirmed, by a link that serves once', async () => {
    const words = somebody()
    const { secret } = valueOf(await apply(room.services, token, crypto.randomUUID(), words, true))
    const own = await readOwnApplication(room.services, secret)

    expect(await room.decide(room.city, [own?.id ?? ''])).toMatchObject({ ok: false })
    const [verification = ''] = await room.tokensOf(words.email, '/inscription/adresse/')
    expect(valueOf(await verifyAddress(room.services, verification)).secret).toBe(secret)
    expect(await room.stateOf(secret)).toBe('received')
    expect(await verifyAddress(room.services, verification)).toEqual({ ok: false, problem: { code: 'link_over' } })
  })

  test('has its letter sent again after two minutes, and the former link dies', async () => {
    const words = somebody()
    const { secret } = valueOf(await apply(room.services, token, crypto.randomUUID(), words, true))
    const [former = ''] = await room.tokensOf(words.email, '/inscription/adresse/')

    expect(await sendVerificationAgain(room.services, secret)).toEqual({ ok: false, problem: { code: 'too_many' } })
    const later = { ...room.services, now: () => addMinutes(room.clock.now, 3) }
    valueOf(await sendVerificationAgain(later, secret))
    expect(await verifyAddress(later, former)).toEqual({ ok: false, problem: { code: 'link_over' } })
  })

  test('sent back to be completed is written again by its applicant, and is received at once: its address is known', async () => {
    const { id, secret, words } = await room.received(token)
    valueOf(await room.decide(room.city, [id], 'incomplete', 'Précisez votre mandat'))
    expect(await readOwnApplication(room.services, secret)).toMatchObject({ state: 'incomplete', reason: 'Précisez votre mandat' })

    valueOf(await writeAgain(room.services, secret, { ...words, capacity: 'Adjoint au maire' }, true))

    expect(await application(room.city, id)).toMatchObject({ state: 'received', capacity: 'Adjoint au maire' })
  })

  test('being read is no longer its applicant’s to change', async () => {
    const { secret, words } = await room.received(token)

    expect(await writeAgain(room.services, secret, words, true)).toEqual({ ok: false, problem: { code: 'closed' } })
  })

  test('answers the public alike whether or not the person is known; officers see who it may be', async () => {
    const known: Words = somebody({ givenName: 'Zoé', familyName: 'Connue' })
    const first = await room.received(token, known)
    const again = await apply(room.services, token, crypto.randomUUID(), known, true)
    const unknown = await apply(room.services, token, crypto.randomUUID(), somebody(), true)

    expect(Object.keys(valueOf(again))).toEqual(Object.keys(valueOf(unknown)))
    const seen = await room.read(room.city, async (ctx) => {
      const [subject] = await listApplications(ctx.tx, room.missionId, { ids: [first.id] })
      return subject ? listNamesakes(ctx.tx, subject) : []
    })
    expect(seen).toMatchObject([{ kind: 'application', givenName: 'Zoé', familyName: 'Connue', isSameAddress: true }])
  })
})

describe('a decision', () => {
  test('goes through the sending organisation, then through those who organise, and makes a member', async () => {
    const { id, secret, words } = await room.received(token, somebody({ familyName: 'Voyageur', phone: '+33491000000' }))

    expect(await application(room.lead, id)).toBeNull()
    expect(await room.decide(room.city, [id])).toMatchObject({ ok: true, value: [{ id, state: 'endorsed' }] })
    expect(await room.decide(room.city, [id])).toEqual({ ok: false, problem: { code: 'not_yours' } })
    expect(await room.decide(room.lead, [id])).toMatchObject({ ok: true, value: [{ id, state: 'approved' }] })

    expect(await travellers()).toContain('Voyageur')
    expect(await room.stateOf(secret)).toBe('approved')
    const { memberId } = (await application(room.city, id)) ?? {}
    const contact = await room.read(room.city, async (ctx) => {
      const { rows } = await sql`select email, phone from delegations.member_contact where member_id = ${memberId ?? null}`.execute(ctx.tx)
      return rows
    })
    expect(contact).toEqual([{ email: words.email, phone: '+33491000000' }])
  })

  test('by an organisation that sends and organises takes one yes', async () => {
    const own = await room.link(room.lead)
    const { id } = await room.received(own)

    expect(await room.decide(room.lead, [id])).toMatchObject({ ok: true, value: [{ state: 'approved' }] })
  })

  test('that says no says why', async () => {
    const { id } = await room.received(token)
    const silent = await room.as(room.city, (ctx) =>
      decideApplications(ctx, room.missionId, { ids: [id], decision: 'refuse', reason: ' ' }, null),
    )

    expect(silent).toEqual({ ok: false, problem: { code: 'reason_missing' } })
    expect(await room.decide(room.city, [id], 'refuse', 'Complet')).toMatchObject({ ok: true, value: [{ state: 'refused' }] })
  })

  test('about several is all or none', async () => {
    const one = await room.received(token)
    const refusedAlready = await room.received(token)
    valueOf(await room.decide(room.city, [refusedAlready.id], 'refuse'))

    expect(await room.decide(room.city, [one.id, refusedAlready.id])).toMatchObject({ ok: false })
    expect(await room.stateOf(one.secret)).toBe('received')
  })

  test('does exactly what its preview showed, letters included, or says that it is outdated', async () => {
    const { id, words } = await room.received(token)
    const request = { ids: [id], decision: 'refuse', reason: 'Une seule personne par entreprise' } as const
    const preview = await room.read(room.city, (ctx) => previewDecision(ctx, room.missionId, request))
    const otherwise = { ...request, reason: 'Autre motif' }

    expect(await room.as(room.city, (ctx) => decideApplications(ctx, room.missionId, otherwise, preview.seen))).toEqual({
      ok: false,
      problem: { code: 'preview_outdated' },
    })
    valueOf(await room.as(room.city, (ctx) => decideApplications(ctx, room.missionId, request, preview.seen)))
    room.clock.now = addMinutes(room.clock.now, 11)
    await room.sendLetters()
    const [sent] = await textsTo(words.email)
    expect(sent?.replace(/suivi\/[\w-]{43}/, 'suivi/xxxxxxxx')).toBe(preview.lines[0]?.letter)
  })

  test('is undone until its letter leaves, and nobody hears of it', async () => {
    const { id, secret, words } = await room.endorsed(token, somebody({ familyName: 'Repenti' }))
    const before = (await textsTo(words.email)).length
    valueOf(await room.decide(room.lead, [id]))
    expect(await travellers()).toContain('Repenti')

    valueOf(await room.as(room.lead, (ctx) => undoDecision(ctx, room.missionId, id)))

    expect(await room.stateOf(secret)).toBe('endorsed')
    expect(await travellers()).not.toContain('Repenti')
    room.clock.now = addMinutes(room.clock.now, 11)
    await room.sendLetters()
    const letters = (await textsTo(words.email)).slice(0, -before)
    expect(letters.map((text) => text.split('\n')[0])).toEqual(['Votre inscription avance : Mission à Miami'])
    expect(await room.as(room.lead, (ctx) => undoDecision(ctx, room.missionId, id))).toEqual({
      ok: false,
      problem: { code: 'letter_has_left' },
    })
  })

  test.each(['approve', 'incomplete', 'refuse'] as const)('to %s, undone, leaves the application where it was', async (decision) => {
    const { id, secret } = await room.received(token)
    valueOf(await room.decide(room.city, [id], decision))

    valueOf(await room.as(room.city, (ctx) => undoDecision(ctx, room.missionId, id)))

    expect(await room.stateOf(secret)).toBe('received')
    expect(await application(room.lead, id)).toBeNull()
  })

  test('may be told at once; its letter leaves once, however many tasks send', async () => {
    const { id, words } = await room.received(token)
    valueOf(await room.decide(room.city, [id]))
    valueOf(await room.as(room.city, (ctx) => sendNow(ctx, room.missionId, id)))

    await Promise.all([room.sendLetters(), room.sendLetters(), room.sendLetters()])

    expect((await textsTo(words.email)).filter((text) => text.startsWith('Votre inscription avance'))).toHaveLength(1)
    const letters = await room.read(room.city, (ctx) => listLetters(ctx.tx, id))
    expect(letters).toMatchObject([{ kind: 'endorsed', sentAt: room.clock.now }])
  })

  test('replaces the letter of a former one that has not left', async () => {
    const { id, words } = await room.endorsed(token)
    valueOf(await room.decide(room.lead, [id]))
    room.clock.now = addMinutes(room.clock.now, 11)
    await room.sendLetters()

    const subjects = (await textsTo(words.email)).map((text) => text.split('\n')[0])
    expect(subjects).toEqual(['Vous avez une place : Mission à Miami', 'Confirmez votre adresse'])
  })
})

describe('places', () => {
  test('are counted for those who organise, and for each partner its own', async () => {
    const missionId = await room.openRoom()
    valueOf(await room.quota(2, 0, missionId))

    expect(await placesOfCity(missionId)).toMatchObject({ places: 2, taken: 0, waiting: 0 })
    expect(await room.read(room.stranger, (ctx) => listPlaces(ctx.tx, missionId))).toEqual([])
    expect((await room.read(room.lead, (ctx) => listPlaces(ctx.tx, missionId))).map(({ places }) => places)).toEqual([null, 2])
    expect(await room.read(room.city, (ctx) => listPlaces(ctx.tx, missionId))).toMatchObject([
      { organisationId: room.city.organisationId, places: 2 },
    ])
  })

  test('are set by those who organise, and cover who travels already', async () => {
    const missionId = await room.openRoom()
    const draft = { ...aGuest, familyName: 'Déjà' }
    valueOf(await room.as(room.city, (ctx) => registerMember(ctx, missionId, draft)))

    expect(await room.quota(0, 0, missionId)).toMatchObject({ problem: { code: 'a_quota_covers_who_travels_already' } })
    valueOf(await room.quota(1, 0, missionId))
    expect(await room.quota(3, 7, missionId)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  })

  test('are kept whichever road someone comes by', async () => {
    const missionId = await room.openRoom()
    valueOf(await room.quota(1, 0, missionId))
    valueOf(await room.as(room.city, (ctx) => registerMember(ctx, missionId, { ...aGuest, familyName: 'Un' })))

    expect(await room.as(room.city, (ctx) => registerMember(ctx, missionId, { ...aGuest, familyName: 'Deux' }))).toMatchObject({
      problem: { code: 'a_sub_delegation_keeps_to_its_quota' },
    })
  })

  test('that become free go to those who wait, in their order, and each is told', async () => {
    const missionId = await room.openRoom()
    const relayToken = await room.link(room.city, {}, 30, missionId)
    valueOf(await room.quota(1, 0, missionId))
    const people = []
    for (const familyName of ['Alpha', 'Bravo', 'Charlie']) {
      const person = await room.received(relayToken, somebody({ familyName }))
      valueOf(await room.decide(room.city, [person.id], 'approve', '', missionId))
      people.push(person)
      room.clock.now = addMinutes(room.clock.now, 1)
    }
    for (const { id } of people) {
      valueOf(await room.decide(room.lead, [id], 'approve', '', missionId))
      room.clock.now = addMinutes(room.clock.now, 1)
    }
    const [alpha, bravo, charlie] = people
    if (!alpha || !bravo || !charlie) throw new Error('three people applied')
    expect(await Promise.all(people.map(({ secret }) => room.stateOf(secret)))).toEqual(['approved', 'waiting', 'waiting'])
    expect((await readOwnApplication(room.services, charlie.secret))?.waitingRank).toBe(2)

    valueOf(await withdrawOwn(room.services, alpha.secret))
    await room.promote(room.city, missionId)

    expect(await Promise.all(people.map(({ secret }) => room.stateOf(secret)))).toEqual(['withdrawn', 'approved', 'waiting'])
    expect((await textsTo(bravo.words.email))[0]).toContain('Une place s’est libérée pour vous')
    expect((await readOwnApplication(room.services, charlie.secret))?.waitingRank).toBe(1)
    expect(await travellers(missionId)).toEqual(['Bravo'])

    valueOf(await room.quota(2, 1, missionId))
    await room.promote(room.city, missionId)
    expect(await room.stateOf(charlie.secret)).toBe('approved')
  })

  test('withdrawn on the page of the delegation are withdrawn here too, and the next person is queued', async () => {
    const missionId = await room.openRoom()
    const relayToken = await room.link(room.city, {}, 30, missionId)
    valueOf(await room.quota(1, 0, missionId))
    const [one, two] = [await room.received(relayToken), await room.received(relayToken)]
    for (const who of [room.city, room.lead]) valueOf(await room.decide(who, [one.id, two.id], 'approve', '', missionId))
    const first = (await room.stateOf(one.secret)) === 'approved' ? one : two

    await room.read(room.city, (ctx) =>
      sql`update delegations.member set state = 'withdrawn' where mission_id = ${missionId} and family_name = ${first.words.familyName}`.execute(
        ctx.tx,
      ),
    )

    expect(await room.stateOf(first.secret)).toBe('withdrawn')
    await withOwner(room.ownerUrl, async (owner) => {
      const { rows } = await owner.query(
        `select from graphile_worker.jobs where task_identifier = 'registration.promote' and key like '%' || $1 || '%'`,
        [missionId],
      )
      expect(rows).not.toEqual([])
    })
    await room.promote(room.city, missionId)
    expect(await travellers(missionId)).toEqual([(first === one ? two : one).words.familyName])
  })

  test('someone already listed under that name keeps waiting, without stopping those behind', async () => {
    const missionId = await room.openRoom()
    const relayToken = await room.link(room.city, {}, 30, missionId)
    valueOf(await room.quota(1, 0, missionId))
    valueOf(await room.as(room.city, (ctx) => registerMember(ctx, missionId, { ...aGuest, givenName: 'Noé', familyName: 'Doublon' })))
    const twin = await room.received(relayToken, somebody({ familyName: 'Doublon' }))
    const next = await room.received(relayToken)
    for (const { id } of [twin, next]) {
      valueOf(await room.decide(room.city, [id], 'approve', '', missionId))
      valueOf(await room.decide(room.lead, [id], 'approve', '', missionId))
      room.clock.now = addMinutes(room.clock.now, 1)
    }

    valueOf(await room.quota(3, 1, missionId))
    await room.promote(room.city, missionId)

    expect(await room.stateOf(twin.secret)).toBe('waiting')
    expect(await room.stateOf(next.secret)).toBe('approved')
  })
})

const aGuest = {
  givenName: 'Ana',
  familyName: 'Guest',
  category: 'guest',
  capacity: {},
  represents: null,
  function: 'member',
  externalKey: null,
  contact: { email: null, phone: null, notes: null },
} as const

describe('the sending organisation', () => {
  test('withdraws someone for them, and nobody else does', async () => {
    const { id, secret } = await room.endorsed(token)

    await expect(room.as(room.lead, (ctx) => withdrawApplication(ctx, room.missionId, id))).rejects.toThrow('this role may not')
    valueOf(await room.as(room.city, (ctx) => withdrawApplication(ctx, room.missionId, id)))
    expect(await room.stateOf(secret)).toBe('withdrawn')
    expect(await room.as(room.city, (ctx) => withdrawApplication(ctx, room.missionId, id))).toEqual({
      ok: false,
      problem: { code: 'over' },
    })
  })

  test('names the card an applicant is, and the member is linked to it', async () => {
    const { id } = await room.endorsed(token)
    const personId = await room.read(room.city, async (ctx) => {
      const { rows } = await sql<{
        id: string
      }>`insert into directory.person (given_name, family_name) values ('Noé', 'Carte') returning id`.execute(ctx.tx)
      return rows[0]?.id ?? ''
    })
    valueOf(await room.as(room.city, (ctx) => nameCard(ctx, room.missionId, id, personId)))
    expect(await room.read(room.city, (ctx) => loadContact(ctx.tx, id))).toMatchObject({ personId })

    valueOf(await room.decide(room.lead, [id]))

    const { memberId } = (await application(room.city, id)) ?? {}
    const linked = await room.read(room.city, async (ctx) => {
      const { rows } = await sql`select person_id from delegations.member where id = ${memberId ?? null}`.execute(ctx.tx)
      return rows
    })
    expect(linked).toEqual([{ personId }])
  })
})

test('someone listed in two sub-delegations under one name and organisation is told apart from two people', async () => {
  const missionId = await room.openRoom()
  const company = { ...aGuest, category: 'company', represents: 'Alizé SA (fictive)' } as const
  for (const who of [room.lead, room.city]) {
    valueOf(await room.as(who, (ctx) => registerMember(ctx, missionId, { ...company, familyName: 'Deux-Fois' })))
    valueOf(await room.as(who, (ctx) => registerMember(ctx, missionId, { ...aGuest, category: 'elected', familyName: 'Homonyme' })))
  }

  const twice = await room.read(room.lead, (ctx) => listCountedTwice(ctx.tx, missionId))

  expect(twice.map(({ familyName, members }) => [familyName, members.length])).toEqual([['Deux-Fois', 2]])
})

test('what was begun and never confirmed is forgotten after a month, with how to reach the person', async () => {
  const words = somebody()
  const { secret } = valueOf(await apply(room.services, token, crypto.randomUUID(), words, true))

  await withOwner(room.ownerUrl, (owner) => forget({ ...room.services, now: () => addMinutes(room.clock.now, 29 * 24 * 60) }, owner))
  expect(await room.stateOf(secret)).toBe('unverified')
  await withOwner(room.ownerUrl, (owner) => forget({ ...room.services, now: () => addMinutes(room.clock.now, 31 * 24 * 60) }, owner))
  expect(await room.stateOf(secret)).toBeNull()
})

/** What an address received, the latest first. */
function textsTo(email: string): Promise<string[]> {
  return withOwner(room.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ body_text: string }>(
      'select body_text from app.mail where recipient = $1 order by queued_at desc, id desc',
      [email],
    )
    return rows.map(({ body_text: text }) => text)
  })
}

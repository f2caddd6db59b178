import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import type { Words } from './domain/application.ts'
import type { Successor } from './domain/substitution.ts'
import { type Room, aRoom, somebody } from './room.fixture.ts'
import { listPlaces } from './sql.ts'
import { readOwnApplication } from './usecases/apply.ts'
import { previewSubstitution, readSubstitution, substitute } from './usecases/substitute.ts'
import { sendNow, undoDecision } from './usecases/undo.ts'
import { setQuota } from './usecases/set-quota.ts'

let room: Room
let token: string
beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  token = await room.link()
})
afterAll(() => room.close())

const placed = async (facts: Partial<Words> = {}) => {
  const applied = await room.endorsed(token, somebody(facts))
  valueOf(await room.decide(room.lead, [applied.id]))
  return applied
}
const give = (formerId: string, successor: Successor, reason = 'Fictif : empêchement', who = room.city, seen: string | null = null) =>
  room.as(who, (ctx) => substitute(ctx, room.missionId, formerId, { successor, reason }, seen))
const applicant = (id: string): Successor => ({ kind: 'application', id })
const named = (facts: Partial<Words> = {}): Successor & { kind: 'named' } => ({ kind: 'named', words: somebody(facts) })
const travellers = async () =>
  (await room.read(room.lead, (ctx) => listMembers(ctx.tx, room.missionId))).map(({ familyName }) => familyName)
const cityPlaces = async () =>
  (await room.read(room.lead, (ctx) => listPlaces(ctx.tx, room.missionId))).find(
    ({ organisationId }) => organisationId === room.city.organisationId,
  )
const refusal = (code: string) => ({ ok: false, problem: { code } })
const mailsTo = (email: string) =>
  withOwner(room.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ subject: string; body_text: string }>(
      'select subject, body_text from app.mail where recipient = $1 order by queued_at desc, id desc',
      [email],
    )
    return rows
  })

describe('a place is refused', () => {
  test('by anybody but the officers of the sending organisation, the organisers and a stranger among them', async () => {
    const [former, next] = [await placed(), await room.received(token)]

    await expect(give(former.id, applicant(next.id), 'Non', room.lead)).rejects.toThrow()
    await expect(give(former.id, applicant(next.id), 'Non', room.stranger)).rejects.toThrow()
    await expect(room.read(room.lead, (ctx) => readSubstitution(ctx, room.missionId, former.id))).rejects.toThrow()
    expect(await room.stateOf(former.secret)).toBe('approved')
  })

  test('without a reason, to nobody, to themselves, by someone who has none, or to someone who has one', async () => {
    const [former, next, other] = [await placed(), await room.received(token), await placed()]

    expect(await give(former.id, applicant(next.id), '  ')).toEqual(refusal('reason_missing'))
    expect(await give(former.id, applicant(crypto.randomUUID()))).toEqual(refusal('nobody_chosen'))
    expect(await give(former.id, applicant(former.id))).toEqual(refusal('nobody_chosen'))
    expect(await give(next.id, applicant(other.id))).toEqual(refusal('over'))
    expect(await give(former.id, applicant(other.id))).toEqual(refusal('over'))
    expect(await give(former.id, { kind: 'named', words: { ...former.words, email: 'autre@fictif.example' } })).toMatchObject(
      refusal('a_place_goes_to_someone_else'),
    )
    expect(await room.stateOf(former.secret)).toBe('approved')
  })

  test('to a person badly named, field by field, or to someone the delegation lists already', async () => {
    const [former, other] = [await placed(), await placed()]

    expect(await give(former.id, named({ givenName: '', email: 'x', category: null }))).toMatchObject({
      problem: { fields: { email: 'email_is_one_address' } },
    })
    expect(await give(former.id, named({ givenName: '', category: 'company' }))).toEqual({
      ok: false,
      problem: { fields: { givenName: 'required', represents: 'required' } },
    })
    expect(await give(former.id, { kind: 'named', words: other.words })).toMatchObject(refusal('a_name_is_listed_once_per_sub_delegation'))
    expect(await room.stateOf(former.secret)).toBe('approved')
    expect(await travellers()).toContain(former.words.familyName)
  })

  test('when what was seen is not what would be done', async () => {
    const [former, next] = [await placed(), await room.received(token)]
    const asked = { successor: applicant(next.id), reason: 'Fictif : premier motif' }
    const { seen } = valueOf(await room.read(room.city, (ctx) => previewSubstitution(ctx, room.missionId, former.id, asked)))

    expect(await give(former.id, asked.successor, 'Fictif : autre motif', room.city, seen)).toEqual(refusal('preview_outdated'))
    expect(await give(former.id, named(), asked.reason, room.city, seen)).toEqual(refusal('preview_outdated'))
    expect(await give(former.id, asked.successor, asked.reason, room.city, seen)).toMatchObject({ ok: true })
  })

  test('by the database too, to whoever asks it by hand for another organisation, or writes the table', async () => {
    const [former, next] = [await placed(), await room.received(token)]
    const byHand = (who: typeof room.lead) =>
      room.read(who, async (ctx) => {
        const { rows } = await sql<{ done: boolean }>`
          select registration.substitute(${former.id}, ${next.id}, null, null, 'Non', ${ctx.now}) as done`.execute(ctx.tx)
        return rows[0]?.done
      })

    expect(await byHand(room.lead)).toBe(false)
    expect(await byHand(room.stranger)).toBe(false)
    await expect(room.read(room.city, (ctx) => sql`update registration.substitution set undone_at = null`.execute(ctx.tx))).rejects.toThrow(
      /permission/,
    )
  })
})

describe('a place goes', () => {
  test('to another applicant in one go, though every place is taken and somebody waits', async () => {
    const former = await placed({ familyName: 'Empêchée' })
    const taken = (await cityPlaces())?.taken ?? 0
    valueOf(await room.quota(taken))
    const [waiting, next] = [await room.endorsed(token), await room.received(token, somebody({ familyName: 'Remplaçante' }))]
    valueOf(await room.decide(room.lead, [waiting.id]))
    expect(await room.stateOf(waiting.secret)).toBe('waiting')

    valueOf(await give(former.id, applicant(next.id)))
    await room.promote()

    expect(await readOwnApplication(room.services, former.secret)).toMatchObject({ state: 'withdrawn', reason: 'Fictif : empêchement' })
    expect(await room.stateOf(next.secret)).toBe('approved')
    expect(await room.stateOf(waiting.secret)).toBe('waiting')
    expect(await cityPlaces()).toMatchObject({ places: taken, taken })
    expect(await travellers()).toContain('Remplaçante')
    expect(await travellers()).not.toContain('Empêchée')
    valueOf(await room.as(room.lead, (ctx) => setQuota(ctx, room.missionId, room.city.organisationId, null, 1)))
    await room.promote()
  })

  test('to a named person, who receives a page of their own; neither letter leaves at once, nor names the other', async () => {
    const former = await placed({ familyName: 'Partante' })
    const next = named({ familyName: 'Arrivante', language: 'en' })
    const asked = { successor: next, reason: 'Fictif : changement de poste' }
    const preview = valueOf(await room.read(room.city, (ctx) => previewSubstitution(ctx, room.missionId, former.id, asked)))
    const before = (await mailsTo(former.words.email)).length

    valueOf(await give(former.id, next, asked.reason, room.city, preview.seen))
    await room.sendLetters()
    expect(await mailsTo(next.words.email)).toEqual([])
    room.clock.now = addMinutes(room.clock.now, 11)
    await room.sendLetters()

    const [told] = await mailsTo(next.words.email)
    const [lost] = (await mailsTo(former.words.email)).slice(0, (await mailsTo(former.words.email)).length - before)
    expect([lost?.subject, told?.subject]).toEqual(preview.letters.map(({ subject }) => subject))
    expect(lost?.body_text).toContain('Fictif : changement de poste')
    expect(told?.body_text).not.toContain('Partante')
    expect(told?.body_text).not.toContain('Fictif : changement de poste')
    expect(lost?.body_text).not.toContain('Arrivante')
    const [secret = ''] = await room.tokensOf(next.words.email, '/inscription/suivi/')
    expect(await readOwnApplication(room.services, secret)).toMatchObject({ state: 'approved', familyName: 'Arrivante' })
    expect(await room.as(room.city, (ctx) => undoDecision(ctx, room.missionId, former.id))).toEqual(refusal('letter_has_left'))
  })

  test.each(['former', 'successor'] as const)('and comes back, undone from the %s, with the successor where they were', async (from) => {
    const [former, next] = [await placed(), await room.received(token)]
    valueOf(await give(former.id, applicant(next.id)))

    valueOf(await room.as(room.city, (ctx) => undoDecision(ctx, room.missionId, from === 'former' ? former.id : next.id)))

    expect([await room.stateOf(former.secret), await room.stateOf(next.secret)]).toEqual(['approved', 'received'])
    expect(await travellers()).toContain(former.words.familyName)
    expect(await travellers()).not.toContain(next.words.familyName)
    expect((await readOwnApplication(room.services, former.secret))?.reason).toBeNull()
    valueOf(await give(former.id, applicant(next.id)))
    expect(await room.stateOf(next.secret)).toBe('approved')
  })

  test('and a named person undone is withdrawn, and told nothing', async () => {
    const [former, next] = [await placed(), named()]
    const { successorId } = valueOf(await give(former.id, next))
    valueOf(await room.as(room.city, (ctx) => undoDecision(ctx, room.missionId, successorId)))
    room.clock.now = addMinutes(room.clock.now, 11)
    await room.sendLetters()

    expect(await mailsTo(next.words.email)).toEqual([])
    expect(await room.stateOf(former.secret)).toBe('approved')
  })

  test('and does not come back once one of the two was told', async () => {
    const [former, next] = [await placed(), await room.received(token)]
    valueOf(await give(former.id, applicant(next.id)))
    valueOf(await room.as(room.city, (ctx) => sendNow(ctx, room.missionId, former.id)))
    await room.sendLetters()

    expect(await room.as(room.city, (ctx) => undoDecision(ctx, room.missionId, next.id))).toEqual(refusal('letter_has_left'))
    expect(await room.stateOf(next.secret)).toBe('approved')
  })

  test('to one of two people, when two officers give it at once', async () => {
    const [former, one, two] = [await placed(), await room.received(token), await room.received(token)]

    const outcomes = await Promise.all([give(former.id, applicant(one.id)), give(former.id, applicant(two.id))])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await room.stateOf(one.secret), await room.stateOf(two.secret)].toSorted()).toEqual(['approved', 'received'])
  })
})

test('who took whose place is read by their own organisation alone', async () => {
  const count = async (who: typeof room.lead) =>
    (await room.read(who, (ctx) => sql`select id from registration.substitution`.execute(ctx.tx))).rows.length

  expect(await count(room.city)).toBeGreaterThan(0)
  expect([await count(room.lead), await count(room.stranger)]).toEqual([0, 0])
})

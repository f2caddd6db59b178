import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { act } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { verifyJournal } from '#platform/journal.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import type { Somebody, World } from '#tests/world.ts'
import type { MessageId, ThreadSubject } from './domain/message.ts'
import type { MissionId } from './domain/mission.ts'
import { type Room, openRoom } from './room.fixture.ts'
import { loadMission } from './sql/missions.ts'
import { countThreads, listMessages } from './sql/messages.ts'
import { releasePartner } from './usecases/name-partner.ts'
import { tellMessage } from './usecases/tell-message.ts'
import { editMessage, retractMessage, writeMessage } from './usecases/write-message.ts'

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

const whole: ThreadSubject = { noun: 'mission', id: null, label: '' }
const say = async (who: Somebody, body: string, isShared: boolean, about = whole): Promise<MessageId> =>
  valueOf(await world.as(who, (ctx) => writeMessage(ctx, missionId, { about, isShared, body })))
const read = (who: Somebody, about = whole) => world.read(who, (ctx) => listMessages(ctx.tx, { missionId, ...about }, 200))
const bodies = async (who: Somebody, about = whole) => (await read(who, about)).map(({ body }) => body)
const at = (now: string) => ({ ...world.services, now: () => now as Instant })
const aThread = (label: string): ThreadSubject => ({ noun: 'programme_item', id: crypto.randomUUID(), label })

describe('who reads a message', () => {
  test('every partner a shared one, one’s own organisation a private one, a stranger nothing', async () => {
    const about = aThread('Table ronde')
    await say(lead, 'Bonjour à tous', true, about)
    await say(lead, 'Entre nous', false, about)
    await say(genoa, 'Fra noi', false, about)
    const colleague = await world.join(lead.organisationId, ['reader'])

    expect(await bodies(colleague, about)).toEqual(['Bonjour à tous', 'Entre nous'])
    expect(await bodies(genoa, about)).toEqual(['Bonjour à tous', 'Fra noi'])
    expect(await bodies(stranger, about)).toEqual([])
  })

  test('a thread of private messages alone does not exist for the others', async () => {
    const about = aThread('Sujet secret')
    await say(lead, 'Entre nous', false, about)

    const labels = async (who: Somebody) => (await world.read(who, (ctx) => countThreads(ctx.tx, missionId))).map(({ label }) => label)
    expect(await labels(lead)).toContain('Sujet secret')
    expect(await labels(genoa)).not.toContain('Sujet secret')
  })

  test('a partner that left reads nothing any more, and what it shared stays with its name', async () => {
    const other = await world.found('Ville de passage', 'municipality')
    await seatPartner(world.services, lead, other, missionId)
    const about = aThread('Salle')
    await say(other, 'Nous prêtons la salle', true, about)
    const seat = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners.find(({ name }) => name === 'Ville de passage')
    valueOf(await world.as(lead, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))

    expect(await bodies(other, about)).toEqual([])
    expect(await read(lead, about)).toMatchObject([{ body: 'Nous prêtons la salle', organisationName: 'Ville de passage' }])
  })
})

describe('one’s own message', () => {
  test('is mended for a quarter of an hour, and says so; afterwards it is not', async () => {
    const about = aThread('Faute')
    const id = await say(lead, 'Bonjuor', true, about)

    expect(await world.as(lead, (ctx) => editMessage(ctx, missionId, id, 9, 'Bonjour'))).toEqual({
      ok: false,
      problem: { code: 'stale_message' },
    })
    valueOf(await act(at('2026-03-02T08:15:00.000Z'), lead, (ctx) => editMessage(ctx, missionId, id, 1, 'Bonjour')))
    expect(await read(genoa, about)).toMatchObject([{ body: 'Bonjour', editedAt: '2026-03-02T08:15:00.000Z' }])
    expect(await act(at('2026-03-02T08:15:00.001Z'), lead, (ctx) => editMessage(ctx, missionId, id, 2, 'Bonsoir'))).toEqual({
      ok: false,
      problem: { code: 'too_late_to_edit' },
    })
  })

  test('is retracted at any time: its words go, its author and moment stay', async () => {
    const about = aThread('Regret')
    const id = await say(lead, 'Je le regrette déjà', true, about)

    valueOf(await act(at('2026-04-02T08:00:00.000Z'), lead, (ctx) => retractMessage(ctx, missionId, id)))

    expect(await read(genoa, about)).toMatchObject([
      { body: null, retractedAt: '2026-04-02T08:00:00.000Z', authorName: 'Agent de Département de Rochebrune' },
    ])
    expect((await asWeb(lead, `select from app.journal where payload::text like '%regrette%'`)).rows).toEqual([])
    expect((await asWeb(genoa, `select event from app.journal where entity_id = '${id}' order by seq`)).rows).toEqual([
      { event: 'message.written' },
      { event: 'message.retracted' },
    ])
  })

  test('is touched by nobody else, colleague or partner', async () => {
    const id = await say(lead, 'À moi', true)
    const colleague = await world.join(lead.organisationId, ['officer'])

    await expect(world.as(colleague, (ctx) => retractMessage(ctx, missionId, id))).rejects.toThrow(NotFound)
    await expect(world.as(genoa, (ctx) => editMessage(ctx, missionId, id, 1, 'Pris'))).rejects.toThrow(NotFound)
  })

  test('is not written by a reader, nor by a stranger', async () => {
    const reader = await world.join(genoa.organisationId, ['reader'])
    const draft = { about: whole, isShared: true, body: 'Bonjour' }

    await expect(world.as(reader, (ctx) => writeMessage(ctx, missionId, draft))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => writeMessage(ctx, missionId, draft))).rejects.toThrow(NotFound)
  })
})

describe('the mail about a message', () => {
  const told = async (id: MessageId, words: string) =>
    withOwner(world.ownerUrl, async (owner) => {
      await tellMessage(world.services, owner as never, id)
      const { rows } = await owner.query<{ organisation_id: string; recipient: string; language: string }>(
        'select organisation_id, recipient, language from app.mail where body_text like $1 order by recipient',
        [`%${words}%`],
      )
      return rows
    })

  test('leaves for nobody outside when the message is private, and never for its author', async () => {
    const colleague = await world.join(lead.organisationId, ['officer'])

    const mails = await told(await say(lead, 'Une affaire entre nous seuls', false), 'entre nous seuls')

    expect(mails.every(({ organisation_id }) => organisation_id === lead.organisationId)).toBe(true)
    expect(mails.map(({ recipient }) => recipient)).toContain(`${colleague.accountId}@example.org`)
    expect(mails.map(({ recipient }) => recipient)).not.toContain(`${lead.accountId}@example.org`)
  })

  test('reaches each partner in its own language when it is shared', async () => {
    await withOwner(world.ownerUrl, (owner) => owner.query(`update auth."user" set locale = 'en' where id = $1`, [genoa.accountId]))

    const mails = await told(await say(lead, 'Le bus part à six heures', true, aThread('Bus')), 'bus part à six')

    expect(mails).toContainEqual({ organisation_id: genoa.organisationId, recipient: `${genoa.accountId}@example.org`, language: 'en' })
  })

  test('is not sent once the message is retracted', async () => {
    const id = await say(lead, 'Trop vite parti', true)
    valueOf(await world.as(lead, (ctx) => retractMessage(ctx, missionId, id)))

    expect(await told(id, 'Trop vite')).toEqual([])
  })
})

describe('the database, with the application’s checks bypassed', () => {
  test('a private message never leaves its organisation', async () => {
    const id = await say(lead, 'Le secret de la maison', false)

    expect((await asWeb(genoa, `select from missions.message where body like '%secret de la maison%'`)).rows).toEqual([])
    expect((await asWeb(genoa, `select from app.journal where entity_id = '${id}'`)).rows).toEqual([])
    await expect(asWeb(lead, `update missions.message set is_shared = true where id = '${id}'`)).rejects.toThrow(/permission denied/)
    await expect(asWeb(lead, `update missions.message set organisation_id = '${genoa.organisationId}' where id = '${id}'`)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('nobody speaks in the name of another, nor after leaving, nor rewrites', async () => {
    const insert = (who: Somebody, author: string) =>
      `insert into missions.message (mission_id, organisation_id, author_id, is_shared, body, author_name, written_at) values ('${missionId}', '${who.organisationId}', '${author}', true, 'x', 'x', now())`

    await expect(asWeb(genoa, insert(lead, lead.accountId))).rejects.toThrow(/row-level security/)
    await expect(asWeb(genoa, insert(genoa, lead.accountId))).rejects.toThrow(/row-level security/)
    await expect(asWeb(stranger, insert(stranger, stranger.accountId))).rejects.toThrow(/row-level security/)
    expect(
      (await asWeb(genoa, `update missions.message set body = 'Pris' where organisation_id = '${lead.organisationId}'`)).numAffectedRows,
    ).toBe(0n)
    await expect(asWeb(lead, `delete from missions.message`)).rejects.toThrow(/permission denied/)
  })

  test('a retracted message has no words left, and an empty one is refused by its name', async () => {
    const id = await say(lead, 'Bientôt retiré', true)

    await expect(asWeb(lead, `update missions.message set retracted_at = written_at where id = '${id}'`)).rejects.toMatchObject({
      constraint: 'body_until_retracted',
    })
    await expect(asWeb(lead, `update missions.message set body = '  ' where id = '${id}'`)).rejects.toMatchObject({
      constraint: 'body_is_not_empty',
    })
  })

  test('the chains of the journal hold', async () => {
    expect((await withOwner(world.ownerUrl, (owner) => verifyJournal(owner))).faults).toEqual([])
  })
})

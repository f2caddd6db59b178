import { type RawBuilder, sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { violatedConstraint, withOwner } from '#platform/db.ts'
import { openDiskStore } from '#platform/files/disk-store.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { releasePartner } from '#modules/missions/index.ts'
import type { Entry } from './domain/entry.ts'
import { aReleasedMission } from './pocket.fixture.ts'
import { listPasses } from './sql/senders.ts'
import { enterPocket, listJourneys } from './sql/holder.ts'
import { readFeed } from './usecases/calendar-feed.ts'
import { closeCalendar, openCalendar } from './usecases/choose-calendar.ts'
import { revokePass, sendLink, sendLinks } from './usecases/give-passes.ts'
import { closePocket, openByAccount, openByLink, readLink } from './usecases/open-pocket.ts'
import { readDesk } from './usecases/read-desk.ts'
import { readPocket } from './usecases/read-pocket.ts'
import { answerReceipt, publishContact, withdrawContact } from './usecases/run-desk.ts'
import { sendEntry } from './usecases/send-entry.ts'

type World = Awaited<ReturnType<typeof aReleasedMission>>
let world: World
let store = ''
let meeting: string
let visit: string
let ana: string
let cam: string
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'escale-pocket-'))
  world = await aReleasedMission(inject('templateUrl'))
  Object.assign(world.services, { files: openDiskStore(store) })
  meeting = await world.propose({ title: { fr: 'Rencontre' }, briefing: { fr: 'Apporter la convention' } })
  visit = await world.propose({ title: { fr: 'Visite' }, audience: 'members', memberIds: [world.cam], from: '14:00', to: '16:00' })
  await world.release()
  ana = await openFor(world.lead, world.ana)
  cam = await openFor(world.city, world.cam)
})
afterAll(async () => {
  await world.close()
  await rm(store, { recursive: true, force: true })
})

const linkOf = async (who: Somebody, member: string) => {
  const { link } = valueOf(await world.as(who, (ctx) => sendLink(ctx, world.missionId, member, { invitations: false })))
  return link.split('/').at(-1) ?? ''
}
const openFor = async (who: Somebody, member: string) => valueOf(await openByLink(world.services, await linkOf(who, member))).secret
const read = (secret: string) => readPocket(world.services, secret, 'fr')
const send = (secret: string, entry: Partial<Entry> & Pick<Entry, 'kind'>) =>
  sendEntry(world.services, secret, { key: crypto.randomUUID(), saidAt: '2017-11-01T07:00:00.000Z', ...entry } as Entry)
const noteAbout = (itemId: string | null, body: string, version = 0) => ({ kind: 'note' as const, itemId, body, version })
/** A PNG of one dot. */
const photo = {
  name: 'reçu.png',
  bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
}

describe('a pocket', () => {
  test('holds the released programme of its owner, with its number, and nothing of anybody else', async () => {
    const [own, other] = [await read(ana), await read(cam)]

    expect(own).toMatchObject({
      givenName: 'Ana',
      organisationName: 'Département de Rochebrune',
      release: { number: 1 },
      title: { fr: 'Miami' },
    })
    expect(own?.items.map(({ title }) => title.fr)).toEqual(['Rencontre'])
    expect(other?.items.map(({ title }) => title.fr)).toEqual(['Rencontre', 'Visite'])
    expect(JSON.stringify(own)).not.toMatch(/Visite|Bob|Cam|@example\.org|people|memberIds/)
    expect(own?.items[0]?.details).toContainEqual({ label: 'À préparer', words: 'Apporter la convention' })
  })

  test('tells what each release changed for its owner, and nothing of what changed for others', async () => {
    const house = await aReleasedMission(inject('templateUrl'))
    const open = async (who: Somebody, member: string) => {
      const sent = valueOf(await house.as(who, (ctx) => sendLink(ctx, house.missionId, member, { invitations: false })))
      return valueOf(await openByLink(house.services, sent.link.split('/').at(-1) ?? '')).secret
    }
    const [first, second] = [
      await house.propose({ title: { fr: 'Rencontre' } }),
      await house.propose({ title: { fr: 'Port' }, from: '14:00', to: '15:00' }),
    ]
    await house.release()
    await house.change(first, { title: { fr: 'Rencontre' }, from: '11:00', to: '12:00' })
    await house.change(second, { title: { fr: 'Port' }, audience: 'members', memberIds: [house.cam], from: '14:00', to: '15:00' })
    await house.release()
    await house.change(second, {
      title: { fr: 'Port' },
      audience: 'members',
      memberIds: [house.cam, house.bob],
      from: '14:00',
      to: '15:00',
    })
    await house.release()
    const told = async (who: Somebody, member: string) =>
      (await readPocket(house.services, await open(who, member), 'fr'))?.changelog.map(({ number, changes }) => [
        number,
        changes.map(({ kind, title }) => `${kind} ${title.fr}`),
      ])

    expect(await told(house.lead, house.ana)).toEqual([
      [3, []],
      [2, ['moved Rencontre', 'cancelled Port']],
      [1, []],
    ])
    expect((await told(house.lead, house.bob))?.[0]).toEqual([3, ['new Port']])
    expect((await told(house.city, house.cam))?.[1]).toEqual([2, ['moved Rencontre']])
    await house.close()
  })

  test('never shows a draft', async () => {
    await world.propose({ title: { fr: 'Brouillon' }, from: '20:00', to: '21:00' })

    expect(JSON.stringify(await read(ana))).not.toContain('Brouillon')
  })

  test('asks the database the same number of questions for three moments as for one', async () => {
    let queries = 0
    const counted = {
      ...world.services,
      db: {
        ...world.services.db,
        web: world.services.db.web.withPlugin({
          transformQuery: ({ node }) => ((queries += 1), node),
          transformResult: ({ result }) => Promise.resolve(result),
        }),
      },
    }
    await readPocket(counted, ana, 'fr')
    const [one] = [queries, (queries = 0)]
    await readPocket(counted, cam, 'fr')

    expect(queries).toBe(one)
  })

  test('is opened by a link as often as it is pressed, and looking at the link opens nothing', async () => {
    const token = await linkOf(world.lead, world.bob)
    const count = () =>
      world
        .read(world.lead, (ctx) => listPasses(ctx.tx, world.missionId, world.lead.organisationId, ctx.now, world.bob))
        .then(([line]) => line?.deviceCount)

    expect(await readLink(world.services, token)).toEqual({
      givenName: 'Bob',
      familyName: 'Arnal',
      organisationName: 'Département de Rochebrune',
      title: { fr: 'Miami' },
    })
    expect(await count()).toBe(0)
    const [phone, tablet] = [valueOf(await openByLink(world.services, token)), valueOf(await openByLink(world.services, token))]
    expect(phone.secret).not.toBe(tablet.secret)
    expect(await count()).toBe(2)
  })

  test('is closed on one device and stays open on the others', async () => {
    const [phone, tablet] = [await openFor(world.lead, world.bob), await openFor(world.lead, world.bob)]

    await closePocket(world.services, phone)

    expect([await read(phone), (await read(tablet))?.givenName]).toEqual([null, 'Bob'])
  })

  test('is not opened by a link that was replaced, invented or cut', async () => {
    const former = await linkOf(world.lead, world.bob)
    await linkOf(world.lead, world.bob)

    for (const token of [former, 'x'.repeat(43), former.slice(1), '']) {
      expect(await openByLink(world.services, token)).toEqual({ ok: false, problem: { code: 'link_over' } })
      expect(await readLink(world.services, token)).toBeNull()
    }
  })

  test('is not opened by a secret of another kind: a link is no device, a device no calendar', async () => {
    const token = await linkOf(world.lead, world.bob)

    expect(await read(token)).toBeNull()
    expect(await readFeed(world.services, ana)).toBeNull()
    expect(await readFeed(world.services, token)).toBeNull()
  })

  test('keeps digests, never secrets', async () => {
    const { rows } = await withOwner(world.ownerUrl, (owner) =>
      owner.query<{ text: string }>(
        'select (select jsonb_agg(s)::text from pocket.secret s) || (select jsonb_agg(j)::text from app.journal j) as text',
      ),
    )

    expect(rows[0]?.text).not.toContain(ana)
    expect(rows[0]?.text).toContain(tokenDigest(ana).toString('hex'))
  })

  test('opens for a month after the journey, and no longer', async () => {
    const at = (now: string) => readPocket({ ...world.services, now: () => now as Instant }, ana, 'fr')

    expect((await at('2017-12-09T00:00:00.000Z'))?.givenName).toBe('Ana')
    expect(await at('2017-12-11T00:00:00.000Z')).toBeNull()
  })
})

describe('an account', () => {
  const accountOf = (who: Somebody, email: string) =>
    withOwner(world.ownerUrl, (owner) => owner.query(`update auth."user" set email = $2 where id = $1`, [who.accountId, email]))

  test('opens the journeys that are sent to its mailbox, and no other', async () => {
    await accountOf(world.stranger, 'ana@example.org')

    const journeys = await listJourneys(world.services.db, world.stranger.accountId)
    expect(journeys.map(({ memberId, organisationName }) => [memberId, organisationName])).toEqual([
      [world.ana, 'Département de Rochebrune'],
    ])
    const opened = valueOf(await openByAccount(world.services, world.stranger.accountId, world.ana))
    expect((await read(opened.secret))?.givenName).toBe('Ana')
    expect(await openByAccount(world.services, world.stranger.accountId, world.bob)).toEqual({
      ok: false,
      problem: { code: 'journey_unknown' },
    })
  })

  test('whose address changes opens nothing any more', async () => {
    const { secret } = valueOf(await openByAccount(world.services, world.stranger.accountId, world.ana))
    await accountOf(world.stranger, 'port@example.org')

    expect(await read(secret)).toBeNull()
  })
})

describe('a calendar', () => {
  const addressOf = async (secret: string) =>
    valueOf(await openCalendar(world.services, secret))
      .path.split('/')
      .at(-1)
      ?.replace('.ics', '') ?? ''

  test('gives the released programme of its owner, the same bytes until a release changes it for them', async () => {
    const address = await addressOf(ana)
    const feed = await readFeed(world.services, address)

    expect(feed?.body).toContain('SUMMARY:Rencontre')
    expect(feed?.body).not.toMatch(/Visite|Brouillon|ATTENDEE|@/)
    expect(await readFeed(world.services, address)).toEqual(feed)
    expect(feed?.modifiedAt).toBe('2017-11-01T08:00:00.000Z')
  })

  test('stops when its address is taken back, or changed', async () => {
    const former = await addressOf(ana)
    const address = await addressOf(ana)

    expect([await readFeed(world.services, former), (await readFeed(world.services, address)) !== null]).toEqual([null, true])
    await closeCalendar(world.services, ana)
    expect(await readFeed(world.services, address)).toBeNull()
  })
})

describe('what is entered', () => {
  test('has one effect, however often it arrives', async () => {
    const entry = { key: crypto.randomUUID(), ...noteAbout(meeting, 'Demander le plan du port') }

    expect([await send(ana, entry), await send(ana, entry)]).toEqual([
      { ok: true, value: { kind: 'note', version: 1 } },
      { ok: true, value: { kind: 'note', version: 1 } },
    ])
    const twice = await Promise.all(
      [1, 2].map(() => send(ana, { key: '01900000-0000-4000-8000-0000000000aa', kind: 'receipt', label: 'Taxi', photo })),
    )
    expect(twice).toEqual([1, 2].map(() => ({ ok: true, value: { kind: 'receipt' } })))
    expect((await read(ana))?.receipts).toHaveLength(1)
  })

  test('under the key of somebody else is refused, and changes nothing', async () => {
    const key = crypto.randomUUID()
    valueOf(await send(ana, { key, kind: 'attendance', itemId: meeting, presence: 'there' }))

    expect(await send(cam, { key, kind: 'attendance', itemId: meeting, presence: 'there' })).toEqual({
      ok: false,
      problem: { code: 'key_reused' },
    })
    expect((await read(cam))?.attendance).toEqual({})
  })

  test('about a moment of others is refused', async () => {
    for (const entry of [noteAbout(visit, 'Chez les autres'), { kind: 'attendance' as const, itemId: visit, presence: 'there' as const }])
      expect(await send(ana, entry)).toEqual({ ok: false, problem: { code: 'not_in_your_programme' } })
  })

  test('by two devices about one moment: what was said later holds, whichever arrives first', async () => {
    const say = (presence: 'there' | 'not_there', at: string) =>
      send(cam, { kind: 'attendance', itemId: visit, presence, saidAt: `2017-11-01T${at}:00.000Z` as Instant })

    expect(valueOf(await say('not_there', '07:30'))).toEqual({ kind: 'attendance', presence: 'not_there', superseded: false })
    expect(valueOf(await say('there', '06:30'))).toEqual({ kind: 'attendance', presence: 'not_there', superseded: true })
    expect(valueOf(await say('there', '07:45'))).toEqual({ kind: 'attendance', presence: 'there', superseded: false })
  })

  test('from a clock that is ahead counts from now, and is corrected by the next word', async () => {
    valueOf(await send(cam, { kind: 'attendance', itemId: meeting, presence: 'there', saidAt: '2031-01-01T00:00:00.000Z' as Instant }))

    expect(
      valueOf(
        await send(cam, { kind: 'attendance', itemId: meeting, presence: 'not_there', saidAt: '2017-11-01T08:00:00.000Z' as Instant }),
      ),
    ).toEqual({
      kind: 'attendance',
      presence: 'not_there',
      superseded: false,
    })
  })

  test('a note that changed meanwhile comes back with what it says now', async () => {
    valueOf(await send(cam, noteAbout(null, 'Premier téléphone')))

    expect(await send(cam, noteAbout(null, 'Second téléphone'))).toEqual({
      ok: false,
      problem: { code: 'note_changed', body: 'Premier téléphone', version: 1 },
    })
    expect(valueOf(await send(cam, noteAbout(null, 'Les deux', 1)))).toEqual({ kind: 'note', version: 2 })
    expect((await read(cam))?.notes).toContainEqual({ itemId: null, body: 'Les deux', version: 2 })
  })

  test('two devices that write one note at once: one is kept, the other is told', async () => {
    const outcomes = await Promise.all(['un', 'deux'].map((body) => send(cam, noteAbout(meeting, body))))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('a photograph that is none, or too large, is refused', async () => {
    const receipt = (bytes: Uint8Array) => send(ana, { kind: 'receipt', label: 'Taxi', photo: { name: 'reçu.png', bytes } })

    expect(await receipt(Buffer.from('<svg onload=alert(1)>'))).toEqual({ ok: false, problem: { code: 'photo_unreadable' } })
    expect(await receipt(new Uint8Array())).toEqual({ ok: false, problem: { code: 'photo_missing' } })
    expect(await receipt(new Uint8Array(12 * 1024 * 1024 + 1))).toEqual({ ok: false, problem: { code: 'photo_too_large' } })
  })

  test('a receipt goes to who sends the person, who answers it, once; its author reads the answer', async () => {
    const [receipt] = (await world.read(world.lead, (ctx) => readDesk(ctx, world.missionId))).receipts
    const answer = (who: Somebody, reason = 'Illisible') =>
      world.as(who, (ctx) => answerReceipt(ctx, world.missionId, receipt?.id ?? '', { state: 'declined', reason }))

    expect(receipt).toMatchObject({ label: 'Taxi', name: 'Ana Arnal', state: 'handed_in' })
    expect((await world.read(world.city, (ctx) => readDesk(ctx, world.missionId))).receipts).toEqual([])
    expect(await answer(world.lead, '')).toEqual({ ok: false, problem: { code: 'reason_missing' } })
    expect(await answer(world.city)).toEqual({ ok: false, problem: { code: 'receipt_answered' } })
    valueOf(await answer(world.lead))
    expect(await answer(world.lead)).toEqual({ ok: false, problem: { code: 'receipt_answered' } })
    expect((await read(ana))?.receipts).toMatchObject([{ label: 'Taxi', state: 'declined', reason: 'Illisible' }])
  })
})

describe('contacts', () => {
  test('one’s own are called by one’s members, those for all by everybody', async () => {
    const contact = { name: 'Permanence', duty: 'Protocole', phone: '+33491130000' }
    valueOf(await world.as(world.lead, (ctx) => publishContact(ctx, world.missionId, { ...contact, isShared: false })))
    valueOf(await world.as(world.city, (ctx) => publishContact(ctx, world.missionId, { ...contact, name: 'Chauffeur', isShared: true })))
    const names = async (secret: string) => (await read(secret))?.contacts.map(({ name }) => name)

    expect([await names(ana), await names(cam)]).toEqual([['Permanence', 'Chauffeur'], ['Chauffeur']])
    const shared = (await world.read(world.lead, (ctx) => readDesk(ctx, world.missionId))).contacts.find(({ isShared }) => isShared)
    await expect(world.as(world.lead, (ctx) => withdrawContact(ctx, world.missionId, shared?.id ?? ''))).rejects.toThrow('nothing here')
  })
})

describe('the desk', () => {
  test('is for officers; others of the organisation look', async () => {
    const reader = await world.join(world.lead.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => sendLink(ctx, world.missionId, world.ana, { invitations: false }))).rejects.toThrow(Forbidden)
    await expect(world.as(reader, (ctx) => revokePass(ctx, world.missionId, world.ana))).rejects.toThrow(Forbidden)
    expect((await world.read(reader, (ctx) => readDesk(ctx, world.missionId))).mayRun).toBe(false)
  })

  test('runs the pockets of one’s own members, and finds no others', async () => {
    await expect(world.as(world.lead, (ctx) => sendLink(ctx, world.missionId, world.cam, { invitations: false }))).rejects.toThrow(
      'nothing here',
    )
    await expect(world.read(world.stranger, (ctx) => readDesk(ctx, world.missionId))).rejects.toThrow('nothing here')
    expect((await world.read(world.city, (ctx) => readDesk(ctx, world.missionId))).lines.map(({ name }) => name)).toEqual(['Cam Arnal'])
  })

  test('writes to those who have no link yet, and says so when all have theirs', async () => {
    expect(await world.as(world.lead, (ctx) => sendLinks(ctx, world.missionId, { invitations: false }))).toEqual({
      ok: false,
      problem: { code: 'nobody_to_write_to' },
    })
  })
})

describe('what the database itself refuses, application checks bypassed', () => {
  /** The number of rows, or why the statement was stopped. */
  const tried = async (statement: RawBuilder<unknown>, who: Somebody | string): Promise<number | string | undefined> => {
    const ended = new Error('seen')
    let rows = -1
    const run = async (tx: Parameters<typeof enterPocket>[0]) => {
      const result = await statement.execute(tx)
      rows = result.rows.length
      throw ended
    }
    try {
      if (typeof who === 'string')
        await world.services.db.web.transaction().execute(async (tx) => {
          await enterPocket(tx, 'device', tokenDigest(who), world.services.now())
          await run(tx)
        })
      else await world.read(who, (ctx) => run(ctx.tx))
    } catch (error) {
      return error === ended ? rows : (violatedConstraint(error) ?? (error as { code?: string }).code)
    }
    return undefined
  }

  test('a holder reads their own entries, and no table of the rest of the product', async () => {
    for (const table of [
      'missions.mission',
      'delegations.member',
      'delegations.member_contact',
      'programme.item',
      'programme.release_content',
      'budget.expense',
      'app.file',
      'app.mail',
      'app.journal',
      'pocket.pass',
      'pocket.secret',
      'pocket.contact',
    ])
      expect([table, await tried(sql`select from ${sql.raw(table)}`, ana)]).toEqual([table, 0])
    expect(await tried(sql`select from pocket.note`, ana)).toBe(1)
    expect(await tried(sql`select from pocket.agenda`, ana)).toBe(1)
    expect(await tried(sql`select from pocket.note where member_id = ${world.cam}`, ana)).toBe(0)
  })

  test('nobody reads a note but its author, not even who sends them', async () => {
    expect(await tried(sql`select from pocket.note`, world.lead)).toBe(0)
    expect(await tried(sql`select from pocket.note`, world.city)).toBe(0)
  })

  test('attendance is read by who sends the person and by who organises', async () => {
    const attendance = sql`select from pocket.attendance`

    expect([await tried(attendance, world.lead), await tried(attendance, world.city), await tried(attendance, world.stranger)]).toEqual([
      3, 2, 0,
    ])
  })

  test('passes and secrets are of their sender', async () => {
    for (const table of ['pocket.pass', 'pocket.secret']) {
      const own = await tried(sql`select from ${sql.raw(table)} where organisation_id = ${world.lead.organisationId}`, world.lead)
      expect(Number(own)).toBeGreaterThan(0)
      expect([
        await tried(sql`select from ${sql.raw(table)} where organisation_id = ${world.lead.organisationId}`, world.city),
        await tried(sql`select from ${sql.raw(table)}`, world.stranger),
      ]).toEqual([0, 0])
    }
  })

  test('moments and invitations are read by no request', async () => {
    for (const table of ['pocket.moment', 'pocket.invitation'])
      expect(await tried(sql`select from ${sql.raw(table)}`, world.lead)).toBe('42501')
  })

  test('an entry in somebody else’s name, or about a moment of others', async () => {
    const row = (
      member: string,
      item: string,
    ) => sql`insert into pocket.attendance (item_id, member_id, mission_id, organisation_id, presence, said_at, received_at)
      values (${item}, ${member}, ${world.missionId}, ${world.lead.organisationId}, 'there', now(), now()) on conflict do nothing`

    expect([
      await tried(row(world.bob, meeting), ana),
      await tried(row(world.ana, visit), ana),
      await tried(row(world.ana, meeting), world.lead),
    ]).toEqual(['42501', '42501', '42501'])
  })

  test('a secret that a sender makes for a device, or brings back to life', async () => {
    const made = sql`insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at)
      select id, member_id, mission_id, organisation_id, 'device', sha256('x'), now(), now() + interval '1 day' from pocket.pass limit 1`

    expect(await tried(made, world.lead)).toBe('42501')
    expect(await tried(sql`update pocket.secret set ended_at = null where ended_at is not null returning id`, world.lead)).toBe(0)
    expect(await tried(sql`update pocket.secret set digest = sha256('x')`, world.lead)).toBe('42501')
  })

  test('values that no form gives', async () => {
    const stopped = await withOwner(world.ownerUrl, async (owner) => {
      const names: (string | null)[] = []
      for (const statement of [
        `update pocket.attendance set presence = 'late'`,
        `update pocket.receipt set state = 'handed_in'`,
        `update pocket.receipt set reason = ' '`,
        `insert into pocket.contact (mission_id, organisation_id, name, phone, is_shared) select mission_id, organisation_id, 'X', '04 91', true from pocket.pass limit 1`,
        `update pocket.agenda set since = '{}'`,
        `update pocket.secret set expires_at = made_at where kind = 'link'`,
        `update pocket.secret set account_id = (select id from auth."user" limit 1) where kind = 'link'`,
        `insert into pocket.note (member_id, mission_id, item_id, body, written_at) select member_id, mission_id, item_id, '', now() from pocket.note`,
      ])
        names.push(await owner.query(statement).then(() => null, violatedConstraint))
      return names
    })

    expect(stopped).toEqual([
      'presence_is_known',
      'answered_at_when_answered',
      'declined_with_a_reason',
      'phone_is_international',
      'each_moment_has_its_release',
      'a_link_and_a_device_expire',
      'an_account_opens_a_device',
      'one_note_per_moment',
    ])
  })
})

describe('what ends a pocket at once', () => {
  test('its sender takes it back: links, devices and calendars; given again, by a new link only', async () => {
    const token = await linkOf(world.lead, world.ana)
    const address = valueOf(await openCalendar(world.services, ana)).path.slice('/poche/calendrier/'.length, -4)

    valueOf(await world.as(world.lead, (ctx) => revokePass(ctx, world.missionId, world.ana)))

    expect([await read(ana), await readFeed(world.services, address), await readLink(world.services, token)]).toEqual([null, null, null])
    expect(await send(ana, noteAbout(null, 'Trop tard'))).toEqual({ ok: false, problem: { code: 'pocket_closed' } })
    const again = await openFor(world.lead, world.ana)
    expect([await read(ana), (await read(again))?.givenName]).toEqual([null, 'Ana'])
  })

  test('its owner no longer travels', async () => {
    const secret = await openFor(world.lead, world.bob)
    await withOwner(world.ownerUrl, (owner) => owner.query(`update delegations.member set state = 'withdrawn' where id = $1`, [world.bob]))

    expect(await read(secret)).toBeNull()
  })

  test('who sends them leaves the mission', async () => {
    const seat = await withOwner(world.ownerUrl, (owner) =>
      owner.query<{ id: string }>('select id from missions.partner where organisation_id = $1', [world.city.organisationId]),
    )
    valueOf(await world.as(world.lead, (ctx) => releasePartner(ctx, world.missionId, seat.rows[0]?.id ?? '')))

    expect(await read(cam)).toBeNull()
  })
})

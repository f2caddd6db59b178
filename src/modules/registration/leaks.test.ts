import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { type Room, aRoom, somebody, tokenOf } from './room.fixture.ts'
import { makeLink } from './usecases/make-link.ts'
import { readOwnApplication } from './usecases/apply.ts'
import { setQuota } from './usecases/set-quota.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let room: Room
let token: string
let unread: Awaited<ReturnType<Room['received']>>
let endorsed: Awaited<ReturnType<Room['received']>>
let approved: Awaited<ReturnType<Room['received']>>

beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  token = await room.link(room.city, { email: 'relais-secret@fictif.example' })
  const secret = { email: undefined, phone: '+33491777777', answers: { motivation: 'Réponse confidentielle' } }
  unread = await room.received(token, somebody({ familyName: 'Pas-Encore-Lue', phone: secret.phone, answers: secret.answers }))
  endorsed = await room.endorsed(token, somebody({ familyName: 'Soutenue', phone: secret.phone, answers: secret.answers }))
  approved = await room.endorsed(token, somebody({ familyName: 'Placée', phone: secret.phone, answers: secret.answers }))
  valueOf(await room.decide(room.lead, [approved.id]))
})
afterAll(() => room.close())

const run = async (who: Somebody, statement: RawBuilder<unknown>) => (await room.read(who, (ctx) => statement.execute(ctx.tx))).rows

describe('who reads what', () => {
  const names = (who: Somebody) => run(who, sql`select family_name from registration.application order by 1`)

  test('the sending organisation reads all of its applications, those who organise the endorsed ones, a stranger none', async () => {
    expect(await names(room.city)).toEqual([{ familyName: 'Pas-Encore-Lue' }, { familyName: 'Placée' }, { familyName: 'Soutenue' }])
    expect(await names(room.lead)).toEqual([{ familyName: 'Placée' }, { familyName: 'Soutenue' }])
    expect(await names(room.stranger)).toEqual([])
  })

  test('how to reach an applicant is the sender’s alone: not in a table, a journal, a letter or a mail of the organiser', async () => {
    expect(await run(room.city, sql`select email from registration.application_contact`)).toHaveLength(3)
    const everything = JSON.stringify([
      await run(room.lead, sql`select * from registration.application_contact`),
      await run(room.lead, sql`select * from registration.application`),
      await run(room.lead, sql`select * from registration.letter`),
      await run(room.lead, sql`select * from registration.link`),
      await run(room.lead, sql`select * from delegations.member_contact`),
      await run(room.lead, sql`select payload from app.journal`),
      await run(room.lead, sql`select * from app.mail`),
    ])
    expect(everything).toContain('Placée')
    for (const { words } of [unread, endorsed, approved]) expect(everything).not.toContain(words.email)
    expect(everything).not.toContain('+33491777777')
    expect(everything).not.toContain('Pas-Encore-Lue')
    expect(everything).not.toContain('relais-secret')
  })

  test('how many another partner may bring, and how many of them wait, is told to nobody but it and those who organise', async () => {
    const missionId = await room.openRoom()
    const asked = { [room.lead.organisationId]: 4321, [room.city.organisationId]: 17 }
    for (const [organisationId, places] of Object.entries(asked))
      valueOf(await room.as(room.lead, (ctx) => setQuota(ctx, missionId, organisationId as typeof room.lead.organisationId, places, 0)))
    const told = async (who: Somebody) => [
      await run(who, sql`select places from registration.quota where mission_id = ${missionId} order by 1`),
      await run(who, sql`select places from registration.place_count where mission_id = ${missionId} order by 1`),
    ]
    const journal = async (who: Somebody) =>
      JSON.stringify(await run(who, sql`select payload from app.journal where entity = 'registration.quota'`))

    expect(await told(room.lead)).toEqual([
      [{ places: 17 }, { places: 4321 }],
      [{ places: 17 }, { places: 4321 }],
    ])
    expect(await told(room.city)).toEqual([[{ places: 17 }], [{ places: 17 }]])
    expect(await told(room.stranger)).toEqual([[], []])
    expect(await journal(room.lead)).toContain('4321')
    expect(await journal(room.city)).not.toContain('4321')
  })

  test('the journal of the sender tells what its applicants did, and holds no secret of theirs', async () => {
    const journal = JSON.stringify(
      await run(room.city, sql`select event, actor_name, payload from app.journal where entity like 'registration.%'`),
    )

    expect(journal).toContain('application.received')
    expect(journal).toContain('Noé Soutenue')
    for (const { secret } of [unread, endorsed, approved]) expect(journal).not.toContain(secret)
    expect(journal).not.toContain(token)
  })

  test('the secret of an applicant’s page is in no row, letter or outbox of anybody', async () => {
    for (const who of [room.lead, room.city]) {
      const seen = JSON.stringify([await run(who, sql`select * from app.mail`), await run(who, sql`select * from registration.letter`)])
      for (const { secret } of [unread, endorsed, approved]) expect(seen).not.toContain(secret)
    }
  })

  test('whoever knows an application’s id cannot compute its page', async () => {
    expect(await readOwnApplication(room.services, endorsed.id)).toBeNull()
  })

  test('an address without an actor reads nothing by hand', async () => {
    for (const table of ['application', 'application_contact', 'link', 'letter', 'quota', 'place_count']) {
      const { rows } = await sql`select * from ${sql.ref(`registration.${table}`)}`.execute(room.services.db.web)
      expect(rows).toEqual([])
    }
  })

  test('an application opened without an account leaves no actor behind it in the connection', async () => {
    const { rows } = await sql`select app.actor_organisation() as organisation`.execute(room.services.db.web)

    expect(rows).toEqual([{ organisation: null }])
  })
})

describe('who may take which step', () => {
  const move = (id: string, state: string, more: RawBuilder<unknown> = sql``) =>
    sql`update registration.application set state = ${state}${more} where id = ${id}`
  const wrong = 'each_step_has_who_may_take_it'

  test.each([
    ['the sender does not approve', () => [room.city, endorsed.id, 'waiting', sql`, waiting_since = now()`] as const],
    ['the sender gives no place by hand', () => [room.city, endorsed.id, 'approved', sql``] as const],
    ['those who organise give no place by hand either', () => [room.lead, endorsed.id, 'approved', sql``] as const],
    ['those who organise do not take an endorsement back', () => [room.lead, endorsed.id, 'received', sql``] as const],
    ['nobody withdraws a place by hand', () => [room.lead, approved.id, 'withdrawn', sql``] as const],
    ['the sender does not refuse what it endorsed', () => [room.city, endorsed.id, 'refused', sql`, reason = 'Non'`] as const],
  ])('%s', async (_, facts) => {
    const [who, id, state, more] = facts()
    expect(await room.stoppedBy(who, move(id, state, more))).toBe(wrong)
  })

  test('an application not endorsed yet is not there for those who organise', async () => {
    expect(await run(room.lead, sql`update registration.application set reason = 'Lu' where id = ${unread.id} returning id`)).toEqual([])
    expect(await room.stoppedBy(room.lead, sql`select registration.approve(${unread.id}, now())`)).toBe(wrong)
  })

  test('a place is not given by the sender, nor taken back by it', async () => {
    expect(await room.stoppedBy(room.city, sql`select registration.approve(${endorsed.id}, now())`)).toBe(wrong)
    expect(await room.stoppedBy(room.city, sql`select registration.take_place_back(${approved.id}, 'endorsed', null, now())`)).toBe(wrong)
  })

  test('another organisation withdraws nobody', async () => {
    expect(await run(room.lead, sql`select registration.withdraw_for(${approved.id}, now()) as done`)).toEqual([{ done: false }])
    expect(await run(room.stranger, sql`select registration.withdraw_for(${approved.id}, now()) as done`)).toEqual([{ done: false }])
  })

  test('nobody rewrites what an applicant wrote, nor writes an application by hand', async () => {
    expect(await room.stoppedBy(room.city, sql`update registration.application set family_name = 'Autre' where id = ${unread.id}`)).toBe(
      '42501',
    )
    expect(await room.stoppedBy(room.city, sql`update registration.application_contact set email = 'a@example.org'`)).toBe('42501')
    expect(
      await room.stoppedBy(
        room.city,
        sql`insert into registration.application_contact (application_id, mission_id, organisation_id)
      values (${unread.id}, ${room.missionId}, ${room.city.organisationId})`,
      ),
    ).toBe('42501')
    const { rows } = await sql<{ name: string }>`select p.proname as name from pg_proc p
      where p.pronamespace = 'registration'::regnamespace and p.proname in ('seat', 'promote', 'withdraw_application', 'write_words', 'free_places')
        and has_function_privilege('escale_web', p.oid, 'execute')`.execute(room.services.db.web)
    expect(rows).toEqual([])
  })

  test('a letter that has left is neither undone nor hurried, and another’s never', async () => {
    expect(
      await run(
        room.city,
        sql`update registration.letter set undone_at = now() where organisation_id = ${room.lead.organisationId} returning id`,
      ),
    ).toEqual([])
    expect(await room.stoppedBy(room.city, sql`update registration.letter set sent_at = now()`)).toBe('42501')
  })
})

describe('what no row may say', () => {
  const update = (set: RawBuilder<unknown>) => sql`update registration.link set ${set}`
  const insertLink = (facts: RawBuilder<unknown>) =>
    sql`insert into registration.link (mission_id, language, token_digest, created_at, expires_at, kind, given_name, family_name, places)
      values ((select mission_id from registration.link limit 1), 'fr', ${Buffer.alloc(32, 8)}, now(), now() + interval '1 day', ${facts})`

  test.each([
    ['a_link_serves_someone', update(sql`places = 0`)],
    ['expires_after_creation', update(sql`expires_at = created_at`)],
    ['email_is_lower_case', update(sql`email = 'Relais@fictif.example'`)],
    ['a_focal_point_names_its_organisation', update(sql`represents = ' '`)],
    ['a_focal_point_names_its_organisation', update(sql`represents = null`)],
    ['a_personal_link_names_one_person', insertLink(sql`'personal', 'Ana', null, 1`)],
    ['kind_is_known', update(sql`kind = 'public'`)],
    ['language_is_known', update(sql`language = 'de'`)],
  ])('%s', async (constraint, statement) => {
    expect(await room.stoppedBy(room.city, statement)).toBe(constraint)
  })

  test.each([
    ['a_no_gives_its_reason', () => sql`update registration.application set state = 'refused', reason = ' ' where id = ${unread.id}`],
    ['a_no_gives_its_reason', () => sql`update registration.application set state = 'incomplete', reason = null where id = ${unread.id}`],
    ['endorsed_before_a_place', () => sql`update registration.application set state = 'endorsed' where id = ${unread.id}`],
    ['waits_since_a_moment', () => sql`update registration.application set waiting_since = now() where id = ${unread.id}`],
  ])('%s', async (constraint, statement) => {
    expect(await room.stoppedBy(room.city, statement())).toBe(constraint)
  })

  test('a quota is written by those who organise, for a partner, within reason', async () => {
    const quota = (organisationId: string, places: number) =>
      sql`insert into registration.quota (mission_id, organisation_id, places) values (${room.missionId}, ${organisationId}, ${places})`

    expect(await room.stoppedBy(room.city, quota(room.city.organisationId, 3))).toBe('42501')
    expect(await room.stoppedBy(room.stranger, quota(room.city.organisationId, 3))).toBe('42501')
    expect(await room.stoppedBy(room.lead, quota(room.stranger.organisationId, 3))).toBe('a_quota_is_for_a_partner')
    expect(await room.stoppedBy(room.lead, quota(room.city.organisationId, -1))).toBe('places_are_few_enough')
    expect(await room.stoppedBy(room.lead, quota(room.city.organisationId, 0))).toBe('a_quota_covers_who_travels_already')
  })

  test('a link is made for one’s own organisation and for a mission one takes part in', async () => {
    const link = (
      organisationId: string,
    ) => sql`insert into registration.link (mission_id, organisation_id, kind, represents, language, places, token_digest, created_at, expires_at)
      values (${room.missionId}, ${organisationId}, 'focal_point', 'Relais', 'fr', 3, ${Buffer.alloc(32, 9)}, now(), now() + interval '1 day')`

    expect(await room.stoppedBy(room.lead, link(room.city.organisationId))).toBe('42501')
    expect(await room.stoppedBy(room.stranger, link(room.stranger.organisationId))).toBe('42501')
  })
})

test('two rooms of the same partners do not mix: a link of one registers nobody in the other', async () => {
  const other = await room.openRoom()
  const elsewhere = tokenOf(
    valueOf(
      await room.as(room.city, (ctx) =>
        makeLink(
          ctx,
          other,
          { kind: 'focal_point', givenName: null, familyName: null, represents: 'Relais', email: null, language: 'fr', places: 3 },
          5,
        ),
      ),
    ).link,
  )
  const { id } = await room.received(elsewhere)

  const missions = await run(room.city, sql`select mission_id from registration.application where id = ${id}`)

  expect(missions).toEqual([{ missionId: other }])
  expect(await room.decide(room.city, [id])).toEqual({ ok: false, problem: { code: 'nobody_chosen' } })
})

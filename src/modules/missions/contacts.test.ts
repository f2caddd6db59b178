import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound, type OrganisationId } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { addPerson } from '#modules/directory/index.ts'
import type { Somebody } from '#tests/world.ts'
import { seatPartner } from '#tests/partners.ts'
import { type ContactShare, decideReaders } from './domain/contact.ts'
import { type Room, openRoom } from './room.fixture.ts'
import { listContacts, listSharesOfPerson } from './sql/contacts.ts'
import { releasePartner } from './usecases/name-partner.ts'
import { loadMission } from './sql/missions.ts'
import { shareContact, withdrawContact } from './usecases/share-contact.ts'

let room: Room
let port: Somebody
let personId: string
beforeAll(async () => {
  room = await openRoom(inject('templateUrl'))
  port = await room.world.found('Port de Rochebrune', 'port')
  await seatPartner(room.world.services, room.lead, port, room.missionId)
  personId = await keep(room.lead, { givenName: 'Nina', familyName: 'Secrète', email: 'nina@secret.example', phone: '+33491130001' })
})
afterAll(() => room.world.close())

const keep = async (who: Somebody, facts: Partial<Parameters<typeof addPerson>[1]>): Promise<string> => {
  const nobody = {
    givenName: '',
    familyName: '',
    honorific: null,
    originalScript: '',
    preferredLanguage: '',
    email: '',
    phone: '',
  } as const
  return valueOf(await room.world.as(who, (ctx) => addPerson(ctx, { ...nobody, ...facts })))
}
const share = (who: Somebody, facts: Partial<ContactShare> = {}) =>
  room.world.as(who, (ctx) =>
    shareContact(ctx, room.missionId, { personId, facts: ['email'], toEveryone: false, readerIds: [], purpose: '', ...facts }),
  )
const read = (who: Somebody) => room.world.read(who, (ctx) => listContacts(ctx.tx, room.missionId, ctx.today))
const withdraw = (who: Somebody, id: string) => room.world.as(who, (ctx) => withdrawContact(ctx, room.missionId, id))

describe('a contact of a partner', () => {
  test('is private until it is shared, then read by those it is shared with, with the facts one chose and no others', async () => {
    for (const who of [room.lead, room.genoa, port]) expect(await read(who)).toEqual([])

    const id = valueOf(await share(room.lead, { readerIds: [room.genoa.organisationId], purpose: 'Pour le port' }))

    const [told] = await read(room.genoa)
    expect(told).toMatchObject({
      givenName: 'Nina',
      familyName: 'Secrète',
      email: 'nina@secret.example',
      purpose: 'Pour le port',
      isOwn: false,
    })
    expect(told).toMatchObject({ phone: null, capacity: null, readerNames: null, toEveryone: null })
    expect(await read(port)).toEqual([])
    expect(await read(room.stranger)).toEqual([])
    expect((await read(room.lead))[0]).toMatchObject({ isOwn: true, readerNames: ['Comune di Portobello'] })
    const shares = (who: Somebody) => room.world.read(who, (ctx) => listSharesOfPerson(ctx.tx, personId))
    expect(await shares(room.lead)).toMatchObject([{ facts: ['email'], toEveryone: false, readerNames: ['Comune di Portobello'] }])
    expect(await shares(room.genoa)).toEqual([])
    expect(JSON.stringify(await read(room.genoa))).not.toContain('+33491130001')

    await expect(withdraw(room.genoa, id)).rejects.toThrow(NotFound)
    valueOf(await withdraw(room.lead, id))
    expect(await read(room.genoa)).toEqual([])
  })

  test('shared with everyone is read by every partner, and by nobody once its sharer has left', async () => {
    const theirs = await keep(port, { givenName: 'Paul', familyName: 'Quai', phone: '+33491130002' })
    valueOf(await share(port, { personId: theirs, facts: ['phone'], toEveryone: true }))
    expect((await read(room.genoa)).map(({ phone }) => phone)).toEqual(['+33491130002'])
    expect((await read(room.lead)).map(({ familyName }) => familyName)).toEqual(['Quai'])

    const seat = (await room.world.read(room.lead, (ctx) => loadMission(ctx.tx, room.missionId)))?.partners.find(
      ({ organisationId }) => organisationId === port.organisationId,
    )
    valueOf(await room.world.as(room.lead, (ctx) => releasePartner(ctx, room.missionId, seat?.id ?? '')))
    for (const who of [room.genoa, room.lead, port]) expect(await read(who)).toEqual([])
  })

  test('is shared by those who keep it, of their own cards, with partners of the mission', async () => {
    const reader = await room.world.join(room.lead.organisationId, ['reader', 'finance'])

    await expect(share(reader, { toEveryone: true })).rejects.toThrow(Forbidden)
    await expect(share(room.genoa, { toEveryone: true })).rejects.toThrow(NotFound)
    await expect(share(room.stranger, { toEveryone: true })).rejects.toThrow(NotFound)
    expect(await share(room.lead)).toMatchObject({ ok: false, problem: { code: 'readers_missing' } })
    expect(await share(room.lead, { readerIds: [room.stranger.organisationId] })).toMatchObject({ problem: { code: 'not_a_partner' } })
    expect(await share(room.lead, { readerIds: [port.organisationId] })).toMatchObject({ problem: { code: 'not_a_partner' } })
  })

  test('goes with its card', async () => {
    valueOf(await share(room.lead, { toEveryone: true }))
    await withOwner(room.world.ownerUrl, (owner) => owner.query('delete from directory.person where id = $1', [personId]))

    expect(await read(room.genoa)).toEqual([])
  })

  test('is in the journal of who shares it, and in no other', async () => {
    const entries = (who: Somebody) =>
      room.world.read(
        who,
        async (ctx) => (await sql`select from app.journal where entity like 'missions.shared_contact%'`.execute(ctx.tx)).rows.length,
      )

    expect(await entries(room.lead)).toBeGreaterThan(2)
    expect(await entries(room.genoa)).toBe(0)
  })
})

describe('the database', () => {
  test('shares nobody else’s card, for nobody else, with no stranger and not with oneself', async () => {
    const { world, lead, genoa, stranger, missionId } = room
    const own = await keep(lead, { familyName: 'Bis' })
    const contact = (by: Somebody, person = own, purpose = '') =>
      sql`insert into missions.shared_contact (id, mission_id, organisation_id, person_id, with_capacity, with_email, with_phone, to_everyone, purpose, shared_at)
        values ('01900000-0000-7000-8000-00000000000c', ${missionId}, ${by.organisationId}, ${person}, true, true, true, false, ${purpose}, now())`
    const readBy = (id: string) =>
      sql`insert into missions.shared_contact_reader (contact_id, mission_id, reader_id) values ('01900000-0000-7000-8000-00000000000c', ${missionId}, ${id})`

    expect(await world.stoppedBy(genoa, contact(genoa))).toBe('a_shared_contact_is_ones_own_card')
    expect(await world.stoppedBy(genoa, contact(lead))).toBe('42501')
    expect(await world.stoppedBy(stranger, contact(stranger))).toBe('42501')
    expect(await world.stoppedBy(lead, contact(lead, own, 'x'.repeat(301)))).toBe('purpose_is_brief')
    expect(await world.stoppedBy(lead, contact(lead), readBy(lead.organisationId))).toBe('a_contact_is_shared_with_others')
    expect(await world.stoppedBy(lead, contact(lead), readBy(stranger.organisationId))).toBe('a_reader_is_a_partner')
    expect(await world.stoppedBy(lead, readBy(genoa.organisationId))).toBe('a_reader_reads_a_shared_contact')
    expect(await world.stoppedBy(lead, contact(lead), readBy(genoa.organisationId), readBy(genoa.organisationId))).toBe(
      'a_contact_is_shared_once_with_each',
    )
    const byOwner = (organisation: string) =>
      withOwner(world.ownerUrl, (owner) =>
        owner.query(
          `insert into missions.shared_contact (mission_id, organisation_id, person_id, with_capacity, with_email, with_phone, to_everyone, shared_at) values ($1, $2, $3, true, true, true, true, now())`,
          [missionId, organisation, own],
        ),
      )
    await expect(byOwner(stranger.organisationId)).rejects.toThrow(/a_partner_shares_a_contact|a_shared_contact_is_ones_own_card/)
  })

  test('lets no partner look into the shares of another', async () => {
    const { world, lead, genoa } = room
    const id = await keep(lead, { familyName: 'Ter' })
    const shared = valueOf(await share(lead, { personId: id, toEveryone: true }))
    const rows = await room.asWeb(genoa, 'select * from missions.shared_contact')
    const readers = await room.asWeb(genoa, 'select * from missions.shared_contact_reader')
    const removed = await room.asWeb(genoa, `delete from missions.shared_contact where id = '${shared}' returning id`)

    expect([rows.rows, readers.rows, removed.rows]).toEqual([[], [], []])
    expect((await read(genoa)).map(({ id: contact }) => contact)).toEqual([shared])
    expect(
      await world.read(genoa, async (ctx) => (await sql`select * from missions.rename_contact(${id}, ${id}, null)`.execute(ctx.tx)).rows),
    ).toEqual([])
  })
})

test('whatever is asked, a contact goes to everyone, or to partners one may name, or nowhere', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.boolean(), fc.array(id), fc.uniqueArray(id), (toEveryone, readerIds, possible) => {
      const decided = decideReaders(
        { toEveryone, readerIds },
        possible.map((organisationId) => ({ organisationId: organisationId as OrganisationId })),
      )
      if (toEveryone) expect(decided).toEqual({ ok: true, value: [] })
      else if (decided.ok)
        expect(decided.value.every((reader) => possible.some((one) => one === reader)) && decided.value.length > 0).toBe(true)
      else expect(readerIds.length === 0 || readerIds.some((reader) => !possible.includes(reader))).toBe(true)
    }),
  )
})

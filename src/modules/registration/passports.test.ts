import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { instantOfMilliseconds } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { freshSealingKey, readSealingKeys } from '#platform/sealing.ts'
import type { Somebody } from '#tests/world.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { ReaderRank } from './domain/passport.ts'
import { type Room, aRoom } from './room.fixture.ts'
import { listNamedReaders, listReadings, listToldPassports } from './sql/passports.ts'
import { listOverdue, listOwnOverdue, listPurges, purgeOverdue } from './sql/retention.ts'
import { withdrawOwn } from './usecases/apply.ts'
import { askPassports, readPassports, setReader } from './usecases/read-passports.ts'
import { checkSealing } from './usecases/check-sealing.ts'
import { eraseOwnPassport, readOwnPassport, sealPassportsAgain, tellPassport } from './usecases/tell-passport.ts'

const planted = '19PLANTED777'
const typed = { number: planted, country: 'FR', expiresOn: asLocalDate('2030-06-30') }
const at = (day: string) => instantOfMilliseconds(Date.parse(`${day}T08:00:00Z`))

/** The department leads to Miami; Claire of the department and Lucie of the city are the two who read; Karim of the department is not. */
let room: Room
let token: string
let claire: Somebody
let lucie: Somebody
let karim: Somebody

const addressOf = ({ accountId }: Somebody) => `${accountId}@example.org`
const name = (rank: ReaderRank, email: string, who: Somebody = room.lead) =>
  room.as(who, (ctx) => setReader(ctx, room.missionId, rank, email))
const ask = (countries: string[], who: Somebody = room.lead) => room.as(who, (ctx) => askPassports(ctx, room.missionId, countries))
const open = (who: Somebody, id: string) =>
  room.read(who, async (ctx) =>
    readPassports(ctx, (await loadMission(ctx.tx, room.missionId)) ?? { id: room.missionId as never }, [id], 'page'),
  )

async function aTraveller() {
  const person = await room.endorsed(token)
  valueOf(await room.decide(room.lead, [person.id]))
  return person
}

async function whoTold() {
  const person = await aTraveller()
  valueOf(await tellPassport(room.services, person.secret, typed))
  return person
}

beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  token = await room.link()
  await withOwner(room.ownerUrl, (owner) =>
    owner.query(
      `insert into missions.leg (mission_id, position, city_name, country, starts_on, ends_on, time_zone) values ($1, 1, '{"fr": "Miami"}', 'US', $2, $3, 'America/New_York')`,
      [room.missionId, asLocalDate('2026-05-01'), asLocalDate('2026-05-10')],
    ),
  )
  claire = await room.join(room.lead.organisationId, ['officer'])
  karim = await room.join(room.lead.organisationId, ['administrator', 'officer', 'finance'])
  lucie = await room.join(room.city.organisationId, ['reader'])
  valueOf(await ask(['US']))
  valueOf(await name(1, addressOf(claire)))
  valueOf(await name(2, addressOf(lucie)))
})
afterAll(() => room.close())

describe('who is asked', () => {
  test('only those who organise say for which destinations, and only for those of the mission', async () => {
    await expect(ask(['US'], room.city)).rejects.toThrow()
    expect(
      await room.stoppedBy(room.city, `insert into registration.passport_ask (mission_id, country) values ('${room.missionId}', 'US')`),
    ).toBe('42501')
    expect(
      await room.stoppedBy(room.lead, `insert into registration.passport_ask (mission_id, country) values ('${room.missionId}', 'JP')`),
    ).toBe('a_passport_is_asked_for_a_destination')
  })

  test('someone without a place tells nothing', async () => {
    const waiting = await room.endorsed(token)

    expect(await readOwnPassport(room.services, waiting.secret)).toBeNull()
    expect(await tellPassport(room.services, waiting.secret, typed)).toEqual({ ok: false, problem: { code: 'closed' } })
  })

  test('nobody is asked where no destination needs it, and what was told goes when the last one is asked no longer', async () => {
    const { secret, id } = await whoTold()
    expect(await readOwnPassport(room.services, secret)).toMatchObject({
      countries: ['US'],
      expiresOn: '2030-06-30',
      keptUntil: '2026-05-10',
    })

    valueOf(await ask([]))

    expect(await readOwnPassport(room.services, secret)).toBeNull()
    expect(await tellPassport(room.services, secret, typed)).toEqual({ ok: false, problem: { code: 'closed' } })
    valueOf(await ask(['US']))
    expect(await open(claire, id)).toEqual([])
  })
})

describe('who reads', () => {
  test('two people at most, of the lead or of a partner, named by the lead alone', async () => {
    expect(await name(2, 'personne@ailleurs.example')).toEqual({ ok: false, problem: { code: 'nobody_of_the_mission' } })
    expect(await name(2, addressOf(room.stranger))).toEqual({ ok: false, problem: { code: 'nobody_of_the_mission' } })
    await expect(name(2, addressOf(lucie), room.city)).rejects.toThrow()
    expect(
      await room.stoppedBy(
        room.city,
        `select registration.name_passport_reader('${room.missionId}', 2::smallint, '${addressOf(room.city)}')`,
      ),
    ).toBe('the_lead_names_who_reads_passports')
    expect(
      await room.stoppedBy(room.lead, `select registration.name_passport_reader('${room.missionId}', 3::smallint, '${addressOf(karim)}')`),
    ).toBe('two_people_at_most_read_passports')
    expect(
      await room.stoppedBy(room.lead, `select registration.name_passport_reader('${room.missionId}', 2::smallint, '${addressOf(claire)}')`),
    ).toBe('a_reader_is_named_once')
    expect(await room.stoppedBy(room.city, `delete from registration.passport_reader`)).toBeNull()
    expect((await room.read(room.city, (ctx) => sql`select rank from registration.passport_reader`.execute(ctx.tx))).rows).toHaveLength(2)
    await withOwner(room.ownerUrl, async (owner) => {
      const insert = owner.query(
        `insert into registration.passport_reader (mission_id, rank, account_id, organisation_id, name) values ($1, 2, $2, $3, 'Intrus')`,
        [room.missionId, room.stranger.accountId, room.stranger.organisationId],
      )
      await expect(insert).rejects.toMatchObject({ constraint: 'a_reader_is_of_the_lead_or_of_a_partner' })
    })
  })

  test('their own organisation finds under whose name it reads, until the mission is over', async () => {
    const named = async (who: Somebody, today: string) =>
      (await room.read(who, (ctx) => listNamedReaders(ctx.tx, asLocalDate(today)))).map(({ accountId, missionId }) => [
        accountId,
        missionId,
      ])

    expect(await named(room.lead, '2026-05-09')).toEqual([[claire.accountId, room.missionId]])
    expect(await named(room.city, '2026-05-09')).toEqual([[lucie.accountId, room.missionId]])
    expect(await named(room.stranger, '2026-05-09')).toEqual([])
    expect(await named(room.lead, '2026-05-11')).toEqual([])
  })

  test('they open the very passport that was told, and each reading is seen by the traveller and by their organisation', async () => {
    const { id, secret } = await whoTold()

    expect(await open(claire, id)).toMatchObject([{ ...typed, applicationId: id }])
    expect(await open(lucie, id)).toMatchObject([typed])

    const own = await readOwnPassport(room.services, secret)
    expect(own?.readings.map(({ purpose }) => purpose)).toEqual(['page', 'page'])
    expect(new Set(own?.readings.map(({ organisation }) => organisation))).toEqual(
      new Set(['Département de Rochebrune', 'Ville de Rochebrune']),
    )
    const seen = await room.read(room.city, (ctx) => listReadings(ctx.tx, room.missionId))
    expect(seen.filter(({ familyName }) => familyName === '' || familyName.startsWith('Fictif'))).toHaveLength(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(2)
    expect(await room.read(room.lead, (ctx) => listReadings(ctx.tx, room.missionId))).toEqual([])
  })

  test('a reader of a partner opens nothing of the lead’s people', async () => {
    const own = await room.received(await room.link(room.lead))
    valueOf(await room.decide(room.lead, [own.id]))
    valueOf(await tellPassport(room.services, own.secret, typed))

    expect(await open(lucie, own.id)).toEqual([])
    expect(await open(claire, own.id)).toHaveLength(1)
    expect(
      (await room.read(lucie, (ctx) => listToldPassports(ctx.tx, room.missionId))).map(({ applicationId }) => applicationId),
    ).not.toContain(own.id)
  })

  test('nobody else does, by any statement: colleagues, officers of the sender, strangers, a reader whose right was taken back', async () => {
    const { id } = await whoTold()
    const before = (await room.read(room.city, (ctx) => listReadings(ctx.tx, room.missionId))).length

    for (const who of [karim, room.lead, room.city, room.stranger]) {
      expect(await open(who, id)).toEqual([])
      expect(await room.stoppedBy(who, 'select * from registration.passport')).toBe('42501')
      expect(await room.stoppedBy(who, `insert into registration.passport_reading (application_id) values ('${id}')`)).toBe('42501')
    }
    expect(await room.stoppedBy(claire, `delete from registration.passport_reading`)).toBe('42501')
    expect(await room.stoppedBy(claire, `update registration.passport_reading set reader_name = 'Autre'`)).toBe('42501')
    expect((await room.read(room.city, (ctx) => listReadings(ctx.tx, room.missionId))).length).toBe(before)

    valueOf(await name(1, ''))
    expect(await open(claire, id)).toEqual([])
    valueOf(await name(1, addressOf(claire)))
    await withOwner(room.ownerUrl, (owner) =>
      owner.query(`update missions.partner set left_at = now() where organisation_id = $1`, [room.city.organisationId]),
    )
    expect(await open(lucie, id)).toEqual([])
    await withOwner(room.ownerUrl, (owner) =>
      owner.query(`update missions.partner set left_at = null where organisation_id = $1`, [room.city.organisationId]),
    )
  })
})

describe('where the number is', () => {
  test('in no column of the whole database, whoever owns it, once told and read', async () => {
    const { id } = await whoTold()
    await open(claire, id)

    await withOwner(room.ownerUrl, async (owner) => {
      const { rows: tables } = await owner.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      )
      expect(tables.length).toBeGreaterThan(50)
      for (const table of tables) {
        const { rows } = await owner.query<{ found: boolean }>(
          `select exists (select from ${table.name} t where t::text ilike $1 or t::text like $2) as found`,
          [`%${planted}%`, `%${Buffer.from(planted).toString('hex')}%`],
        )
        expect(rows[0]?.found, table.name).toBe(false)
      }
    })
  })

  test('the key of another house opens nothing, and a sealed row moved to another person neither', async () => {
    const [one, other] = [await whoTold(), await whoTold()]
    const elsewhere = { ...room.services, sealingKeys: readSealingKeys(freshSealingKey('k1')) }
    await expect(
      room.read(claire, async (ctx) => readPassports({ ...ctx, services: elsewhere }, { id: room.missionId as never }, [one.id], 'page')),
    ).rejects.toThrow()

    await withOwner(room.ownerUrl, (owner) =>
      owner.query(
        `update registration.passport p set sealed = q.sealed from registration.passport q where p.application_id = $1 and q.application_id = $2`,
        [other.id, one.id],
      ),
    )
    await expect(open(claire, other.id)).rejects.toThrow()
    valueOf(await eraseOwnPassport(room.services, other.secret))
  })

  test('another key put first seals all of them again at night, and the former may be thrown away', async () => {
    const { id } = await whoTold()
    const fresh = readSealingKeys(freshSealingKey('k2'))
    const former = room.services.sealingKeys

    const check = (keys: typeof fresh) => withOwner(room.ownerUrl, (owner) => checkSealing(keys, owner))
    const impostor = readSealingKeys(freshSealingKey('k1'))
    expect((await check(former)).map(({ keyId, opens }) => [keyId, opens])).toEqual([['k1', true]])
    expect((await check(fresh)).map(({ keyId, opens }) => [keyId, opens])).toEqual([['k1', false]])
    expect((await check(impostor)).map(({ keyId, opens }) => [keyId, opens])).toEqual([['k1', false]])

    await withOwner(room.ownerUrl, (owner) => sealPassportsAgain([...fresh, ...former], owner))

    Object.assign(room.services, { sealingKeys: fresh })
    expect(await open(claire, id)).toMatchObject([typed])
  })
})

describe('how long it is kept', () => {
  test('it goes at once with the place, and when the traveller takes it back', async () => {
    const gone = await whoTold()
    valueOf(await withdrawOwn(room.services, gone.secret))
    expect(await open(claire, gone.id)).toEqual([])

    const back = await whoTold()
    valueOf(await eraseOwnPassport(room.services, back.secret))
    expect(await open(claire, back.id)).toEqual([])
    expect(await eraseOwnPassport(room.services, back.secret)).toEqual({ ok: false, problem: { code: 'closed' } })
  })

  test('it is erased the day after the return; a dry run says so before, the journal after, and its readings stay a year', async () => {
    const { id, secret } = await whoTold()
    await open(claire, id)
    await withOwner(room.ownerUrl, async (owner) => {
      await purgeOverdue(owner, at('2026-05-10'))
      expect(await open(claire, id)).toHaveLength(1)

      const due = (await listOverdue(owner, asLocalDate('2026-05-11'))).filter(({ subject }) => subject === 'passport')
      expect(due).toContainEqual(expect.objectContaining({ organisationId: room.city.organisationId, keptUntil: '2026-05-10', days: 0 }))
      const administrator = await room.join(room.city.organisationId, ['administrator'])
      expect(await room.read(administrator, (ctx) => listOwnOverdue(ctx.tx, asLocalDate('2026-05-11')))).toEqual(
        due.filter(({ organisationId }) => organisationId === room.city.organisationId),
      )
      expect(await room.read(lucie, (ctx) => listOwnOverdue(ctx.tx, asLocalDate('2026-05-11')))).toEqual([])
      expect(await open(claire, id)).toHaveLength(1)

      await purgeOverdue(owner, at('2026-05-11'))
      expect(await open(claire, id)).toEqual([])
      expect(await room.read(administrator, (ctx) => listPurges(ctx.tx))).toContainEqual(
        expect.objectContaining({ subject: 'passport', keptUntil: '2026-05-10', ground: expect.stringContaining('RGPD') }),
      )
      const { rows } = await owner.query(
        `select payload::text from app.journal where event = 'retention.purged' and organisation_id = $1`,
        [room.city.organisationId],
      )
      expect(JSON.stringify(rows)).toContain('passport')
      expect((await readOwnPassport(room.services, secret))?.readings.length).toBeGreaterThan(0)
      await purgeOverdue(owner, at('2027-03-05'))
      expect((await readOwnPassport(room.services, secret))?.readings).toEqual([])
    })
  })
})

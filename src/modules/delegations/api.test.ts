import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Api, createApi, sealApi } from '#platform/openapi.ts'
import type { Somebody } from '#tests/world.ts'
import { addDelegationOperations } from './api.ts'
import { twoPartners } from './two-partners.fixture.ts'

let world: Awaited<ReturnType<typeof twoPartners>>
let api: Api
const keys = { lead: 'esc_lead', city: 'esc_city', stranger: 'esc_stranger', reader: 'esc_reader' }
type Key = keyof typeof keys

beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
  api = createApi(world.services)
  addDelegationOperations(api)
  sealApi(api)
  await aKey('lead', world.lead, 'officer')
  await aKey('city', world.city, 'officer')
  await aKey('stranger', world.stranger, 'officer')
  await aKey('reader', world.lead, 'reader')
})
beforeEach(async () => {
  world.missionId = await world.anotherMission()
})
afterAll(() => world.close())

async function aKey(key: Key, who: Somebody, role: string): Promise<void> {
  const digest = createHash('sha256').update(keys[key]).digest()
  await world.read(who, (ctx) =>
    sql`insert into identity.api_key (name, token_digest, token_hint, roles, created_by) values (${key}, ${digest}, 'esc', array[${role}], ${who.accountId})`.execute(
      ctx.tx,
    ),
  )
}

async function call(key: Key, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const response = await api.request(`/missions/${world.missionId}${path}`, {
    method,
    headers: { authorization: `Bearer ${keys[key]}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, json: await response.json() }
}

const someone = {
  givenName: 'Ana',
  familyName: 'Béal',
  category: 'guest',
  capacity: { fr: 'Directrice' },
  contact: { email: 'ana@example.org' },
}

describe('a member', () => {
  test('is registered, read by every partner without the contact, and changed once for each version', async () => {
    const made = await call('lead', '/members', someone)
    expect(made.status).toBe(201)
    const { id } = made.json

    const own = await call('lead', `/members/${id}`)
    expect(own.json).toEqual({
      id,
      organisationId: world.lead.organisationId,
      organisationName: 'Département de Rochebrune',
      givenName: 'Ana',
      familyName: 'Béal',
      category: 'guest',
      capacity: { fr: 'Directrice' },
      represents: null,
      function: 'member',
      isMissionHead: false,
      state: 'registered',
      version: 1,
      contact: { email: 'ana@example.org', phone: null, notes: null },
      externalKey: null,
    })
    expect((await call('city', `/members/${id}`)).json).toEqual({ ...own.json, contact: null })
    expect((await call('reader', `/members/${id}`)).json).toEqual({ ...own.json, contact: null })

    const changed = await call('lead', `/members/${id}`, { ...someone, category: 'press', version: 1 }, 'PUT')
    expect([changed.status, changed.json.category, changed.json.version]).toEqual([200, 'press', 2])
    const late = await call('lead', `/members/${id}`, { ...someone, version: 1 }, 'PUT')
    expect([late.status, late.json.code]).toEqual([409, 'stale_edit'])
  })

  test('withdraws, and is counted no more', async () => {
    const { id } = (await call('lead', '/members', someone)).json
    expect((await call('city', '/member-counts')).json).toMatchObject({
      persons: 1,
      organisations: 0,
      companies: 0,
      byCategory: { guest: 1 },
    })

    expect((await call('lead', `/members/${id}/withdraw`, {})).json).toEqual({ id })

    expect((await call('city', '/member-counts')).json.persons).toBe(0)
    expect((await call('lead', '/members')).json.items[0].state).toBe('withdrawn')
  })

  test('of another partner is not there to be changed; a stranger finds no mission; a reader may not', async () => {
    const { id } = (await call('city', '/members', someone)).json

    expect((await call('lead', `/members/${id}`, { ...someone, version: 1 }, 'PUT')).status).toBe(404)
    expect((await call('lead', `/members/${id}/withdraw`, {})).status).toBe(404)
    expect((await call('stranger', `/members/${id}`)).status).toBe(404)
    expect((await call('stranger', '/members')).status).toBe(404)
    expect((await call('stranger', '/member-counts')).status).toBe(404)
    expect((await call('stranger', '/members', someone)).status).toBe(404)
    expect((await call('reader', '/members', someone)).status).toBe(403)
  })

  test.each([
    [{ ...someone, category: 'company' }, 422, 'a_company_member_represents_someone'],
    [{ ...someone, category: 'tourist' }, 422, 'input_invalid'],
    [{ ...someone, familyName: ' ' }, 422, 'input_invalid'],
    [{ ...someone, contact: { phone: '12' } }, 422, 'phone_is_international'],
  ])('%o is refused', async (body, status, code) => {
    const answer = await call('lead', '/members', body)

    expect([answer.status, answer.json.code]).toEqual([status, code])
  })
})

test('the list comes page by page, and a cursor that is none has no page', async () => {
  const allPages = async () => {
    let path = '/members?limit=2'
    const seen: string[] = []
    for (;;) {
      const { json } = await call('lead', path)
      seen.push(...json.items.map((item: { familyName: string }) => item.familyName))
      if (json.nextCursor === null) return seen.sort()
      path = `/members?limit=2&cursor=${json.nextCursor}`
    }
  }
  for (const familyName of ['Un', 'Deux', 'Trois']) await call('lead', '/members', { ...someone, familyName })

  expect(await allPages()).toEqual(['Deux', 'Trois', 'Un'])
  expect((await call('lead', '/members?cursor=WyJ4Il0')).status).toBe(404)
})

describe('an import', () => {
  test('registers and updates many at once, and again changes nothing', async () => {
    const rows = [
      { givenName: 'Ana', familyName: 'Béal', category: 'guest', externalKey: '1', email: 'ana@example.org' },
      { givenName: 'Marc', familyName: 'Duval', category: 'company', represents: 'Duval & fils', function: 'deputy' },
    ]

    expect((await call('lead', '/members/import', { rows })).json).toEqual({ created: 2, updated: 0, same: 0 })
    expect((await call('lead', '/members/import', { rows })).json).toEqual({ created: 0, updated: 0, same: 2 })
    expect((await call('lead', '/members/import', { rows: [{ ...rows[0], familyName: 'Béal-Roux' }] })).json).toEqual({
      created: 0,
      updated: 1,
      same: 0,
    })
  })

  test('with one faulty row stores none, and names the row and its field', async () => {
    const answer = await call('lead', '/members/import', { rows: [someone, { ...someone, familyName: 'Duval', category: 'company' }] })

    expect([answer.status, answer.json.code, answer.json.details]).toEqual([
      422,
      'import_has_problems',
      { lines: [{ line: 2, problems: { represents: { code: 'a_company_member_represents_someone' } } }] },
    ])
    expect((await call('lead', '/members')).json.items).toEqual([])
  })
})

import { createHash, randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Role, allow, found, hasRole } from '../actor.ts'
import { withOwner } from '../db.ts'
import { ok, refused } from '../pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import {
  type Api,
  addRead,
  addWrite,
  createApi,
  describeApi,
  idAfter,
  idParam,
  idShape,
  listOperations,
  localDateShape,
  localizedShape,
  moneyOfJson,
  moneyShape,
  moneyToJson,
  pageOf,
  pageQuery,
  sealApi,
  toPage,
  writeCursor,
} from '../openapi.ts'

let platform: TestPlatform
let organisation: TestOrganisation
let stranger: TestOrganisation
let api: Api
let key = ''
let effects = 0

const theme = z.object({ id: idShape<'theme'>(), label: localizedShape }).openapi('Theme')
const newTheme = z.object({ label: localizedShape, cost: moneyShape.optional(), since: localDateShape.optional() })

/** A small API on a real table: the themes of an organisation. */
function themesApi(): Api {
  const made = createApi(platform.services)
  const params = z.object({ themeId: idParam<'theme'>() })
  addRead(
    made,
    { path: '/themes', operationId: 'listThemes', summary: 'Themes', tag: 'themes', query: pageQuery, answer: pageOf(theme) },
    async (ctx, { query }) => {
      const after = idAfter(query.cursor)
      const rows = await ctx.tx
        .selectFrom('missions.theme')
        .select(['id', 'label'])
        .where(sql<boolean>`${after}::uuid is null or id > ${after}::uuid`)
        .orderBy('id')
        .limit(query.limit + 1)
        .execute()
      return toPage(
        rows,
        query.limit,
        (row) => [row.id],
        (row) => ({ id: row.id, label: row.label as Record<string, string> }),
      )
    },
  )
  addRead(
    made,
    { path: '/themes/{themeId}', operationId: 'readTheme', summary: 'A theme', tag: 'themes', params, answer: theme },
    async (ctx, input) => {
      const row = found(await ctx.tx.selectFrom('missions.theme').selectAll().where('id', '=', input.params.themeId).executeTakeFirst())
      return { ...row, label: row.label as Record<string, string> }
    },
  )
  addWrite(
    made,
    {
      method: 'post',
      path: '/themes',
      operationId: 'addTheme',
      summary: 'Adds a theme',
      tag: 'themes',
      body: newTheme,
      answer: theme,
      status: 201,
      refusals: { label_reserved: 422 },
    },
    async (ctx, { body }) => {
      effects += 1
      allow(hasRole(ctx.actor, 'officer'))
      if (body.label['fr'] === 'Réservé') return refused({ code: 'label_reserved', cents: body.cost ? moneyOfJson(body.cost).cents : 0n })
      if (body.label['fr'] === 'Fermé') return refused({ code: 'themes_closed' })
      const row = await ctx.tx.insertInto('missions.theme').values({ label: body.label }).returning('id').executeTakeFirstOrThrow()
      return ok({ id: row.id, label: body.label })
    },
  )
  addRead(made, { path: '/total', operationId: 'readTotal', summary: 'A total', tag: 'themes', answer: moneyShape }, async () =>
    moneyToJson({ cents: 13_910_894n, currency: 'EUR' }),
  )
  addRead(made, { path: '/broken', operationId: 'break', summary: 'Breaks', tag: 'themes', answer: theme }, async () => {
    throw new Error('the secret reason')
  })
  return sealApi(made)
}

async function aKey(
  owner: TestOrganisation,
  roles: readonly Role[],
  state: { revoked?: boolean; expired?: boolean } = {},
): Promise<string> {
  const token = `esc_${randomBytes(32).toString('base64url')}`
  await withOwner(platform.ownerUrl, (client) =>
    client.query(
      `insert into identity.api_key (organisation_id, name, token_digest, token_hint, roles, created_by, created_at, expires_at, revoked_at)
       values ($1, 'Essai', $2, 'esc_', $3, $4, now() - interval '2 days', case when $5 then now() - interval '1 day' end, case when $6 then now() end)`,
      [
        owner.organisationId,
        createHash('sha256').update(token).digest(),
        roles,
        owner.accountId,
        state.expired ?? false,
        state.revoked ?? false,
      ],
    ),
  )
  return token
}

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  organisation = await aWorkspace(platform, 'Département')
  stranger = await aWorkspace(platform, 'Ville voisine')
  key = await aKey(organisation, ['officer'])
  api = themesApi()
})

beforeEach(async () => {
  await withOwner(platform.ownerUrl, (owner) => owner.query('delete from missions.theme'))
})

afterAll(() => platform.close())

type Call = { method?: string; body?: unknown; token?: string | null; headers?: Record<string, string> }

async function call(path: string, { method = 'GET', body, token = key, headers = {} }: Call = {}) {
  const response = await api.request(path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    challenge: response.headers.get('www-authenticate'),
    json: await response.json(),
  }
}

const post = (body: unknown, headers: Record<string, string> = {}) => call('/themes', { method: 'POST', body, headers })
const themes = async () => (await withOwner(platform.ownerUrl, (owner) => owner.query('select from missions.theme'))).rowCount

test('what is added is read again, and belongs to the organisation of the key', async () => {
  const added = await post({ label: { fr: 'Ports', en: 'Ports' } })
  const read = await call(`/themes/${added.json.id}`)

  expect([added.status, added.json.label]).toEqual([201, { fr: 'Ports', en: 'Ports' }])
  expect([read.status, read.type, read.json]).toEqual([200, 'application/json', added.json])
})

test('an amount leaves as an exact whole number', async () => {
  expect((await call('/total')).json).toEqual({ cents: 13_910_894, currency: 'EUR' })
})

test('a property that is not published does not leave', async () => {
  const added = await post({ label: { fr: 'Ports' } })

  expect(Object.keys((await call(`/themes/${added.json.id}`)).json)).toEqual(['id', 'label'])
})

describe('a valid key is needed', () => {
  test('without a key the answer says how to send one', async () => {
    const answer = await call('/themes', { token: null })

    expect([answer.status, answer.type, answer.challenge]).toEqual([401, 'application/problem+json', 'Bearer realm="Escale"'])
    expect(answer.json).toMatchObject({
      type: 'urn:escale:problem:key_required',
      status: 401,
      code: 'key_required',
      requestId: expect.stringMatching(/.{8,}/),
    })
  })

  test('an unknown, revoked or expired key opens nothing, and one cannot tell which it was', async () => {
    const tokens = [
      'esc_unknown',
      await aKey(organisation, ['officer'], { revoked: true }),
      await aKey(organisation, ['officer'], { expired: true }),
    ]

    const answers = await Promise.all(tokens.map((token) => call('/themes', { token })))
    const writes = await Promise.all(tokens.map((token) => call('/themes', { token, method: 'POST', body: { label: { fr: 'x' } } })))

    for (const answer of [...answers, ...writes]) {
      expect([answer.status, answer.challenge, answer.json.code]).toEqual([
        401,
        'Bearer realm="Escale", error="invalid_token"',
        'key_required',
      ])
    }
    expect(await themes()).toBe(0)
  })

  test('a key whose roles do not permit it is told so', async () => {
    const answer = await call('/themes', { method: 'POST', body: { label: { fr: 'x' } }, token: await aKey(organisation, ['reader']) })

    expect([answer.status, answer.json.code]).toEqual([403, 'forbidden'])
  })
})

test('a foreign thing, a missing one, a malformed address and an unknown address are the same 404', async () => {
  const added = await post({ label: { fr: 'Ports' } })
  const foreignKey = await aKey(stranger, ['officer'])

  const answers = await Promise.all([
    call(`/themes/${added.json.id}`, { token: foreignKey }),
    call(`/themes/${crypto.randomUUID()}`, { token: foreignKey }),
    call('/themes/not-an-id', { token: foreignKey }),
    call('/nowhere', { token: foreignKey }),
  ])

  const shown = answers.map((answer) => ({ ...answer, json: { ...answer.json, requestId: '' } }))
  expect(shown[0]?.status).toBe(404)
  expect(shown).toEqual(shown.map(() => shown[0]))
})

describe('what is sent is checked, field by field', () => {
  test('in the body, before anything runs', async () => {
    const before = effects

    const answer = await post({ label: { fr: '', FR: 'x' }, cost: { cents: 1.5, currency: 'ABC' }, since: '2017-02-30' })

    expect([answer.status, answer.json.code]).toEqual([422, 'input_invalid'])
    expect(answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['#/label/fr', 'text_blank'],
        ['#/label/FR', 'invalid_key'],
        ['#/cost/cents', 'invalid_type'],
        ['#/cost/currency', 'currency_unknown'],
        ['#/since', 'date_does_not_exist'],
      ]),
    )
    expect(effects).toBe(before)
    expect(await themes()).toBe(0)
  })

  test.each([
    ['limit=0', 'limit', 'limit_out_of_range'],
    ['limit=201', 'limit', 'limit_out_of_range'],
    ['limit=ten', 'limit', 'limit_out_of_range'],
  ])('in the address: %s', async (query, parameter, code) => {
    const answer = await call(`/themes?${query}`)

    expect([answer.status, answer.json.errors]).toEqual([422, expect.arrayContaining([expect.objectContaining({ parameter, code })])])
  })

  test.each([
    ['text that is not JSON', { body: '{"label":' }, 400, 'body_malformed'],
    ['another type', { body: 'label=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'body_not_json'],
    ['too much', { body: `{"label":{"fr":"${'x'.repeat(1_000_001)}"}}` }, 413, 'body_too_large'],
  ])('%s is refused as a whole', async (_, request, status, code) => {
    const answer = await call('/themes', { method: 'POST', ...request })

    expect([answer.status, answer.type, answer.json.code]).toEqual([status, 'application/problem+json', code])
  })
})

describe('a rule that says no', () => {
  test('answers with its code, its details and the status the operation declares', async () => {
    const answer = await post({ label: { fr: 'Réservé' }, cost: { cents: 2470, currency: 'EUR' } })

    expect([answer.status, answer.json.code, answer.json.details]).toEqual([422, 'label_reserved', { cents: '2470' }])
  })

  test('is a conflict when nothing else is declared', async () => {
    const answer = await post({ label: { fr: 'Fermé' } })

    expect([answer.status, answer.json.code, answer.json.title]).toEqual([409, 'themes_closed', 'themes closed'])
  })

  test('may be a constraint of the database, and is then known by its name', async () => {
    await post({ label: { fr: 'Ports' } })

    const answer = await post({ label: { fr: 'PÔRTS' } })

    expect([answer.status, answer.json.code, 'details' in answer.json]).toEqual([409, 'one_theme_per_french_label', false])
  })
})

test('a fault of ours says its number and nothing of its reason', async () => {
  const answer = await call('/broken')

  expect([answer.status, answer.json.code]).toEqual([500, 'fault'])
  expect(JSON.stringify(answer.json)).not.toContain('secret')
})

test('pages follow each other without a gap or a repetition, to the last', async () => {
  for (const fr of ['a', 'b', 'c', 'd', 'e']) await post({ label: { fr } })

  const seen: string[] = []
  let cursor: string | null = ''
  const sizes: number[] = []
  while (cursor !== null) {
    const page: { items: { label: { fr: string } }[]; nextCursor: string | null } = (
      await call(`/themes?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    ).json
    seen.push(...page.items.map((item) => item.label.fr))
    sizes.push(page.items.length)
    cursor = page.nextCursor
  }

  expect([seen, sizes]).toEqual([
    ['a', 'b', 'c', 'd', 'e'],
    [2, 2, 1],
  ])
})

test.each([
  ['that we did not write', 'anything'],
  ['of a list ordered by numbers', writeCursor([12])],
  ['of a list ordered by several values', writeCursor(['01900000-0000-7000-8000-000000000001', 12])],
])('a cursor %s is no page of a list ordered by ids', async (_, cursor) => {
  expect((await call(`/themes?cursor=${cursor}`)).status).toBe(404)
})

describe('an idempotency key', () => {
  test('gives one effect and one answer, also to calls that arrive together', async () => {
    const headers = { 'idempotency-key': 'my own words 1'.replaceAll(' ', '-') }

    const answers = await Promise.all([1, 2, 3].map(() => post({ label: { fr: 'Culture' } }, headers)))
    const later = await post({ label: { fr: 'Culture' } }, headers)

    expect(new Set([...answers, later].map((answer) => JSON.stringify([answer.status, answer.json.id])))).toHaveProperty('size', 1)
    expect(later.status).toBe(201)
    expect(await themes()).toBe(1)
  })

  test('used again for another request is refused', async () => {
    await post({ label: { fr: 'Un' } }, { 'idempotency-key': 'k2' })

    const answer = await post({ label: { fr: 'Deux' } }, { 'idempotency-key': 'k2' })

    expect([answer.status, answer.json.code]).toEqual([422, 'request_key_reused'])
    expect(await themes()).toBe(1)
  })

  test('of one organisation means nothing to another', async () => {
    const foreignKey = await aKey(stranger, ['officer'])
    await post({ label: { fr: 'Un' } }, { 'idempotency-key': 'k3' })

    const answer = await call('/themes', {
      method: 'POST',
      body: { label: { fr: 'Un' } },
      headers: { 'idempotency-key': 'k3' },
      token: foreignKey,
    })

    expect(answer.status).toBe(201)
    expect(await themes()).toBe(2)
  })

  test('that cannot be one is refused', async () => {
    const answer = await post({ label: { fr: 'Un' } }, { 'idempotency-key': 'x'.repeat(300) })

    expect([answer.status, answer.json.errors[0].code]).toEqual([422, 'idempotency_key_malformed'])
  })
})

test('the document says what is required, and which operations there are', () => {
  const document = describeApi(api, { title: 'Escale', version: '1', description: 'Essai', basePath: '/api/v1' })
  const again = describeApi(api, { title: 'Escale', version: '1', description: 'Essai', basePath: '/api/v1' })

  expect(document).toEqual(again)
  expect(document.openapi).toBe('3.1.0')
  expect(document.servers).toEqual([{ url: '/api/v1' }])
  expect(document.components?.securitySchemes).toHaveProperty('apiKey')
  expect(document.paths?.['/themes/{themeId}']?.get?.parameters).toEqual([
    { name: 'themeId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  ])
  expect(document.paths?.['/themes']?.get?.parameters).toEqual([
    { name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
    {
      name: 'cursor',
      in: 'query',
      required: false,
      schema: { type: 'string', maxLength: 500, description: '`nextCursor` of the page before.' },
      description: '`nextCursor` of the page before.',
    },
  ])
  expect(Object.keys(document.paths?.['/themes']?.post?.responses ?? {})).toEqual(['201', '401', '403', '404', '409', '422'])
  expect(document.paths?.['/themes']?.post?.responses?.['422']).toMatchObject({ description: expect.stringContaining('label_reserved') })
  expect(listOperations(api).map((operation) => operation.operationId)).toEqual([
    'listThemes',
    'readTheme',
    'addTheme',
    'readTotal',
    'break',
  ])
})

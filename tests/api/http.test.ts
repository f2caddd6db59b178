import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { ApiEnv } from '#platform/openapi.ts'
import { limitCalls } from '#app/api/limit-calls.ts'
import { type Door, openDoor } from './door.ts'
import { document } from './examples.ts'
import { type Keyring, openKeyring } from './keyring.ts'

let keyring: Keyring
let door: Door

beforeAll(async () => {
  keyring = await openKeyring(inject('templateUrl'))
  door = await openDoor(keyring)
}, 180_000)
afterAll(async () => {
  await door.close()
  await keyring.drop()
})

describe('the document', () => {
  test('is served to anybody, as it is under review', async () => {
    const answer = await door.call('nobody', '/api/openapi.json')

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(answer.json).toEqual(JSON.parse(JSON.stringify(document)))
  })

  test('is read aloud by a page without any script, in both languages', async () => {
    const french = await door.call('nobody', '/api', { headers: { 'accept-language': 'fr' } })
    const english = await door.call('nobody', '/api?lang=en', { headers: { 'accept-language': 'fr' } })
    const style = await door.call('nobody', /href="(\/api\/style.css[^"]*)"/.exec(french.text)?.[1] ?? '')

    expect(french.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(french.text).toMatch(/<html lang="fr">[\s\S]*<h1>L’API d’Escale|<h1>API d’Escale/)
    expect(english.text).toMatch(/<html lang="en">[\s\S]*<h1>The API of Escale/)
    expect(english.text).not.toMatch(/<script|<style|style="|(src|href)="https?:/)
    expect(english.text).toContain('http://localhost:3000/api/v1/missions')
    expect(english.headers.get('content-security-policy')).toContain(`default-src 'none'`)
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  })

  test('is read aloud whole: every operation and every shape has its place, and every link leads to one', async () => {
    const { text } = await door.call('nobody', '/api?lang=en')
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)

    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(Object.keys(document.components?.schemas ?? {}).filter((name) => !ids.has(`shape-${name}`))).toEqual([])
    const operationIds = Object.values(document.paths ?? {}).flatMap((methods) =>
      Object.values(methods as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    )
    expect(operationIds.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('an address that is none', () => {
  test.each([['/api/nulle/part'], ['/api/v2/missions'], ['/api/openapi.yaml']])('outside the operations is a problem: %s', async (path) => {
    const answer = await door.call('nobody', path)

    expect([answer.status, answer.headers.get('content-type'), answer.json.code]).toEqual([404, 'application/problem+json', 'not_found'])
    expect(answer.json.requestId).toBe(answer.headers.get('x-request-id'))
  })

  test('among the operations is a problem for a key, and shut without one', async () => {
    expect((await door.call('officer', '/api/v1/nulle-part')).json).toMatchObject({ status: 404, code: 'not_found' })
    expect((await door.call('nobody', '/api/v1/nulle-part')).json).toMatchObject({ status: 401, code: 'key_required' })
  })

  test('is a method that an address does not have', async () => {
    expect((await door.call('officer', '/api/v1/missions', { method: 'DELETE' })).json).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('a key', () => {
  test('is said of each call in the journal, by its name', async () => {
    await door.call('officer', `/api/v1/missions/${keyring.objects.miami}/mandate`, {
      method: 'PUT',
      body: { decidedBy: 'assembly', decidedOn: '2017-10-20', reference: '12' },
    })

    const [entry] = await door.rows<{ name: string; event: string }>(
      `select actor_name as name, event from app.journal order by recorded_at desc, seq desc limit 1`,
    )
    expect(entry).toEqual({ name: 'Clé officer', event: 'mission.mandate_recorded' })
  })

  test('needs no origin of ours: it is no cookie', async () => {
    const answer = await door.call('officer', `/api/v1/missions/${keyring.objects.miami}/state`, {
      method: 'PUT',
      body: { state: 'confirmed' },
      headers: { origin: 'https://elsewhere.example' },
    })

    expect(answer.json.code).toBe('already_in_this_state')
  })

  test('that is a cookie of a signed-in person opens nothing', async () => {
    const answer = await door.call('nobody', '/api/v1/missions', { headers: { cookie: 'session=x' } })

    expect(answer.status).toBe(401)
  })
})

describe('a program in a loop', () => {
  const calling = (points: number) => {
    const app = new Hono<ApiEnv>()
    app.use(limitCalls(points))
    app.get('/', (c) => c.text('done'))
    return (key: string) => app.request('/', { headers: { authorization: `Bearer ${key}` } })
  }

  test('is told to wait, and for how long, while others go on', async () => {
    const call = calling(3)

    const statuses = []
    for (const _ of [1, 2, 3, 4]) statuses.push((await call('esc_one')).status)
    const refused = await call('esc_one')

    expect(statuses).toEqual([200, 200, 200, 429])
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too_many_calls' })
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await call('esc_other')).status).toBe(200)
  })

  test('knows what is left to it', async () => {
    const answer = await door.call('reader', '/api/v1/cities?limit=1')

    expect(answer.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60')
    expect(answer.headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/)
  })
})

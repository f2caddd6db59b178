import { Hono } from 'hono'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { openTestAuth } from '#tests/servers/visitor.ts'
import { authApp } from '../auth.ts'

let house: TestPlatform
beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
})
afterAll(() => house.close())

/** The library's addresses as the server mounts them; `remote` is the other end of the connection. */
function doors(remote: string, isTrustingProxy: boolean) {
  const services = { ...house.services, config: { ...house.services.config, TRUST_PROXY: isTrustingProxy } }
  const app = new Hono().route('/api/auth', authApp(openTestAuth(services).auth))
  const connection = { incoming: { socket: { remoteAddress: remote, remotePort: 4242, remoteFamily: 'IPv4' } } }
  return (headers: Record<string, string>) => app.request('/api/auth/passkey/generate-authenticate-options', { headers }, connection)
}

const forgery = (at: number) => ({
  'x-forwarded-for': `203.0.113.${at}`,
  'x-real-ip': `203.0.113.${at}`,
  forwarded: `for=203.0.113.${at}`,
  'x-escale-network': `203.0.113.${at}`,
})

test('whatever address a client claims, its tries are counted for the one it has', async () => {
  const ask = doors('192.0.2.10', false)

  const statuses: number[] = []
  for (let at = 0; at < 61; at += 1) statuses.push((await ask(forgery(at))).status)

  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 200))
  expect(statuses[60]).toBe(429)
})

test('behind our own proxy each client is counted apart', async () => {
  const ask = doors('10.0.0.2', true)
  const office = { 'x-forwarded-for': '198.51.100.7' }
  for (let at = 0; at < 60; at += 1) await ask(office)

  expect((await ask(office)).status).toBe(429)
  expect((await ask({ 'x-forwarded-for': '198.51.100.8' })).status).toBe(200)
})

test('behind our own proxy a client cannot choose its address by sending the header first', async () => {
  const ask = doors('10.0.0.2', true)
  for (let at = 0; at < 60; at += 1) await ask({ 'x-forwarded-for': `203.0.113.${at}, 198.51.100.9` })

  expect((await ask({ 'x-forwarded-for': '203.0.113.99, 198.51.100.9' })).status).toBe(429)
})

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadWebBuild } from '#app/web-build.ts'
import { startEscale } from './process.ts'

/** An installation as an operator runs it: its own folder, its own embedded PostgreSQL, real processes, real signals. */
const parent = join(import.meta.dirname, '../../.escale')
let folder: string

beforeAll(async () => {
  await loadWebBuild()
  folder = mkdtempSync(join(parent, 'operations-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const postmasterPid = () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

const founding = {
  name: 'Ada Roche',
  email: 'ada@rochebrune.test',
  password: 'Quatre mots, 1 chiffre et demi',
  locale: 'fr',
  organisationName: 'Ville de Rochebrune',
  kind: 'municipality',
  country: 'FR',
  city: 'Rochebrune',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
}

test('an empty instance shows its first-run page; what it acknowledged survives kill -9 of everything; a stop leaves nothing behind', async () => {
  const empty = { ESCALE_DEMO: '0' }
  const first = await startEscale(folder, empty)
  const signIn = await fetch(`${first.url}/connexion`, { redirect: 'manual' })
  expect([signIn.status, signIn.headers.get('location')]).toEqual([302, '/premiere-utilisation'])

  const founded = await fetch(`${first.url}/premiere-utilisation`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: first.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(founding),
  })
  expect(founded.status).toBe(302)
  await first.kill()
  process.kill(postmasterPid(), 'SIGKILL')

  const second = await startEscale(folder, empty)
  expect((await fetch(`${second.url}/connexion`, { redirect: 'manual' })).status).toBe(200)
  expect((await fetch(`${second.url}/premiere-utilisation`, { redirect: 'manual' })).status).toBe(302)
  await second.kill()
  const orphan = postmasterPid()
  expect(isAlive(orphan)).toBe(true)

  const third = await startEscale(folder, empty)
  expect(postmasterPid()).toBe(orphan)
  expect((await fetch(`${third.url}/connexion`, { redirect: 'manual' })).status).toBe(200)

  expect(await third.stop()).toBe(0)
  expect(isAlive(orphan)).toBe(false)
}, 180_000)

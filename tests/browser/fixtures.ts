import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type Page, expect, test as base, chromium as playwright } from '@playwright/test'
import { cloneDatabase } from '#tests/database.ts'
import { testEnvironment } from '#tests/demo.ts'
import { chromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')

export type House = { readonly url: string; readonly databaseUrl: string }
export type Person = 'claire' | 'mehdi' | 'solange' | 'roland' | 'lucie' | 'giulia'

/** The visible name of each one-click account of the demonstration. */
const people: Record<Person, RegExp> = {
  claire: /Claire Aubanel/,
  mehdi: /Mehdi Roumestan/,
  solange: /Solange Vidau/,
  roland: /Roland Escoffier-Blanc/,
  lucie: /Lucie Ferrat/,
  giulia: /Giulia Marassi/,
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>
type Workers = { shared: { browser: Browser; house: House; sessions: Map<Person, Session> } }
type Tests = {
  house: House
  /** A page of a new visitor; options as in Playwright. */
  visit: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
  /** A page signed in as one of the demonstration's people. */
  as: (person: Person, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
}

/** Each worker has the real server in its own process on its own copy of the demonstration. */
export const test = base.extend<Tests, Workers>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const demo = process.env.ESCALE_TEST_DEMO ?? ''
      const copy = await cloneDatabase(demo)
      const server = await startServer(copy.url)
      const browser = await playwright.launch(await chromium())
      await use({ browser, house: { url: server.url, databaseUrl: copy.url }, sessions: new Map() })
      await browser.close()
      await server.stop()
      await copy.drop()
    },
    { scope: 'worker' },
  ],
  house: async ({ shared }, use) => use(shared.house),
  visit: async ({ shared }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await shared.browser.newContext({
        baseURL: shared.house.url,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        ...options,
      })
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  as: async ({ visit, shared }, use) => {
    await use(async (person, options) => {
      const known = shared.sessions.get(person)
      const page = await visit({ ...options, ...(known ? { storageState: known } : {}) })
      if (!known) {
        await page.goto('/connexion')
        await page.getByRole('button', { name: people[person] }).click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        shared.sessions.set(person, await page.context().storageState())
      }
      await page.goto('/')
      return page
    })
  },
})

export { expect }

export async function startServer(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<{ url: string; child: ChildProcess; stop(): Promise<void> }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      ESCALE_URL: url,
      ...testEnvironment,
      ...env,
    },
  })
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return { url, child, stop: () => stop(child) }
  }
  throw new Error('the server was not ready after 30 s')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** axe with the tags of the RGAA and of WCAG 2.1 A and AA; a page has no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { cloneDatabase } from '#tests/database.ts'
import { type Server, startServer } from './server.ts'

/** The visible name of each one-click account of the demonstration. */
const people = {
  claire: /Claire Aubanel/,
  mehdi: /Mehdi Roumestan/,
  solange: /Solange Vidau/,
  roland: /Roland Escoffier-Blanc/,
  lucie: /Lucie Ferrat/,
  giulia: /Giulia Marassi/,
  aurore: /Aurore Kerdelan/,
  loic: /Loïc Savenay/,
  yvon: /Yvon Trédaniel/,
  maud: /Maud Rezéan/,
  elodie: /Élodie Beauport/,
  hortense: /Hortense Malaquais/,
} as const
export type Person = keyof typeof people

export type House = {
  /** Its address. A server started again keeps it. */
  readonly url: string
  readonly databaseUrl: string
  /** A page of a new visitor; options as in Playwright. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** A page of someone of the demonstration, who signed in once for all the tests that share this house. */
  as(person: Person, options?: BrowserContextOptions): Promise<Page>
  /** A power cut: the server is gone, and its database is as it left it. */
  killServer(): Promise<void>
  restartServer(): Promise<void>
  close(): Promise<void>
}

export type HouseOptions = {
  readonly database?: 'demonstration' | 'empty'
  readonly env?: Readonly<Record<string, string>>
}

/** The real server in its own process on its own copy of a database, and the ways into it. */
export async function openHouse(browser: Browser, { database = 'demonstration', env = {} }: HouseOptions = {}): Promise<House> {
  const template = database === 'empty' ? process.env.ESCALE_TEST_EMPTY : process.env.ESCALE_TEST_DEMO
  const copy = await cloneDatabase(template ?? '')
  let server: Server = await startServer(copy.url, { env })
  const { url, port } = server
  const sessions = new Map<Person, Awaited<ReturnType<BrowserContext['storageState']>>>()

  const visit: House['visit'] = async (options) => {
    const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options })
    return context.newPage()
  }
  return {
    url,
    databaseUrl: copy.url,
    visit,
    as: async (person, options) => {
      const known = sessions.get(person)
      if (known) return visit({ ...options, storageState: known })
      const page = await visit(options)
      await enter(page, person)
      sessions.set(person, await page.context().storageState())
      return page
    },
    killServer: () => server.kill(),
    restartServer: async () => {
      server = await startServer(copy.url, { env, port })
    },
    close: async () => {
      await server.stop()
      await copy.drop()
    },
  }
}

/** Signs in with one click, in a session that this page alone has. */
export async function enter(page: Page, person: Person): Promise<void> {
  await page.goto('/connexion')
  await page.getByRole('button', { name: people[person] }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

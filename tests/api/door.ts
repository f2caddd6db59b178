import { readConfig } from '#platform/config.ts'
import { withOwner } from '#platform/db.ts'
import { buildServer } from '#app/server.ts'
import { openHouse } from '#app/services.ts'
import { cloneDatabase } from '#tests/database.ts'
import { testEnvironment } from '#tests/demo.ts'
import type { Holder, Keyring, Stranger } from './keyring.ts'

export const origin = 'http://localhost:3000'

export type Call = { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
/** What an answer holds is what the test is about: it says so itself. */
type Json = ReturnType<typeof JSON.parse>

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: Json }

export type Door = Awaited<ReturnType<typeof openDoor>>

/** The whole server on a copy of the keyring's database. It has no pages: whatever would ask for one is a mistake of the test. */
export async function openDoor(keyring: Keyring) {
  const copy = await cloneDatabase(keyring.templateUrl)
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: copy.url, ESCALE_URL: origin }), { poolSize: 4 })
  const app = buildServer({
    services: house.services,
    auth: house.auth,
    web: () => Promise.reject(new Error('no page is asked for here')),
  })
  const authorization = (who: Holder | Stranger): Record<string, string> => {
    if (who === 'nobody') return {}
    return { authorization: who === 'malformed' ? 'Bearer this is not a key' : `Bearer ${keyring.tokens[who]}` }
  }
  return {
    services: house.services,
    call: async (who: Holder | Stranger, path: string, { method = 'GET', body, headers = {} }: Call = {}): Promise<Answer> => {
      const response = await app.request(`${origin}${path}`, {
        method,
        headers: { ...authorization(who), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
    },
    /** What the database says, past every rule. */
    rows: <Row extends object>(query: string): Promise<Row[]> => withOwner(copy.url, async (owner) => (await owner.query<Row>(query)).rows),
    close: async () => {
      await house.close()
      keyring.leaving.push(copy.drop())
    },
  }
}

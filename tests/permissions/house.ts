import { withOwner } from '#platform/db.ts'
import { readConfig } from '#platform/config.ts'
import { buildServer } from '#app/server.ts'
import { openHouse } from '#app/services.ts'
import { loadWebBuild } from '#app/web-build.ts'
import { cloneDatabase } from '#tests/database.ts'
import { demoTemplate, testEnvironment } from '#tests/demo.ts'

/** Whom the matrix sends to every door. Claire, Mehdi, Solange and Roland are of the Département; Lucie leads Miami; Giulia has no part in it. */
export const visitors = ['nobody', 'claire', 'mehdi', 'solange', 'roland', 'lucie', 'giulia'] as const
export type VisitorName = (typeof visitors)[number]

const origin = 'http://localhost:3000'

/** The whole application in this process, on its own copy of the demonstration, with a session for each visitor. */
export async function openApplication(serverUrl: string) {
  const copy = await cloneDatabase(await demoTemplate(serverUrl))
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: copy.url, ESCALE_URL: origin }))
  const app = buildServer({ services: house.services, auth: house.auth, web: await loadWebBuild() })
  const cookies = new Map<VisitorName, string>()
  for (const visitor of visitors) if (visitor !== 'nobody') cookies.set(visitor, await signIn(visitor))

  async function signIn(visitor: VisitorName): Promise<string> {
    const accountId = await idOf(copy.url, `select id from auth."user" where email like '${visitor}%' or email like '%${visitor}%'`)
    const response = await app.request(`${origin}/connexion`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ intent: 'demo', accountId }),
    })
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  return {
    services: house.services,
    databaseUrl: copy.url,
    request: async (visitor: VisitorName, path: string, form?: Record<string, string>): Promise<Response> =>
      app.request(`${origin}${path}`, {
        headers: { cookie: cookies.get(visitor) ?? '', ...(form ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {}) },
        redirect: 'manual',
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
    api: (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init),
    id: (query: string) => idOf(copy.url, query),
    close: async () => {
      await house.close()
      await copy.drop()
    },
  }
}

async function idOf(databaseUrl: string, query: string): Promise<string> {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(query)
    if (!rows[0]) throw new Error(`nothing answers: ${query}`)
    return rows[0].id
  })
}

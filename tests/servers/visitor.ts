import { RouterContextProvider } from 'react-router'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { asId } from '#platform/pure/ids.ts'
import { servicesContext, visitorContext } from '#platform/web.ts'
import { type Auth, openAuth } from '#modules/identity/auth.ts'
import { signInContext } from '#modules/identity/auth/door.ts'
import { foundOrganisation } from '#modules/identity/index.ts'
import { resolveVisitor } from '#modules/identity/visitor.ts'

/** The sign-in doors on the services of a test, with the codes that would have been sent. */
export function openTestAuth(services: Services): {
  readonly auth: Auth
  readonly codes: { readonly email: string; readonly code: string }[]
} {
  const codes: { email: string; code: string }[] = []
  const sendCode = ({ email, code }: { email: string; code: string }) => {
    codes.push({ email, code })
    return Promise.resolve()
  }
  return { auth: openAuth({ ...services, sendCode, answerMs: 0 }), codes }
}

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly data: unknown
  readonly setCookies: readonly string[]
}

type Door = (args: never) => unknown

export type TestVisitor = {
  readonly cookies: Map<string, string>
  /** Calls the loader of a page as a browser would: with its cookies, keeping those of the answer. */
  get(loader: Door, path: string, params?: Record<string, string>): Promise<Answer>
  /** Submits a form to the action of a page. */
  post(action: Door, path: string, fields: Record<string, string | readonly string[]>, params?: Record<string, string>): Promise<Answer>
  /** Sends a request to an application of ours or to another server, without following it. */
  send(to: (request: Request) => Response | Promise<Response>, request: Request): Promise<Response>
}

/** Someone with a browser of their own, somewhere on the network. */
export function aVisitor({ services, auth }: { services: Services; auth: Auth }, network = '192.0.2.1'): TestVisitor {
  const cookies = new Map<string, string>()
  const keep = (setCookies: readonly string[]) => {
    for (const cookie of setCookies) {
      const [pair = '', ...attributes] = cookie.split(';')
      const at = pair.indexOf('=')
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const withCookies = (request: Request) => {
    const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (header) request.headers.set('cookie', header)
    return request
  }
  const call = async (door: Door, request: Request, params: Record<string, string>) => {
    const context = new RouterContextProvider()
    context.set(servicesContext, services)
    context.set(visitorContext, await resolveVisitor(services, auth, request, 'nonce', 'request'))
    context.set(signInContext, { auth, network })
    const answer = await present(() => door({ request, context, params } as never))
    keep(answer.setCookies)
    return answer
  }
  return {
    cookies,
    get: (loader, path, params = {}) => call(loader, withCookies(new Request(`${services.publicUrl}${path}`)), params),
    post: (action, path, fields, params = {}) => {
      const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])))
      return call(action, withCookies(new Request(`${services.publicUrl}${path}`, { method: 'POST', body })), params)
    },
    send: async (to, request) => {
      const response = await to(withCookies(request))
      keep(response.headers.getSetCookie())
      return response
    },
  }
}

/** What a loader or an action returned or threw, as HTTP would say it. */
async function present(run: () => unknown): Promise<Answer> {
  try {
    return asAnswer(await run())
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown
    return asAnswer(thrown)
  }
}

function asAnswer(result: unknown): Answer {
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get('location'), data: null, setCookies: result.headers.getSetCookie() }
  }
  const wrapped = result as { type?: string; data?: unknown; init?: ResponseInit | null } | null
  if (wrapped?.type !== 'DataWithResponseInit') return { status: 200, location: null, data: result, setCookies: [] }
  const headers = new Headers(wrapped.init?.headers)
  return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data, setCookies: headers.getSetCookie() }
}

/** An organisation that works in the product, with this account as its administrator and officer. */
export async function aFounding({ ownerUrl }: { ownerUrl: string }, administratorId: AccountId, name: string): Promise<OrganisationId> {
  const organisationId = asId<'organisation'>(crypto.randomUUID())
  const place = { kind: 'department', country: 'FR', city: 'Marseille', currency: 'EUR', timeZone: 'Europe/Paris', locale: 'fr' } as const
  await withOwner(ownerUrl, (owner) => foundOrganisation(owner, { organisationId, administratorId, name, ...place }))
  return organisationId
}

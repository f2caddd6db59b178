import { RouterContextProvider } from 'react-router'
import type { Caller, Services } from '#platform/context.ts'
import { servicesContext, visitorContext } from '#platform/web.ts'

/** A loader or an action of a page. */
export type Door = (args: never) => unknown

/** What a door answered: an empty `location` when it sends nowhere. */
export type DoorAnswer = { readonly status: number; readonly location: string; readonly body: Record<string, unknown> }

/** Knocks at the doors of pages as React Router does, without a server, and counts the statements they send, all told. */
export function openDoors(services: Services) {
  let statements = 0
  const web = services.db.web.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const counting: Services = { ...services, db: { ...services.db, web } }

  async function knock(door: Door, who: Caller, request: Request, params: Readonly<Record<string, string>> = {}): Promise<DoorAnswer> {
    const context = new RouterContextProvider()
    context.set(servicesContext, counting)
    context.set(visitorContext, visitorOf(who as Caller & { kind: 'account' }))
    const answer = await Promise.resolve(door({ request, context, params } as never)).catch((thrown: unknown) => thrown)
    if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') ?? '', body: {} }
    if (answer instanceof Error) throw answer
    const { init, data } = answer as { init?: { status?: number } | null; data?: Record<string, unknown> }
    const body = (init === undefined ? answer : data) as Record<string, unknown> | null
    return { status: init?.status ?? 200, location: '', body: body ?? {} }
  }

  return { knock, statementCount: () => statements }
}

function visitorOf({ accountId, organisationId }: Caller & { kind: 'account' }) {
  return {
    locale: 'fr' as const,
    nonce: '',
    requestId: '',
    account: { id: accountId, name: 'Testeuse', email: 't@example.org', isDemo: false },
    organisationId,
    memberships: [],
    deputyships: [],
    deputyship: null,
  }
}

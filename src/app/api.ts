import { Hono } from 'hono'
import type { Services } from '#platform/context.ts'
import { type Api, type ApiEnv, createApi, describeApi, problemResponse, sealApi } from '#platform/openapi.ts'
import { addActOperations } from '#modules/acts/api.ts'
import { addAgreementOperations } from '#modules/agreements/api.ts'
import { addExpenseOperations } from '#modules/budget/api.ts'
import { addDelegationOperations } from '#modules/delegations/api.ts'
import { addDepartureOperations } from '#modules/departure/api.ts'
import { addDirectoryOperations } from '#modules/directory/api.ts'
import { addMeetingOperations } from '#modules/meetings/api.ts'
import { addMissionOperations } from '#modules/missions/api.ts'
import { addProgrammeOperations } from '#modules/programme/api.ts'
import { addStrategyOperations } from '#modules/strategy/api.ts'
import { addVisitOperations } from '#modules/visits/api.ts'
import { addRegistrationOperations } from '#modules/registration/api.ts'
import { documentationApp } from './api/documentation.ts'
import { limitCalls } from './api/limit-calls.ts'
import { addCityRelation } from './operations/city-relation.ts'
import { addMerges } from './operations/merges.ts'
import { addNetwork } from './operations/network.ts'

/** Every operation of the REST API: the `api.ts` of every module, then those that join several. */
export function buildApi(services: Services): Api {
  const api = createApi(services)
  addDirectoryOperations(api)
  addStrategyOperations(api)
  addAgreementOperations(api)
  addMissionOperations(api)
  addDelegationOperations(api)
  addProgrammeOperations(api)
  addVisitOperations(api)
  addMeetingOperations(api)
  addRegistrationOperations(api)
  addDepartureOperations(api)
  addExpenseOperations(api)
  addActOperations(api)
  addCityRelation(api)
  addNetwork(api)
  addMerges(api)
  return sealApi(api)
}

/** The published contract, kept under review as tests/api/openapi.golden.json. */
export function apiDocument(api: Api) {
  return describeApi(api, {
    title: 'Escale',
    version: '1',
    basePath: '/api/v1',
    description: [
      'Strategies, agreements, relations, missions, delegations, programmes, visits, meetings, registrations, departures, expenses and acts of an organisation, for its own programs.',
      'Send a key of the organisation with each call: `Authorization: Bearer esc_…`. It sees and does what its roles permit, and nothing of other organisations but what they share.',
      'Every error is a problem (RFC 9457): `code` is for programs, `errors` names each field, `requestId` is in our log. What belongs to others answers 404, exactly like what does not exist.',
      'An operation that writes, sent again with the same `Idempotency-Key`, has one effect and the first answer, for 24 hours.',
      'A list gives `nextCursor` until its last page. Properties may be added to answers; nothing else changes within a version.',
      'Beyond 600 calls a minute a key is answered 429 with `Retry-After`; a body beyond 1 MB is answered 413, one that is not JSON 400 or 415.',
    ].join('\n\n'),
  })
}

/** What stands under /api: the operations, their document, a page to read it. Whatever else is asked for is a problem too. */
export function apiApp(services: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  const api = buildApi(services)
  const document = once(() => apiDocument(api))
  const documentText = once(() => JSON.stringify(document()))
  app.get('/openapi.json', (c) =>
    c.body(documentText(), 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }),
  )
  app.route('/', documentationApp(document, services.publicUrl))
  app.use('/v1/*', limitCalls())
  app.route('/v1', api)
  app.all('*', (c) => problemResponse(c, 404, 'not_found'))
  return app
}

/** Made when first asked for: a start does not wait for what few visits read. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

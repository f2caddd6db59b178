import type { RouteConfigEntry } from '@react-router/dev/routes'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import routes from '../../src/routes.ts'
import { type Answer, answerOf, expectations } from './expectations.ts'
import { openApplication, visitors } from './house.ts'
import { objectsOf } from './objects.ts'
import { everythingSaid, plantPassports, plantedNumber } from './planted-passport.ts'

/** Every address of the product × every kind of visitor: who gets in, who is told no, and for whom there is nothing there. */
let application: Awaited<ReturnType<typeof openApplication>>
let objects: Readonly<Record<string, string>>
let planted: string

beforeAll(async () => {
  application = await openApplication(inject('templateUrl'))
  objects = await objectsOf(application.databaseUrl)
  planted = await plantPassports(application.databaseUrl, application.services.sealingKeys, objects.miami ?? '', objects.member ?? '')
}, 180_000)
afterAll(() => application.close())

test('every address of src/routes.ts is expected, and nothing else', () => {
  expect(patternsOf(routes).toSorted()).toEqual(Object.keys(expectations).toSorted())
})

describe.each(Object.entries(expectations))('%s', (pattern, expectation) => {
  test.each(visitors)('read by %s', async (visitor) => {
    const response = await application.request(visitor, pathOf(pattern, expectation.params ?? {}))

    expect(described(response)).toBe(answerOf(expectation.get, visitor))
    expect(await everythingSaid(response)).not.toContain(plantedNumber)
  })

  if (expectation.post) {
    const { form, answers, query = '' } = expectation.post
    test.each(visitors)('written by %s', async (visitor) => {
      const named = Object.fromEntries(Object.entries(form).map(([field, value]) => [field, objects[value] ?? value]))
      const response = await application.request(visitor, `${pathOf(pattern, expectation.params ?? {})}${query}`, named)

      expect(described(response)).toBe(answerOf(answers, visitor))
    })
  }
})

test.each(visitors)('a passport asked for by %s is answered to its named reader alone', async (visitor) => {
  const path = pathOf('/missions/:missionId/inscriptions/passeports', { missionId: 'miami' })
  const response = await application.request(visitor, path, { intent: 'read', applicationId: planted })

  expect((await everythingSaid(response)).includes(plantedNumber)).toBe(visitor === 'claire')
})

test.each(visitors)('the list for a consulate, passports asked for, has none for %s but for a named reader', async (visitor) => {
  const path = pathOf('/missions/:missionId/depart/listes/:list', { missionId: 'miami', list: 'consulat' })
  const response = await application.request(visitor, `${path}?pays=US&passeports=oui`)

  expect((await everythingSaid(response)).includes(plantedNumber)).toBe(visitor === 'claire')
})

test('what belongs to others answers exactly like what does not exist', async () => {
  const foreign = await application.request('giulia', pathOf('/missions/:missionId', { missionId: 'miami' }))
  const missing = await application.request('giulia', `/missions/${crypto.randomUUID()}`)
  const malformed = await application.request('giulia', '/missions/nimporte')

  const [one, two, three] = await Promise.all([foreign, missing, malformed].map(async (response) => withoutNumbers(await response.text())))
  expect([foreign.status, missing.status, malformed.status]).toEqual([404, 404, 404])
  expect(one).toBe(two)
  expect(three).toBe(two)
})

function described(response: Response): Answer {
  return response.status === 302 && response.headers.get('location')?.startsWith('/connexion') ? 'sign-in' : response.status
}

function pathOf(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_whole, name: string) => objects[params[name] ?? ''] ?? params[name] ?? '').replace('*', 'nulle/part')
}

function patternsOf(entries: readonly RouteConfigEntry[], parent = ''): string[] {
  return entries.flatMap((entry) => {
    const path = [parent, entry.path].filter(Boolean).join('/')
    if (entry.children) return patternsOf(entry.children, path)
    return [`/${path}`]
  })
}

/** Request numbers, nonces, keys and the address itself differ from one answer to the next; nothing else may. */
function withoutNumbers(html: string): string {
  return html
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/nimporte/g, 'ID')
    .replaceAll(/[0-9a-f]{16}/g, 'NUMBER')
    .replaceAll(/[A-Za-z0-9+/]{22}==/g, 'NONCE')
}

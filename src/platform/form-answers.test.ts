import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { openDoors } from '#tests/doors.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type FormAnswer, answerForm, answerForms, carryOut, noFields } from './form-answers.ts'
import { type Outcome, ok, refused } from './pure/outcome.ts'
import type { WebContext } from './web.ts'

let platform: TestPlatform
let workspace: TestOrganisation

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  workspace = await aWorkspace(platform, 'Département')
})
afterAll(() => platform.close())

type Args = { readonly context: WebContext; readonly request: Request }
const named = z.object({ name: z.string().min(1, 'required'), version: z.coerce.number().default(1) })

function send(fields: Record<string, string>, action: (args: Args) => Promise<unknown>) {
  const request = new Request('https://escale.example/', { method: 'POST', body: new URLSearchParams(fields) })
  return openDoors(platform.services).knock(action as never, workspace.caller, request)
}

type Renaming = Outcome<string, { code: 'too_long' } | { code: 'stale_edit'; saved: { name: string } }>
const rename = ({ name, version }: z.output<typeof named>): Renaming => {
  if (version !== 1) return refused({ code: 'stale_edit', saved: { name: 'Port' } })
  return name.length > 6 ? refused({ code: 'too_long' }) : ok(name.toUpperCase())
}
const renaming = ({ context, request }: Args) =>
  answerForm(context, request, 'test.rename', named, (_, typed) => Promise.resolve(rename(typed)), {
    to: (made, { name }) => `/${made}?was=${name}`,
    field: ({ code }) => (code === 'too_long' ? 'name' : ''),
  })

test('a form that does not parse shows its page again, with what was typed and what to mend', async () => {
  expect(await send({ name: '', note: 'kept' }, renaming)).toEqual({
    status: 422,
    location: '',
    body: { values: { name: '', note: 'kept' }, problems: { name: 'required' } },
  })
})

test('a refusal of the use-case is shown at the field it is about', async () => {
  expect(await send({ name: 'Chambre' }, renaming)).toMatchObject({ status: 422, body: { problems: { name: 'too_long' } } })
})

test('what somebody else saved meanwhile comes with the form, as a conflict', async () => {
  expect(await send({ name: 'Quai', version: '2' }, renaming)).toEqual({
    status: 409,
    location: '',
    body: { values: { name: 'Quai', version: '2' }, problems: { '': 'stale_edit' }, saved: { name: 'Port' } },
  })
})

test('what is done sends on, knowing what was made and what was typed', async () => {
  expect(await send({ name: 'Quai' }, renaming)).toEqual({ status: 302, location: '/QUAI?was=Quai', body: {} })
})

test('a row the database refuses is a refusal, never said to be saved', async () => {
  const twice = carryOut(
    'test.twice',
    noFields,
    async ({ tx, actor }) => {
      const row = { id: crypto.randomUUID(), organisationId: actor.organisationId, accountId: actor.accountId, operation: 'test' }
      await tx.insertInto('app.requestOnce').values([row, row]).execute()
      return ok(null)
    },
    { to: '/' },
  )

  const answer = await send({ intent: 'twice' }, ({ context, request }) => answerForms(context, request, { twice }))

  expect(answer).toMatchObject({ status: 422, body: { problems: { '': 'request_once_pkey' } } })
})

const says =
  (word: string): FormAnswer<string[]> =>
  () =>
    Promise.resolve([word])

test.each([
  ['open', ['opened']],
  ['close', ['closed']],
])('the form of intent %s is answered by its own entry', async (intent, words) => {
  const forms = { open: says('opened'), close: says('closed') }

  const answer = await send({ intent }, ({ context, request }) => answerForms(context, request, forms))

  expect(answer.body).toEqual(words)
})

test.each<[string, Record<string, string>]>([
  ['without an intent', {}],
  ['of an unknown intent', { intent: 'burn' }],
  ['of an intent named like what every object has', { intent: 'constructor' }],
])('a form %s is answered by "otherwise", or is no form of the page', async (_, fields) => {
  const forms = { open: says('opened') }

  const refusal = await send(fields, ({ context, request }) => answerForms(context, request, forms))
  const answer = await send(fields, ({ context, request }) => answerForms(context, request, { ...forms, otherwise: says('other') }))

  expect([refusal.status, answer.body]).toEqual([400, ['other']])
})

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Answer, type Door, openDoor } from './door.ts'
import { type ListedOperation, allowedHolder, document, exampleOf, expectationOf, prepare, writes } from './examples.ts'
import { type Keyring, openKeyring } from './keyring.ts'

/** What holds for every operation that changes something, whatever it changes. */
let keyring: Keyring
let refusing: Door

beforeAll(async () => {
  keyring = await openKeyring(inject('templateUrl'))
  refusing = await openDoor(keyring)
}, 180_000)
afterAll(async () => {
  await refusing.close()
  await keyring.drop()
})

const journalLength = async (door: Door) => (await door.rows<{ n: number }>('select count(*)::int as n from app.journal'))[0]?.n ?? 0

describe.each(writes)('$operationId', (operation) => {
  let door: Door
  let lengths: { before: number; after: number }
  let first: Answer

  const callOnce = (body: unknown) => {
    const { path, call } = exampleOf(operation, keyring.objects)
    const headers = { 'idempotency-key': `once-${operation.operationId}` }
    return door.call(allowedHolder(operation), path, { ...call, headers, ...(call.body === undefined ? {} : { body }) })
  }

  beforeAll(async () => {
    door = await openDoor(keyring)
    await prepare(door, operation, keyring.objects)
    const before = await journalLength(door)
    first = await callOnce(intruding(exampleOf(operation, keyring.objects).call.body))
    lengths = { before, after: await journalLength(door) }
  })
  afterAll(() => door.close())

  test('takes nothing but what it publishes', async () => {
    expect([200, 201]).toContain(first.status)
    const changes = await door.rows<{ payload: string }>(
      `select payload::text from app.journal order by recorded_at desc, seq desc limit ${lengths.after - lengths.before}`,
    )
    expect(changes.length).toBeGreaterThan(0)
    const traces = /"is_workspace": true|"2017-12-31"|1999-01-01|424242424242|administrator/
    expect(changes.filter(({ payload }) => payload.includes(intruder) || traces.test(payload))).toEqual([])
  })

  test('has one effect and one answer, however often the same call is sent', async () => {
    const body = intruding(exampleOf(operation, keyring.objects).call.body)

    const again = await Promise.all([callOnce(body), callOnce(body)])

    expect(again.map(({ status, json }) => ({ status, json }))).toEqual([1, 2].map(() => ({ status: first.status, json: first.json })))
    expect(await journalLength(door)).toBe(lengths.after)
  })
})

const intruder = crypto.randomUUID()

/** What a caller must never decide: whose it is, who did it, what state it is in, which row it is. */
const intrusion = {
  id: intruder,
  memberId: intruder,
  missionId: intruder,
  leadOrganisationId: intruder,
  keptBy: intruder,
  accountId: intruder,
  recordedBy: intruder,
  roles: ['administrator', intruder],
  isWorkspace: true,
  isMissionHead: true,
  ratifiedOn: '2017-12-31',
  accountsClosedOn: '2017-12-31',
  createdAt: '1999-01-01T00:00:00.000Z',
  baseCents: 424_242_424_242,
  reversesId: intruder,
} as const

/** A body with what nobody may say, at every depth but in texts. */
function intruding(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(intruding)
  if (typeof value !== 'object' || value === null) return value
  if (Object.keys(value).every((key) => key === 'fr' || key === 'en')) return value
  return { ...intrusion, ...Object.fromEntries(Object.entries(value).map(([key, member]) => [key, intruding(member)])) }
}

describe.each(writes.filter((operation) => expectationOf(operation)?.body !== undefined))('$operationId', (operation) => {
  test('names the field that cannot be used, and changes nothing', async () => {
    const { path, call } = exampleOf(operation, keyring.objects)
    const fields = propertiesOf(bodySchema(operation), call.body ?? {})
    const before = await journalLength(refusing)

    for (const field of fields) {
      const answer = await refusing.call(allowedHolder(operation), path, { ...call, body: { ...call.body, [field]: [12.5] } })

      expect([field, answer.status, answer.json.code]).toEqual([field, 422, 'input_invalid'])
      const pointers: string[] = answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)
      expect(pointers.length).toBeGreaterThan(0)
      expect(pointers.filter((pointer) => !pointer.startsWith(`#/${field}`))).toEqual([])
    }
    expect(fields.length).toBeGreaterThan(0)
    expect(await journalLength(refusing)).toBe(before)
  })
})

type Schema = { $ref?: string; properties?: Record<string, unknown>; required?: string[]; allOf?: Schema[]; oneOf?: Schema[] }
type Methods = Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>

function bodySchema({ path, method }: ListedOperation): Schema {
  const operation = (document.paths?.[path] as Methods | undefined)?.[method]
  return operation?.requestBody?.content['application/json']?.schema ?? {}
}

/** Of a body that can have one of several shapes: the properties of the shape the example has. */
function propertiesOf(schema: Schema, example: object): string[] {
  const shape = schema.$ref ? ((document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Schema) : schema
  const chosen = shape.oneOf?.find(({ properties = {}, required = [] }) => sameKeys(example, properties, required))
  return [
    ...[...(shape.allOf ?? []), ...(chosen ? [chosen] : [])].flatMap((part) => propertiesOf(part, example)),
    ...Object.keys(shape.properties ?? {}),
  ]
}

function sameKeys(example: object, properties: object, required: readonly string[]): boolean {
  return Object.keys(example).every((key) => key in properties) && required.every((key) => key in example)
}

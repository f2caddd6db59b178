import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Door, openDoor } from '#tests/api/door.ts'
import { type ListedOperation, exampleOf, expectationOf, operations, prepare, withoutNumber } from '#tests/api/examples.ts'
import { type Keyring, holders, openKeyring, strangers } from '#tests/api/keyring.ts'
import { expectations } from './api-expectations.ts'

/** Every operation of the API × every kind of key: who gets in, who is told no, and for whom there is nothing there. */
let keyring: Keyring
let reading: Door

beforeAll(async () => {
  keyring = await openKeyring(inject('templateUrl'))
  reading = await openDoor(keyring)
}, 180_000)
afterAll(async () => {
  await reading.close()
  await keyring.drop()
})

test('every operation of the API is expected, and nothing else', () => {
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(expectations).toSorted())
})

const expected = operations.filter((operation) => expectationOf(operation) !== undefined)

/** An operation that writes gets a database of its own, so that no call changes what another finds. */
async function withDoor<Result>(method: string, run: (door: Door) => Promise<Result>): Promise<Result> {
  if (method === 'get') return run(reading)
  const door = await openDoor(keyring)
  try {
    return await run(door)
  } finally {
    await door.close()
  }
}

describe.each(expected)('$operationId', (operation) => {
  test('opens to nobody without a live key', async () => {
    const { path, call } = exampleOf(operation, keyring.objects)

    const answers = await Promise.all(strangers.map((who) => reading.call(who, path, call)))

    expect(answers.map(({ status, json }) => [status, json.code])).toEqual(strangers.map(() => [401, 'key_required']))
  })

  test('answers each key as expected', async () => {
    const statuses = await withDoor(operation.method, async (door) => {
      await prepare(door, operation, keyring.objects)
      const { path, call } = exampleOf(operation, keyring.objects)
      const answers = []
      for (const who of holders) answers.push((await door.call(who, path, call)).status)
      return answers
    })

    expect(Object.fromEntries(holders.map((who, index) => [who, statuses[index]]))).toEqual(
      Object.fromEntries(holders.map((who, index) => [who, expectationOf(operation)?.answers[index]])),
    )
  })
})

const outsidersOf = (operation: ListedOperation) => holders.filter((_, index) => expectationOf(operation)?.answers[index] === 404)

describe.each(expected.filter((operation) => outsidersOf(operation).length > 0))('$operationId', (operation) => {
  test('answers for what belongs to others exactly as for what does not exist', async () => {
    const missing = Object.fromEntries(
      Object.entries(expectationOf(operation)?.params ?? {}).map(([name, value]) => [
        name,
        value.startsWith('$') ? crypto.randomUUID() : value,
      ]),
    )
    const { path, call } = exampleOf(operation, keyring.objects)
    const pathOfMissing = `/api/v1${operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => missing[name] ?? '')}`

    for (const who of outsidersOf(operation)) {
      const foreign = await reading.call(who, path, call)
      expect(foreign.status).toBe(404)
      expect(withoutNumber(foreign)).toEqual(withoutNumber(await reading.call(who, pathOfMissing, call)))
      expect(foreign.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})

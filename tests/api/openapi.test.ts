import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { document, operations } from './examples.ts'

const golden = fileURLToPath(new URL('openapi.golden.json', import.meta.url))

type Parameter = { name: string; in: string; required?: boolean }
type Response = { description: string; content: Record<string, { schema: { $ref?: string } }> }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security: unknown[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, unknown> }
  responses: Record<string, Response>
}

const all = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
)
const byId = all.map((each) => [each.operation.operationId, each] as const)

test('the document is the one that was reviewed; UPDATE_GOLDEN=1 writes it again', () => {
  const text = `${JSON.stringify(document, null, 2)}\n`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text)

  expect(existsSync(golden)).toBe(true)
  expect(text).toBe(readFileSync(golden, 'utf8'))
})

test('the document is one of OpenAPI 3.1, below /api/v1, and holds every operation', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.servers).toEqual([{ url: '/api/v1' }])
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  expect(all.map(({ operation }) => operation.operationId).toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted())
})

test('operations have names of their own', () => {
  const ids = all.map(({ operation }) => operation.operationId)

  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([])
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
  const lost = references.filter(
    (reference) => !Object.hasOwn(document.components?.schemas ?? {}, reference.replace('#/components/schemas/', '')),
  )

  expect(references.length).toBeGreaterThan(100)
  expect(lost).toEqual([])
})

test('a named shape is never null by itself: what may be null says so where it is used', () => {
  const nullable = Object.entries(document.components?.schemas ?? {}).filter(
    ([, schema]) => 'type' in schema && [schema.type].flat().includes('null'),
  )

  expect(nullable.map(([name]) => name)).toEqual([])
})

const fileTypes = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']

describe.each(byId)('%s', (_, { path, method, operation }) => {
  test('says in English what it does, under a noun, for a key', () => {
    expect(operation.summary).toMatch(/^[A-Z][\w .,;:’'()\-–…]+$/u)
    expect(operation.summary).not.toMatch(/\b(le|la|les|des|du|une|et|ou|pour)\b/)
    expect(operation.tags).toHaveLength(1)
    expect(operation.security).toEqual([{ apiKey: [] }])
  })

  test('has one answer, in JSON unless it is a file, and problems for all that may go wrong', () => {
    const { successes = [], failures = [] } = Object.groupBy(Object.entries(operation.responses), ([status]) =>
      status.startsWith('2') ? 'successes' : 'failures',
    )

    const types = operation.operationId.endsWith('File') ? fileTypes : ['application/json']
    expect(successes.map(([, response]) => Object.keys(response.content))).toEqual([types])
    expect(failures.map(([status]) => status)).toEqual(
      method === 'get' ? ['401', '403', '404', '422'] : ['401', '403', '404', '409', '422'],
    )
    for (const [, response] of failures) {
      expect(response.description).not.toBe('')
      expect(response.content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } })
    }
  })

  test('requires exactly the parameters of its address, and takes an idempotency key when it writes', () => {
    const parameters = operation.parameters ?? []
    const ofPath = parameters.filter((parameter) => parameter.in === 'path')
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

    expect(ofPath.map(({ name }) => name).toSorted()).toEqual(placeholders.toSorted())
    expect(ofPath.every(({ required }) => required === true)).toBe(true)
    expect(parameters.some(({ name }) => name === 'idempotency-key')).toBe(method !== 'get')
    if (operation.requestBody) expect(Object.keys(operation.requestBody.content)).toEqual(['application/json'])
  })
})

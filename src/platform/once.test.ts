import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { act, type Caller } from './context.ts'
import { withOwner } from './db.ts'
import { ok, refused } from './pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { onceOnly, readAnswer, writeAnswer } from './once.ts'

let platform: TestPlatform
let organisation: TestOrganisation
let effects = 0

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  organisation = await aWorkspace(platform, 'Département')
})

afterAll(() => platform.close())

const key = () => crypto.randomUUID()

/** A use-case that writes a row and says which one. */
function writeTheme(caller: Caller, request: { key: string; operation: string }, label: string) {
  return act(platform.services, caller, (ctx) =>
    onceOnly(ctx, request, async () => {
      effects += 1
      const row = await ctx.tx
        .insertInto('missions.theme')
        .values({ label: { fr: label } })
        .returning('id')
        .executeTakeFirstOrThrow()
      return ok({ themeId: row.id, cents: 13_910_894n })
    }),
  )
}

async function themes(label: string): Promise<number> {
  const found = await withOwner(platform.ownerUrl, (owner) => owner.query(`select from missions.theme where label ->> 'fr' = $1`, [label]))
  return found.rowCount ?? 0
}

test('the second arrival receives the answer of the first, and nothing runs again', async () => {
  const request = { key: key(), operation: 'themes.add' }
  const before = effects

  const first = await writeTheme(organisation.caller, request, 'Ports')
  const second = await writeTheme(organisation.caller, request, 'Ports')

  expect(first.ok).toBe(true)
  expect(second).toEqual(first)
  expect(effects).toBe(before + 1)
})

test('five arrivals at the same moment have one effect and one answer', async () => {
  const request = { key: key(), operation: 'themes.add' }

  const answers = await Promise.all(Array.from({ length: 5 }, () => writeTheme(organisation.caller, request, 'Numérique')))

  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(answers).toEqual(answers.map(() => answers[0]))
  expect(await themes('Numérique')).toBe(1)
})

test('a refused request leaves no trace: mended, it runs under the same key', async () => {
  const request = { key: key(), operation: 'themes.add' }
  const refusal = await act(platform.services, organisation.caller, (ctx) =>
    onceOnly(ctx, request, async () => refused({ code: 'label_missing' as const })),
  )

  const mended = await writeTheme(organisation.caller, request, 'Culture')

  expect(refusal).toEqual(refused({ code: 'label_missing' }))
  expect(mended.ok).toBe(true)
  expect(await themes('Culture')).toBe(1)
})

test('a request that failed half-way leaves no trace either', async () => {
  const request = { key: key(), operation: 'themes.add' }
  const failing = act(platform.services, organisation.caller, (ctx) =>
    onceOnly(ctx, request, async () => {
      throw new Error('the power went out')
    }),
  )

  await expect(failing).rejects.toThrow('the power went out')
  expect((await writeTheme(organisation.caller, request, 'Tourisme')).ok).toBe(true)
})

test('a key that served something else, someone else or another organisation is refused, and gives nothing away', async () => {
  const request = { key: key(), operation: 'themes.add' }
  const colleague = await aColleague(platform, organisation, ['officer'])
  const stranger = await aWorkspace(platform, 'Ville voisine')
  await writeTheme(organisation.caller, request, 'Santé')

  const answers = [
    await writeTheme(organisation.caller, { ...request, operation: 'themes.remove' }, 'x'),
    await writeTheme(colleague, request, 'x'),
    await writeTheme(stranger.caller, request, 'x'),
  ]

  expect(answers).toEqual(Array.from({ length: 3 }, () => refused({ code: 'request_key_reused' })))
})

test('an answer comes back as it was, amounts included', () => {
  const leaf = fc.oneof(fc.bigInt(), fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('value')),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bigint', '$$', '$bigint$')), tie('value'), { noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(plain, (value) => {
      expect(readAnswer(writeAnswer(value))).toEqual(value)
    }),
  )
})

test('an answer that JSON would bend is a bug', () => {
  expect(() => writeAnswer({ at: new Date(0) })).toThrow('plain values')
})

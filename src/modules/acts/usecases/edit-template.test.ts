import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import type { Caller } from '#platform/context.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { toPlainText } from '../domain/plain-text.ts'
import type { SectionText } from '../domain/templates.ts'
import type { ActId } from '../domain/act.ts'
import { buildDocuments } from './build-documents.ts'
import { editTemplate, loadPart, resetTemplate } from './edit-template.ts'
import { aCompleteAct, submitAsRead, theAct, threeMissions, type World } from './three-missions.fixture.ts'

let world: World
let actId: ActId

beforeAll(async () => {
  world = await threeMissions(inject('templateUrl'))
  actId = await aCompleteAct(world)
})
afterEach(() => world.as(world.department, (ctx) => resetTemplate(ctx, closing)))
afterAll(() => world.close())

const closing = { document: 'report', section: 'closing' } as const

const load = (who: Caller = world.department) => world.read(who, (ctx) => loadPart(ctx, closing))

async function edit(text: SectionText, readDigest?: string) {
  const digest = readDigest ?? (await load()).digest
  return world.as(world.department, (ctx) => editTemplate(ctx, closing, digest, text))
}

async function closingWords(): Promise<string> {
  const act = await theAct(world, actId)
  return toPlainText((await world.read(world.department, (ctx) => buildDocuments(ctx, act))).report)
}

describe('a part of a document', () => {
  test('is rewritten by the authority, for its own acts only', async () => {
    valueOf(await edit({ heading: {}, body: { fr: 'Il vous est demandé d’en délibérer, {{body}} entendue.' } }))

    expect(await closingWords()).toContain('Il vous est demandé d’en délibérer, la Commission permanente entendue.')
    expect((await load(world.port)).theirs).toBeNull()
  })

  test('stays ours in the languages nobody rewrote', async () => {
    const { ours } = await load()
    valueOf(await edit({ heading: {}, body: { ...ours.body, fr: 'Merci.' } }))

    expect((await load()).theirs).toEqual({ heading: {}, body: { fr: 'Merci.' } })
  })

  test('written as ours is ours again', async () => {
    valueOf(await edit({ heading: {}, body: { fr: 'Merci.' } }))
    const { ours } = await load()
    valueOf(await edit(ours))

    expect((await load()).theirs).toBeNull()
  })

  test('with a mistake in a placeholder is refused, with the place of each mistake', async () => {
    const outcome = await edit({ heading: {}, body: { fr: 'Bonjour {{nobody}}\net {{annexes}} ici', en: 'Hello {{total' } })

    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'template_invalid',
        problems: [
          { code: 'placeholder_unknown', language: 'fr', name: 'nobody', line: 1, column: 9 },
          { code: 'slot_inside_sentence', language: 'fr', name: 'annexes', line: 2, column: 4 },
          { code: 'placeholder_unclosed', language: 'en', name: 'total', line: 1, column: 7 },
        ],
      },
    })
    expect((await load()).theirs).toBeNull()
  })

  test('that a colleague saved meanwhile is not overwritten', async () => {
    const { digest } = await load()
    valueOf(await edit({ heading: {}, body: { fr: 'La sienne.' } }))

    expect(await edit({ heading: {}, body: { fr: 'La mienne.' } }, digest)).toMatchObject({
      ok: false,
      problem: { code: 'stale_template', saved: { theirs: { body: { fr: 'La sienne.' } } } },
    })
  })

  test('is not rewritten by those who only read', async () => {
    const { digest } = await load()
    for (const who of [world.reader, world.finance]) {
      await expect(world.as(who, (ctx) => editTemplate(ctx, closing, digest, { heading: {}, body: {} }))).rejects.toThrow(Forbidden)
      await expect(world.as(who, (ctx) => resetTemplate(ctx, closing))).rejects.toThrow(Forbidden)
    }
  })

  test('rewritten after an act was submitted leaves that act as it was read', async () => {
    valueOf(await submitAsRead(world, actId))
    const before = await closingWords()

    valueOf(await edit({ heading: {}, body: { fr: 'Trop tard.' } }))

    expect(await closingWords()).toBe(before)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { violatedConstraint } from '#platform/db.ts'
import { type FileId, keepFile, loadFile } from '#platform/files.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { countThreads, writeMessage } from '#modules/missions/index.ts'
import type { Somebody } from '#tests/world.ts'
import type { ItemId } from './domain/item.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { listDocuments, listNotes } from './sql/papers.ts'
import { proposeItem } from './usecases/write-item.ts'
import { addDocument, removeDocument, writeNote } from './usecases/write-papers.ts'

let world: Awaited<ReturnType<typeof aMissionToMiami>>
let itemId: ItemId
beforeAll(async () => {
  world = await aMissionToMiami(inject('templateUrl'))
  itemId = valueOf(await world.as(world.lead, (ctx) => proposeItem(ctx, world.missionId, words(world.legId))))
})
afterAll(() => world.close())

const add = (who: Somebody, name: string, isShared: boolean, forMembers = false) =>
  world.as(who, (ctx) => addDocument(ctx, world.missionId, itemId, { name, bytes: new TextEncoder().encode(name), isShared, forMembers }))
const documents = (who: Somebody) => world.read(who, (ctx) => listDocuments(ctx.tx, { itemId }))
const note = (who: Somebody, version: number, body: string) =>
  world.as(who, (ctx) => writeNote(ctx, world.missionId, itemId, version, body))
const notes = async (who: Somebody) => (await world.read(who, (ctx) => listNotes(ctx.tx, world.missionId))).map(({ body }) => body)

describe('documents of an item', () => {
  test('are read by every partner or by their owner alone, file included', async () => {
    valueOf(await add(world.city, 'invitation.pdf', true))
    valueOf(await add(world.city, 'entre-nous.pdf', false))

    expect((await documents(world.lead)).map(({ name }) => name)).toEqual(['invitation.pdf'])
    expect((await documents(world.city)).map(({ name }) => name)).toEqual(['invitation.pdf', 'entre-nous.pdf'])
    expect(await documents(world.stranger)).toEqual([])
    const hidden = (await documents(world.city))[1]?.fileId as FileId
    await expect(world.read(world.lead, (ctx) => loadFile(ctx, hidden))).rejects.toThrow(NotFound)
  })

  test('are brought and taken back by officers of their owner', async () => {
    valueOf(await add(world.city, 'plan.pdf', true))
    const brought = (await documents(world.city)).find(({ name }) => name === 'plan.pdf')?.id ?? ''
    const remove = (who: Somebody) => world.as(who, (ctx) => removeDocument(ctx, world.missionId, itemId, brought))

    await expect(add(world.reader, 'lu.pdf', false)).rejects.toThrow(Forbidden)
    await expect(add(world.stranger, 'vu.pdf', true)).rejects.toThrow(NotFound)
    await expect(remove(world.lead)).rejects.toThrow(NotFound)
    valueOf(await remove(world.city))
    expect((await documents(world.lead)).map(({ name }) => name)).not.toContain('plan.pdf')
    expect(await add(world.lead, '', false)).toMatchObject({ ok: false, problem: { code: 'file_empty' } })
  })

  test('the database refuses a file of another organisation, one read otherwise than its row says, and an item of another mission', async () => {
    const keep = async (who: Somebody) =>
      valueOf(await world.as(who, (ctx) => keepFile(ctx, { name: 'essai.pdf', bytes: new Uint8Array([1]), missionId: world.missionId }))).id
    const [theirs, own] = [await keep(world.city), await keep(world.lead)]
    const insert = (item: string, file: string, isShared: boolean) =>
      world
        .read(world.lead, (ctx) =>
          sql`insert into programme.document (mission_id, item_id, file_id, name, is_shared)
              values (${world.missionId}, ${item}, ${file}, 'essai.pdf', ${isShared})`.execute(ctx.tx),
        )
        .catch(violatedConstraint)

    expect(await insert(itemId, theirs, false)).toBe('a_document_is_brought_by_its_owner')
    expect(await insert(itemId, own, true)).toBe('a_document_is_brought_by_its_owner')
    expect(await insert(crypto.randomUUID(), own, false)).toBe('a_document_of_an_item')
  })
})

describe('the note of an organisation', () => {
  test('is for its own people: no partner ever reads it, nor its trace in a history', async () => {
    valueOf(await note(world.city, 0, 'Le maire préfère qu’on parle du port.'))

    expect(await notes(world.city)).toEqual(['Le maire préfère qu’on parle du port.'])
    expect(await notes(world.lead)).toEqual([])
    const journal = await world.read(world.lead, (ctx) =>
      sql<{ text: string }>`select coalesce(jsonb_agg(to_jsonb(j))::text, '') as text from app.journal j`.execute(ctx.tx),
    )
    expect(journal.rows[0]?.text).not.toContain('préfère')
    await expect(note(world.reader, 0, 'Lecture seule')).rejects.toThrow(Forbidden)
  })

  test('is not lost when a colleague wrote meanwhile, and an empty text removes it', async () => {
    valueOf(await note(world.lead, 0, 'Première'))
    expect(await note(world.lead, 0, 'Autre première')).toMatchObject({ ok: false, problem: { code: 'one_note_per_organisation' } })
    valueOf(await note(world.lead, 1, 'Deuxième'))
    expect(await note(world.lead, 1, 'Troisième')).toEqual({ ok: false, problem: { code: 'stale_note' } })
    valueOf(await note(world.lead, 2, ' '))
    expect(await notes(world.lead)).toEqual([])
  })
})

describe('what is said about a document', () => {
  const say = (who: Somebody, documentId: string, isShared: boolean) =>
    world.as(who, (ctx) =>
      writeMessage(ctx, world.missionId, { about: { noun: 'document', id: documentId, label: 'essai.pdf' }, isShared, body: 'À relire' }),
    )

  test('is for those who may read it: of a file kept to oneself, nothing is told to partners, and nothing by them', async () => {
    valueOf(await add(world.city, 'à-tous.pdf', true))
    valueOf(await add(world.city, 'brouillon.pdf', false))
    const named = async (name: string) => (await documents(world.city)).find((document) => document.name === name)?.id ?? ''
    const [open, kept] = [await named('à-tous.pdf'), await named('brouillon.pdf')]
    const refused = { ok: false, problem: { code: 'a_private_document_is_spoken_of_at_home' } }

    expect([
      (await say(world.lead, open, true)).ok,
      (await say(world.lead, open, false)).ok,
      (await say(world.city, kept, false)).ok,
    ]).toEqual([true, true, true])
    expect(await say(world.city, kept, true)).toMatchObject(refused)
    expect(await say(world.lead, kept, false)).toMatchObject(refused)
    expect(await say(world.lead, crypto.randomUUID(), true)).toMatchObject(refused)
    const threads = await world.read(world.lead, (ctx) => countThreads(ctx.tx, world.missionId))
    expect(threads.filter(({ noun }) => noun === 'document').map(({ id, count }) => [id, count])).toEqual([[open, 2]])
  })
})

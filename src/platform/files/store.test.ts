import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3Server } from '#tests/servers/s3.ts'
import { openDiskStore } from './disk-store.ts'
import { openS3Store } from './s3-store.ts'
import { type FileStore, digestOf } from './store.ts'

const closers: (() => Promise<void>)[] = []
const stores: Record<'disk' | 's3', FileStore | undefined> = { disk: undefined, s3: undefined }
let folder = ''
let s3: Awaited<ReturnType<typeof startS3Server>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-store-'))
  s3 = await startS3Server()
  stores.disk = openDiskStore(folder)
  stores.s3 = openS3Store(s3.settings)
  closers.push(s3.stop, () => rm(folder, { recursive: true, force: true }))
})

afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

async function* inChunks(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

async function all(store: FileStore): Promise<string[]> {
  const digests: string[] = []
  for await (const digest of store.list()) digests.push(digest)
  return digests.sort()
}

describe.each(['disk', 's3'] as const)('the %s store', (kind) => {
  const store = () => {
    const opened = stores[kind]
    if (!opened) throw new Error('not opened')
    return opened
  }

  test('gives a content back under its own SHA-256', async () => {
    const bytes = Buffer.from('Gênes, Miami, Milan')

    const stored = await store().put(bytes)

    expect(stored).toEqual({ sha256: digestOf(bytes), sizeBytes: 20 })
    expect(await store().get(stored.sha256)).toEqual(bytes)
    expect(await store().has(stored.sha256)).toBe(true)
  })

  test('stores a stream, and streams it back', async () => {
    const stored = await store().put(inChunks('un ', 'port ', 'of call'))

    const opened = await store().open(stored.sha256)

    expect(stored.sha256).toBe(digestOf(Buffer.from('un port of call')))
    expect(opened?.sizeBytes).toBe(15)
    expect(await new Response(opened?.stream).text()).toBe('un port of call')
  })

  test('stores the same content twice as one', async () => {
    const first = await store().put(Buffer.from('twice'))
    const again = await store().put(inChunks('twi', 'ce'))

    expect(again).toEqual(first)
    expect((await all(store())).filter((digest) => digest === first.sha256)).toHaveLength(1)
  })

  test('knows nothing of a content it was not given, and forgets a deleted one', async () => {
    const stored = await store().put(Buffer.from('short-lived'))
    await store().delete(stored.sha256)
    await store().delete(stored.sha256)

    expect(await store().get(stored.sha256)).toBeNull()
    expect(await store().open(stored.sha256)).toBeNull()
    expect(await store().has(stored.sha256)).toBe(false)
    expect(await all(store())).not.toContain(stored.sha256)
  })

  test('refuses a name that is not a digest, so that no path can be smuggled in', async () => {
    await expect(async () => store().get('../../etc/passwd')).rejects.toThrow('is not the SHA-256')
  })

  test('leaves nothing behind when the stream breaks', async () => {
    const before = await all(store())
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the client went away')
    }

    await expect(store().put(broken())).rejects.toThrow('the client went away')

    expect(await all(store())).toEqual(before)
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })
})

test('a content on disk lies under two folders named by its digest', async () => {
  const { sha256 } = await openDiskStore(folder).put(Buffer.from('where'))

  expect(await readFile(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'utf8')).toBe('where')
})

test('a wrong key or a missing bucket is a fault that is told, not an absent content', async () => {
  const { sha256 } = await openS3Store(s3.settings).put(Buffer.from('x'))
  const wrongKey = openS3Store({ ...s3.settings, accessKeyId: 'unknown' })
  const wrongBucket = openS3Store({ ...s3.settings, bucket: 'elsewhere' })

  await expect(wrongKey.get(sha256)).rejects.toThrow('403')
  await expect(wrongBucket.put(Buffer.from('x'))).rejects.toThrow('S3_BUCKET')
})

test('an object store lists more contents than one of its pages holds', async () => {
  const store = openS3Store(s3.settings, 3)
  const digests: string[] = []
  for (let index = 0; index < 10; index += 1) digests.push((await store.put(Buffer.from(`content ${index}`))).sha256)

  expect(await all(store)).toEqual(expect.arrayContaining(digests))
})

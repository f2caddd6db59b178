import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { spool } from './spool.ts'
import { type FileStore, contentPath, isContentDigest } from './store.ts'

/**
 * Contents as files of one folder. A content appears under its name by an atomic rename, after it and
 * its folder have been flushed: an acknowledged file survives a power cut.
 */
export function openDiskStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (sha256: string) => join(folder, contentPath(sha256))
  return {
    put: async (content) => {
      const { path, sha256, sizeBytes } = await spool(incoming, content)
      const target = pathOf(sha256)
      await mkdir(dirname(target), { recursive: true })
      await rename(path, target)
      await flushFolder(dirname(target))
      return { sha256, sizeBytes }
    },
    get: (sha256) => orNull(readFile(pathOf(sha256))),
    open: async (sha256) => {
      const known = await orNull(stat(pathOf(sha256)))
      if (!known) return null
      return { sizeBytes: known.size, stream: Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array> }
    },
    has: async (sha256) => (await orNull(stat(pathOf(sha256)))) !== null,
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listFolder(folder),
  }
}

async function* listFolder(folder: string): AsyncIterable<string> {
  for (const entry of (await orNull(readdir(folder, { withFileTypes: true }))) ?? []) {
    if (entry.isDirectory() && entry.name !== 'incoming') yield* listFolder(join(folder, entry.name))
    else if (isContentDigest(entry.name)) yield entry.name
  }
}

/** A rename is only safe on disk once its folder is; Windows has no such operation and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

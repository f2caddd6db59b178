import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentSource, StoredContent } from './store.ts'

export type SpooledContent = StoredContent & { readonly path: string }

/**
 * Writes a content to a temporary file of `folder` while computing its digest, and makes sure it has
 * reached the disk. The caller renames or removes the file; when writing fails nothing is left behind.
 */
export async function spool(folder: string, content: ContentSource): Promise<SpooledContent> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk)
      sizeBytes += chunk.byteLength
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return { path, sha256: hash.digest('hex'), sizeBytes }
}

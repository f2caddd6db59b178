import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { copyOut } from './copy.ts'
import type { PartDigest } from './manifest.ts'
import { type BackedUpTable, copyOutText } from './tables.ts'

/** Streams a table out, to `target` when there is one, and says how many rows it has and the SHA-256 of their text. */
export async function exportTable(owner: Client, table: BackedUpTable, target: Writable = nowhere()): Promise<PartDigest> {
  const hash = createHash('sha256')
  const { stream, rows } = copyOut(owner, copyOutText(table))
  await pipeline(stream, digesting(hash), target)
  return { rows: await rows, sha256: hash.digest('hex') }
}

export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), digesting(hash), nowhere())
  return hash.digest('hex')
}

function digesting(hash: { update(chunk: Buffer): unknown }): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readMigrations } from '../migrate.ts'
import { canonicalJson } from '../pure/canonical-json.ts'
import type { Instant } from '../pure/instant.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'

/**
 * A backup is a folder:
 *   manifest.json          written last: without it, the backup was never finished
 *   tables/<table>.copy    PostgreSQL's COPY text, rows by primary key
 *   jobs.jsonl             background jobs that were waiting, one JSON object per line
 *   files/ab/cd/<sha256>   contents of files, as in the store
 */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.object({ rows: z.number().int().min(0), sha256 })

const manifestShape = z.object({
  format: z.literal('escale-backup-1'),
  madeAt: z.string(),
  /** Name and digest of each migration: a backup is restored by the version that made it. */
  migrations: z.array(z.object({ name: z.string(), digest: sha256 })),
  tables: z.record(z.string(), part),
  jobs: part,
  files: z.object({ count: z.number().int().min(0), sizeBytes: z.number().int().min(0) }),
  /** Last digest of each chain of the journal: proof, if kept elsewhere, that its end was not cut off. */
  journalHeads: z.record(z.string(), z.string()),
  /** Of `tables`, `jobs` and `files` together: two backups with the same digest hold the same data. */
  contentDigest: sha256,
})

export type Manifest = z.output<typeof manifestShape>
export type PartDigest = z.output<typeof part>

export const manifestName = 'manifest.json'

export function tableFile(table: string): string {
  return join('tables', `${table.replaceAll('"', '')}.copy`)
}

export const jobsFile = 'jobs.jsonl'

export function makeManifest(content: Pick<Manifest, 'tables' | 'jobs' | 'files' | 'journalHeads'>, madeAt: Instant): Manifest {
  return {
    format: 'escale-backup-1',
    madeAt,
    migrations: readMigrations().map(({ name, digest }) => ({ name, digest })),
    ...content,
    contentDigest: contentDigest(content),
  }
}

function contentDigest({ tables, jobs, files }: Pick<Manifest, 'tables' | 'jobs' | 'files'>): string {
  return createHash('sha256').update(canonicalJson({ tables, jobs, files })).digest('hex')
}

/** @refuses backup_unreadable when there is no manifest, or it was changed by hand */
export async function readManifest(
  folder: string,
): Promise<Outcome<Manifest, { readonly code: 'backup_unreadable'; readonly folder: string }>> {
  try {
    const manifest = manifestShape.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')))
    if (contentDigest(manifest) === manifest.contentDigest) return ok(manifest)
  } catch (error) {
    const isExpected =
      error instanceof z.ZodError || error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    if (!isExpected) throw error
  }
  return refused({ code: 'backup_unreadable', folder })
}

import { rm } from 'node:fs/promises'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { cloneDatabase, startTestCluster } from '#tests/database.ts'
import { demoTemplate, testEnvironment } from '#tests/demo.ts'
import { type Running, startEscale } from '#tests/operations/process.ts'
import { withOwner } from '#platform/db.ts'
import { type HouseSize, fillHouse } from './large-house.ts'

/** Where measures are made: one PostgreSQL for all, databases and servers that end with it. */
export type Ground = {
  /** A database of its own with the schema and nothing else. */
  emptyDatabase(): Promise<string>
  /** A database of its own with the demonstration. */
  demoDatabase(): Promise<string>
  /** A national instance of this size. Made once, shared by the measures that only read. */
  largeHouse(size: HouseSize): Promise<string>
  /** The real server, web and worker, in a process of its own on this database. */
  serve(databaseUrl: string): Promise<Running>
  /** An empty folder. */
  folder(): string
  /** Remembers to end something that a measure opened. */
  atEnd(close: () => Promise<unknown>): void
  close(): Promise<void>
}

const parent = join(import.meta.dirname, '../.escale')

export async function openGround(): Promise<Ground> {
  const cluster = await startTestCluster()
  const closers: (() => Promise<unknown>)[] = [() => cluster.stop()]
  const houses = new Map<string, Promise<string>>()

  async function clone(template: string): Promise<string> {
    const { url, drop } = await cloneDatabase(template)
    closers.push(drop)
    return url
  }
  async function build(size: HouseSize): Promise<string> {
    const url = await clone(await cluster.template())
    await withOwner(url, (owner) => fillHouse(owner, size))
    return url
  }
  function folder(): string {
    mkdirSync(parent, { recursive: true })
    const made = mkdtempSync(join(parent, 'bench-'))
    closers.push(() => rm(made, { recursive: true, force: true }))
    return made
  }
  return {
    emptyDatabase: async () => clone(await cluster.template()),
    demoDatabase: async () => clone(await demoTemplate(cluster.url)),
    largeHouse: (size) => {
      const key = JSON.stringify(size)
      const house = houses.get(key) ?? build(size)
      houses.set(key, house)
      return house
    },
    serve: async (databaseUrl) => {
      const running = await startEscale(folder(), { ESCALE_SECRET: testEnvironment.ESCALE_SECRET, DATABASE_URL: databaseUrl })
      closers.push(() => running.stop())
      return running
    },
    folder,
    atEnd: (close) => closers.push(close),
    close: async () => {
      // One that cannot end must not leave the others behind.
      const failures: unknown[] = []
      for (const close of closers.splice(0).toReversed()) await close().catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw new AggregateError(failures, 'the benches could not put everything away')
    },
  }
}

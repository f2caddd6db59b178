import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPaths } from 'node:path'
import { type KyselyPlugin, type RawBuilder, sql } from 'kysely'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import { type Ctx, type Services, act, readAs } from '#platform/context.ts'
import { connect, violatedConstraint, withOwner } from '#platform/db.ts'
import { openDiskStore } from '#platform/files/disk-store.ts'
import { openLog } from '#platform/log.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { freshSealingKey, readSealingKeys } from '#platform/sealing.ts'
import { cloneDatabase } from './database.ts'

/** Someone who acts for an organisation. */
export type Somebody = { readonly kind: 'account'; readonly accountId: AccountId; readonly organisationId: OrganisationId }

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * A real database of its own for one test file, with the means to act in it as anybody.
 * The clock stands still at `now`, so that a red test is red twice.
 */
export async function openWorld(templateUrl: string, now = '2026-03-02T08:00:00.000Z') {
  const copy = await cloneDatabase(templateUrl)
  const folder = mkdtempSync(joinPaths(tmpdir(), 'escale-world-'))
  const db = connect({ ownerUrl: copy.url }, 4)
  let queries = 0
  const counted = { ...db, web: db.web.withPlugin(countingPlugin(() => (queries += 1))) }
  const services = {
    db: counted,
    now: () => now as Instant,
    log: openLog({ ESCALE_LOG: 'silent' }),
    publicUrl: 'http://localhost',
    secret: 's'.repeat(32),
    sealingKeys: readSealingKeys(freshSealingKey('k1')),
    files: openDiskStore(folder),
  } as Services
  return {
    services,
    ownerUrl: copy.url,
    /** One use-case in its transaction, as a door runs it. */
    as: <Result extends Outcome<unknown, unknown>>(who: Somebody, run: (ctx: Ctx) => Promise<Result>) => act(services, who, run),
    read: <Result>(who: Somebody, run: (ctx: Ctx) => Promise<Result>) => readAs(services, who, run),
    /** How many statements a read sends, the opening of its transaction left out. */
    countQueries: async (who: Somebody, run: (ctx: Ctx) => Promise<unknown>): Promise<number> =>
      readAs(services, who, async (ctx) => {
        const before = queries
        await run(ctx)
        return queries - before
      }),
    /**
     * What the database itself answers to statements no use-case looked at, deferred checks included: the name of the constraint, or
     * the SQLSTATE, that stops them; null when nothing does. Nothing stays written.
     */
    stoppedBy: async (who: Somebody, ...statements: readonly (RawBuilder<unknown> | string)[]): Promise<string | null> => {
      try {
        await readAs(services, who, async (ctx) => {
          for (const statement of statements) await (typeof statement === 'string' ? sql.raw(statement) : statement).execute(ctx.tx)
          await sql`set constraints all immediate`.execute(ctx.tx)
          throw new Error('nothing stopped it')
        })
      } catch (error) {
        return violatedConstraint(error) ?? (error as { code?: string }).code ?? null
      }
      return null
    },
    /** An organisation that works in Escale, and its first administrator, who is also an officer. */
    found: (name: string, kind = 'department') => found(copy.url, name, kind),
    /** A colleague with these roles. */
    join: (organisationId: OrganisationId, roles: readonly Role[]) => join(copy.url, organisationId, roles),
    close: async () => {
      await db.close()
      await copy.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function countingPlugin(count: () => void): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      count()
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}

async function found(ownerUrl: string, name: string, kind: string): Promise<Somebody> {
  const organisationId = crypto.randomUUID() as OrganisationId
  const accountId = await anAccount(ownerUrl, `Agent de ${name}`)
  await withOwner(ownerUrl, (owner) =>
    owner.query(`select identity.found($1, $2, $3, $4, 'FR', 'Rochebrune', 'EUR', 'Europe/Paris', 'fr')`, [
      accountId,
      organisationId,
      name,
      kind,
    ]),
  )
  return { kind: 'account', accountId, organisationId }
}

async function join(ownerUrl: string, organisationId: OrganisationId, roles: readonly Role[]): Promise<Somebody> {
  const accountId = await anAccount(ownerUrl, 'Collègue')
  await withOwner(ownerUrl, (owner) =>
    owner.query('insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3)', [
      accountId,
      organisationId,
      roles,
    ]),
  )
  return { kind: 'account', accountId, organisationId }
}

async function anAccount(ownerUrl: string, name: string): Promise<AccountId> {
  const accountId = crypto.randomUUID() as AccountId
  await withOwner(ownerUrl, (owner) =>
    owner.query(`insert into auth."user" (id, name, email) values ($1, $2, $3)`, [accountId, name, `${accountId}@example.org`]),
  )
  return accountId
}

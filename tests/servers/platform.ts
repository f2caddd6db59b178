import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import { type Config, readConfig } from '#platform/config.ts'
import type { Caller, Services } from '#platform/context.ts'
import { connect, withOwner } from '#platform/db.ts'
import { openFileStore } from '#platform/files.ts'
import { openLog } from '#platform/log.ts'
import { asId } from '#platform/pure/ids.ts'
import { type Instant, instantOfMilliseconds } from '#platform/pure/instant.ts'
import { freshSealingKey, readSealingKeys } from '#platform/sealing.ts'
import { cloneDatabase } from '../database.ts'

export type TestPlatform = {
  readonly services: Services
  readonly ownerUrl: string
  /** Moves the clock of the services; it stands still between two calls. */
  setClock(now: Instant): void
  close(): Promise<void>
}

/** The services of a process on a copy of the template database, with a clock that stands still and a folder of its own. */
export async function openTestPlatform(templateUrl: string, environment: Record<string, string> = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-test-'))
  const database = await cloneDatabase(templateUrl)
  const config: Config = readConfig({ ESCALE_DATA: folder, ESCALE_LOG: 'silent', ...environment })
  const db = connect({ ownerUrl: database.url }, 8)
  let clock = instantOfMilliseconds(Date.UTC(2019, 1, 8, 9, 30))
  const services: Services = {
    config,
    db,
    files: openFileStore(config),
    log: openLog(config),
    now: () => clock,
    publicUrl: 'https://escale.example',
    secret: 'a secret of the tests, as long as it takes',
    sealingKeys: readSealingKeys(freshSealingKey('k1')),
  }
  return {
    services,
    ownerUrl: database.url,
    setClock: (now) => {
      clock = now
    },
    close: async () => {
      await db.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type TestOrganisation = { readonly organisationId: OrganisationId; readonly accountId: AccountId; readonly caller: Caller }

/** An organisation that works in the product, with one account: its administrator and officer. */
export async function aWorkspace(platform: Pick<TestPlatform, 'ownerUrl'>, name: string): Promise<TestOrganisation> {
  const organisationId = asId<'organisation'>(crypto.randomUUID())
  const accountId = await anAccount(platform, `Agent ${name}`)
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(`select identity.found($1, $2, $3, 'department', 'FR', 'Marseille', 'EUR', 'Europe/Paris', 'fr')`, [
      accountId,
      organisationId,
      name,
    ]),
  )
  return { organisationId, accountId, caller: { kind: 'account', accountId, organisationId } }
}

export async function anAccount(platform: Pick<TestPlatform, 'ownerUrl'>, name: string): Promise<AccountId> {
  const accountId = asId<'account'>(crypto.randomUUID())
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(`insert into auth."user" (id, name, email) values ($1, $2, $3)`, [accountId, name, `${accountId}@example.org`]),
  )
  return accountId
}

/** Another account of the same organisation, with these roles. */
export async function aColleague(
  platform: Pick<TestPlatform, 'ownerUrl'>,
  organisation: TestOrganisation,
  roles: readonly Role[],
): Promise<Caller & { kind: 'account' }> {
  const accountId = await anAccount(platform, `Colleague ${roles.join(' ')}`)
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query('insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3)', [
      accountId,
      organisation.organisationId,
      roles,
    ]),
  )
  return { kind: 'account', accountId, organisationId: organisation.organisationId }
}

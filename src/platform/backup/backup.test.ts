import { appendFile, cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { act } from '../context.ts'
import { withOwner } from '../db.ts'
import { openDiskStore } from '../files/disk-store.ts'
import { keepFile } from '../files.ts'
import { type FileStore, contentPath } from '../files/store.ts'
import { sweepContents } from '../files/sweep.ts'
import { verifyJournal } from '../journal.ts'
import { queueMail } from '../mail.ts'
import { migrate } from '../migrate.ts'
import { instantOfMilliseconds } from '../pure/instant.ts'
import { valueOf } from '../pure/outcome.ts'
import { dumpSchema } from '../schema-dump.ts'
import { cloneDatabase, databaseUrl } from '#tests/database.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type Manifest, backup, restore } from '../backup.ts'

let platform: TestPlatform
let lead: TestOrganisation
let root = ''
let made: Manifest
let contentDigest = ''
const madeAt = instantOfMilliseconds(Date.UTC(2019, 1, 8))
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'escale-backup-'))
  platform = await openTestPlatform(inject('templateUrl'))
  lead = await aWorkspace(platform, 'Département des Bouches-du-Rhône')
  await fillMission()
  made = valueOf(await backup(platform.ownerUrl, platform.services.files, join(root, 'made'), madeAt))
})

afterAll(async () => {
  await platform.close()
  for (const close of closers) await close()
  await rm(root, { recursive: true, force: true })
})

/** Rows that are hard to put back: texts with every separator, references in a circle and to oneself, a reversal, generated columns, an erased payload, a job. */
async function fillMission(): Promise<void> {
  const missionId = crypto.randomUUID()
  await withOwner(platform.ownerUrl, async (owner) => {
    const memberId = crypto.randomUUID()
    await owner.query('begin')
    await owner.query(`insert into missions.mission (id, lead_organisation_id, title) values ($1, $2, $3)`, [
      missionId,
      lead.organisationId,
      { fr: 'Gênes \\ "port"\tà\nl’aube' },
    ])
    await owner.query(`insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'lead')`, [
      missionId,
      lead.organisationId,
    ])
    await owner.query(
      `insert into delegations.member (id, mission_id, organisation_id, given_name, family_name, category) values ($1, $2, $3, 'Paul', 'Rossi', 'elected')`,
      [memberId, missionId, lead.organisationId],
    )
    await owner.query('update missions.mission set head_member_id = $1 where id = $2', [memberId, missionId])
    await owner.query('commit')
    await owner.query(
      `insert into app.request_once (id, organisation_id, operation, answer) values (gen_random_uuid(), $1, 'x', '{"n": 1.10}')`,
      [lead.organisationId],
    )
    await owner.query('update app.journal set payload = null where seq = 2')
  })
  await act(platform.services, lead.caller, async (ctx) => {
    const file = await keepFile(ctx, { name: 'reçu.txt', bytes: Buffer.from('Hôtel 117,87 €') })
    await queueMail(ctx, { to: 'a@ville.example', language: 'fr', subject: 'Bonjour', paragraphs: ['…'] })
    contentDigest = valueOf(file).sha256
    return file
  })
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${crypto.randomUUID().slice(0, 8)}`
  const admin = databaseUrl(platform.ownerUrl, 'postgres')
  await withOwner(admin, (owner) => owner.query(`create database ${name}`))
  closers.push(() => withOwner(admin, (owner) => owner.query(`drop database if exists ${name} with (force)`)).then(() => {}))
  return databaseUrl(platform.ownerUrl, name)
}

function newStore(): FileStore {
  return openDiskStore(join(root, `store-${crypto.randomUUID()}`))
}

async function copyOfBackup(): Promise<string> {
  const folder = join(root, `copy-${crypto.randomUUID()}`)
  await cp(join(root, 'made'), folder, { recursive: true })
  return folder
}

test('a restored database gives the same backup, a valid journal, the contents and the waiting jobs', async () => {
  const url = await emptyDatabase()
  const store = newStore()

  const restored = await restore(join(root, 'made'), url, store)
  const again = valueOf(await backup(url, store, join(root, 'again'), madeAt))

  expect(restored.ok).toBe(true)
  expect(again).toEqual(made)
  expect(made.tables['missions.mission']?.rows).toBe(1)
  expect(made.jobs.rows).toBe(1)
  expect(await store.get(contentDigest)).toEqual(Buffer.from('Hôtel 117,87 €'))
  const proof = await withOwner(url, (owner) => verifyJournal(owner, made.journalHeads))
  expect([proof.faults, proof.entries > 5]).toEqual([[], true])
})

test('the restored database is alive: its triggers, constraints and second lock are those of a new one', async () => {
  const url = await emptyDatabase()
  await restore(join(root, 'made'), url, newStore())

  await withOwner(url, async (owner) => {
    const before = (await owner.query('select from app.journal')).rowCount ?? 0
    await owner.query(`update missions.mission set state = 'preparation'`)
    const disabled = await owner.query(`select from pg_trigger where tgenabled <> 'O' and not tgisinternal`)
    expect((await owner.query('select from app.journal')).rowCount).toBeGreaterThan(before)
    expect(disabled.rowCount).toBe(0)
    expect(await dumpSchema(owner)).toBe(await withOwner(inject('templateUrl'), dumpSchema))
    await expect(owner.query('delete from app.journal')).rejects.toThrow('append-only')
  })
})

test('a database that was already migrated is filled too, one that holds data is refused', async () => {
  const migrated = await cloneDatabase(inject('templateUrl'))
  closers.push(migrated.drop)

  const first = await restore(join(root, 'made'), migrated.url, newStore())
  const second = await restore(join(root, 'made'), migrated.url, newStore())

  expect(first.ok).toBe(true)
  expect(second).toEqual({ ok: false, problem: { code: 'database_not_empty', table: 'app.file' } })
})

test('a backup of another version is refused, and the database stays empty', async () => {
  const folder = await copyOfBackup()
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  manifest.migrations.push({ name: '9999_of_the_future.sql', digest: '0'.repeat(64) })
  await writeFile(path, JSON.stringify(manifest))
  const url = await emptyDatabase()

  const outcome = await restore(folder, url, newStore())

  expect(outcome).toEqual({ ok: false, problem: { code: 'backup_of_another_version', migration: '9999_of_the_future.sql' } })
  expect(await withOwner(url, async (owner) => (await owner.query(`select from pg_namespace where nspname = 'app'`)).rowCount)).toBe(0)
})

test.each([
  [
    'a table with one row too many',
    (folder: string) => appendFile(join(folder, 'tables/directory.person.copy'), 'x\n'),
    { code: 'backup_damaged', file: 'tables/directory.person.copy' },
  ],
  [
    'a table that is missing',
    (folder: string) => rm(join(folder, 'tables/app.mail.copy')),
    { code: 'backup_damaged', file: 'tables/app.mail.copy' },
  ],
  ['jobs that were edited', (folder: string) => writeFile(join(folder, 'jobs.jsonl'), ''), { code: 'backup_damaged', file: 'jobs.jsonl' }],
  [
    'a content that is missing',
    (folder: string) => rm(join(folder, 'files', contentPath(contentDigest))),
    { code: 'backup_damaged', file: 'files' },
  ],
])('%s is noticed before anything is touched', async (_, harm, problem) => {
  const folder = await copyOfBackup()
  await harm(folder)
  const url = await emptyDatabase()

  expect(await restore(folder, url, newStore())).toEqual({ ok: false, problem })
  expect(await withOwner(url, async (owner) => (await owner.query(`select from pg_namespace where nspname = 'app'`)).rowCount)).toBe(0)
})

test('a folder without a finished backup is refused', async () => {
  const folder = await copyOfBackup()
  await rm(join(folder, 'manifest.json'))

  expect(await restore(folder, await emptyDatabase(), newStore())).toEqual({ ok: false, problem: { code: 'backup_unreadable', folder } })
})

test('a backup whose journal was tampered with is not restored, even with its digests mended', async () => {
  const url = await emptyDatabase()
  await restore(join(root, 'made'), url, newStore())
  await withOwner(url, async (owner) => {
    await owner.query('alter table app.journal disable trigger user')
    await owner.query(`update app.journal set actor_name = 'Quelqu’un d’autre' where seq = 1 and chain = $1`, [lead.organisationId])
    await owner.query('alter table app.journal enable trigger user')
  })
  const tampered = join(root, 'tampered')
  const store = openDiskStore(join(root, 'made/files'))
  valueOf(await backup(url, store, tampered, madeAt))

  const target = await emptyDatabase()
  const outcome = await restore(tampered, target, newStore())

  expect(outcome).toMatchObject({ ok: false, problem: { code: 'journal_broken', faults: [{ fault: 'altered', seq: '1' }] } })
  expect(await withOwner(target, async (owner) => (await owner.query('select from missions.mission')).rowCount)).toBe(0)
})

test('a backup is not mixed with what is in a folder already', async () => {
  expect(await backup(platform.ownerUrl, platform.services.files, join(root, 'made'), madeAt)).toEqual({
    ok: false,
    problem: { code: 'backup_folder_not_empty', folder: join(root, 'made') },
  })
})

test('a content that the store has lost stops the backup, and no manifest pretends otherwise', async () => {
  const folder = join(root, 'incomplete')

  await expect(backup(platform.ownerUrl, newStore(), folder, madeAt)).rejects.toThrow(`the content ${contentDigest}`)

  expect(await readdir(folder)).not.toContain('manifest.json')
})

test('the files of a backup are for the eyes of its owner only', async () => {
  const paths = ['manifest.json', 'jobs.jsonl', 'tables/auth.user.copy', join('files', contentPath(contentDigest))]

  const modes = await Promise.all(paths.map(async (path) => (await stat(join(root, 'made', path))).mode & 0o077))

  expect(modes).toEqual([0, 0, 0, 0])
})

test('nothing is swept away while a backup is being made', async () => {
  const store = newStore()
  const { sha256 } = await store.put(Buffer.from('of no row'))
  const other = new Client({ connectionString: platform.ownerUrl })
  await other.connect()
  await other.query(`select pg_advisory_lock_shared(hashtext('escale contents'))`)

  const during = await withOwner(platform.ownerUrl, (owner) => sweepContents(owner, store))
  await other.end()
  const after = await withOwner(platform.ownerUrl, (owner) => sweepContents(owner, store))

  expect([during, after, await store.has(sha256)]).toEqual([0, 1, false])
})

test('the owner of the schema needs not be a superuser, to back up or to restore', async () => {
  const role = `owner_${crypto.randomUUID().slice(0, 8)}`
  const database = `of_${role}`
  const admin = databaseUrl(platform.ownerUrl, 'postgres')
  await withOwner(admin, async (superuser) => {
    await superuser.query(
      `create role ${role} login password 'x' nosuperuser; grant escale_web, escale_auth, escale_keeper to ${role} with admin option`,
    )
    await superuser.query(`create database ${database} owner ${role}`)
  })
  closers.push(() =>
    withOwner(admin, async (superuser) => {
      await superuser.query(`drop database if exists ${database} with (force)`)
      await superuser.query(`drop role ${role}`)
    }),
  )
  const url = new URL(databaseUrl(platform.ownerUrl, database))
  url.username = role
  url.password = 'x'
  const store = newStore()

  const restored = await restore(join(root, 'made'), url.href, store)
  const again = valueOf(await backup(url.href, store, join(root, 'by-owner'), madeAt))

  expect(restored.ok).toBe(true)
  expect(again).toEqual(made)
})

test('a migrated but empty database backs up and restores as well', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  const empty = valueOf(await backup(url, newStore(), join(root, 'empty'), madeAt))

  const outcome = await restore(join(root, 'empty'), await emptyDatabase(), newStore())

  expect(empty.tables['app.file']?.rows).toBe(0)
  expect(empty.tables['directory.city']?.rows).toBeGreaterThan(0)
  expect(outcome).toEqual({ ok: true, value: empty })
})

import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Sealed } from '#platform/sealing.ts'
import type { ApplicationId } from '../domain/application.ts'
import type { OwnPassport, PassportReader, ReaderRank, Reading, ReadingPurpose, ToldPassport } from '../domain/passport.ts'

/** Someone of the acting organisation named to read the passports of a mission. */
export type NamedReader = {
  readonly accountId: AccountId
  readonly name: string
  readonly missionId: string
  readonly missionTitle: Localized
}

type Door = Tx | Databases['web']

/** By the secret of the traveller's page; null without a place. */
export async function readOwnPassport(web: Door, secretDigest: Buffer): Promise<OwnPassport | null> {
  const { rows } = await sql<OwnPassport>`select * from registration.own_passport(${secretDigest})`.execute(web)
  return rows[0] ?? null
}

/** False without a place, where no destination of their own asks for it, or once the journey is over. */
export async function writeOwnPassport(
  web: Door,
  secretDigest: Buffer,
  { keyId, sealed, expiresOn }: Sealed & { readonly expiresOn: LocalDate },
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ isWritten: boolean }>`
    select registration.write_passport(${secretDigest}, ${keyId}, ${sealed}, ${expiresOn}, ${now}) as is_written`.execute(web)
  return rows[0]?.isWritten === true
}

export async function eraseOwnPassport(web: Door, secretDigest: Buffer): Promise<boolean> {
  const { rows } = await sql<{ isErased: boolean }>`select registration.erase_own_passport(${secretDigest}) as is_erased`.execute(web)
  return rows[0]?.isErased === true
}

/** The countries for which passports are asked. */
export async function listAsks(tx: Tx, missionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('registration.passportAsk')
    .where('missionId', '=', missionId)
    .select('country')
    .orderBy('country')
    .execute()
  return rows.map(({ country }) => country)
}

export async function changeAsks(tx: Tx, missionId: string, added: readonly string[], removed: readonly string[]): Promise<void> {
  if (added.length > 0)
    await tx
      .insertInto('registration.passportAsk')
      .values(added.map((country) => ({ missionId, country })))
      .onConflict((conflict) => conflict.constraint('a_destination_is_asked_once').doNothing())
      .execute()
  if (removed.length > 0)
    await tx.deleteFrom('registration.passportAsk').where('missionId', '=', missionId).where('country', 'in', removed).execute()
}

export async function listReaders(tx: Tx, missionId: string): Promise<PassportReader[]> {
  return tx
    .selectFrom('registration.passportReader as r')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'r.organisationId')
    .where('r.missionId', '=', missionId)
    .select(['r.rank', 'r.accountId', 'r.organisationId', 'o.name as organisationName', 'r.name'])
    .orderBy('r.rank')
    .$castTo<PassportReader>()
    .execute()
}

/** Colleagues of the acting organisation, or who were, whom a mission that is not over names to read its passports. */
export async function listNamedReaders(tx: Tx, today: LocalDate): Promise<NamedReader[]> {
  return tx
    .selectFrom('registration.passportReader as r')
    .innerJoin('missions.pubMission as m', 'm.id', 'r.missionId')
    .where(sql<boolean>`r.organisation_id = app.actor_organisation() and coalesce(m.ends_on >= ${today}, true)`)
    .select(['r.accountId', 'r.name', 'm.id as missionId', 'm.title as missionTitle'])
    .orderBy('r.name')
    .orderBy('m.id')
    .$castTo<NamedReader>()
    .execute()
}

/** `unknown`: nobody of the mission has this address. */
export async function nameReader(tx: Tx, missionId: string, rank: ReaderRank, email: string): Promise<'named' | 'unknown'> {
  const { rows } = await sql<{ outcome: 'named' | 'unknown' }>`
    select registration.name_passport_reader(${missionId}, ${rank}::smallint, ${email}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'unknown'
}

export async function removeReader(tx: Tx, missionId: string, rank: ReaderRank): Promise<void> {
  await tx.deleteFrom('registration.passportReader').where('missionId', '=', missionId).where('rank', '=', rank).execute()
}

/** Who is asked theirs, and whether they told it: one's own people for those who prepare their journey, and those the acting person may read. */
export async function listToldPassports(tx: Tx, missionId: string): Promise<ToldPassport[]> {
  const { rows } = await sql<ToldPassport>`
    select * from registration.passports_told(${missionId}) order by app.fold(family_name), app.fold(given_name), application_id`.execute(
    tx,
  )
  return rows
}

export type SealedPassport = Sealed & {
  readonly applicationId: ApplicationId
  readonly memberId: string
  readonly expiresOn: LocalDate
}

/** Opens the door once for these applications, and notes each reading in the same statement. Nothing for who may not read. */
export async function readSealedPassports(
  tx: Tx,
  missionId: string,
  applicationIds: readonly string[],
  purpose: ReadingPurpose,
  now: Instant,
): Promise<SealedPassport[]> {
  const { rows } = await sql<SealedPassport>`
    select * from registration.read_passports(${missionId}, ${[...applicationIds]}::uuid[], ${purpose}, ${now})`.execute(tx)
  return rows
}

/** Who read the passports of the acting organisation's people. */
export async function listReadings(
  tx: Tx,
  missionId: string,
): Promise<(Reading & { readonly id: string; readonly givenName: string; readonly familyName: string })[]> {
  return tx
    .selectFrom('registration.passportReading as d')
    .innerJoin('registration.application as a', 'a.id', 'd.applicationId')
    .where('d.missionId', '=', missionId)
    .select([
      'd.id',
      'd.readAt',
      'd.readerName as name',
      'd.readerOrganisation as organisation',
      'd.purpose',
      'a.givenName',
      'a.familyName',
    ])
    .orderBy('d.readAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(200)
    .$castTo<Reading & { id: string; givenName: string; familyName: string }>()
    .execute()
}

/** Passports sealed with another key than this one, locked. */
export async function lockSealedOtherwise(
  owner: Pick<pg.ClientBase, 'query'>,
  keyId: string,
  limit = 100,
): Promise<(Sealed & { readonly applicationId: string })[]> {
  const { rows } = await owner.query<Sealed & { applicationId: string }>(
    `select application_id as "applicationId", key_id as "keyId", sealed from registration.passport where key_id <> $1 order by id limit $2 for update skip locked`,
    [keyId, limit],
  )
  return rows
}

export async function sealAgain(owner: Pick<pg.ClientBase, 'query'>, applicationId: string, { keyId, sealed }: Sealed): Promise<void> {
  await owner.query('update registration.passport set key_id = $2, sealed = $3 where application_id = $1', [applicationId, keyId, sealed])
}

/** One sealed passport per key, the latest: enough to know whether the key is still the one. */
export async function sealedPerKey(
  owner: Pick<pg.ClientBase, 'query'>,
): Promise<(Sealed & { readonly applicationId: string; readonly count: number })[]> {
  const { rows } = await owner.query<Sealed & { applicationId: string; count: number }>(
    `select distinct on (key_id) key_id as "keyId", sealed, application_id as "applicationId", count(*) over (partition by key_id)::int as count
       from registration.passport order by key_id, written_at desc`,
  )
  return rows
}

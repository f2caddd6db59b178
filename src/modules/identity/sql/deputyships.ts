import type { AccountId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Addressee } from './members.ts'
import type { Deputising, DeputyshipId } from '../domain/deputyship.ts'

/** Who stands in for whom in the acting organisation, the latest first. */
export async function listDeputyships(tx: Tx): Promise<Deputising[]> {
  return tx
    .selectFrom('identity.deputyship as d')
    .innerJoin('identity.accountCard as principal', 'principal.id', 'd.principalId')
    .innerJoin('identity.accountCard as deputy', 'deputy.id', 'd.deputyId')
    .select((eb) => [
      'd.id',
      'd.principalId',
      'principal.name as principalName',
      'd.deputyId',
      'deputy.name as deputyName',
      'd.startsOn',
      'd.endsOn',
      'd.reason',
      eb('d.endedAt', 'is not', null).as('hasEnded'),
    ])
    .orderBy('d.startsOn', 'desc')
    .orderBy('d.id', 'desc')
    .$castTo<Deputising>()
    .execute()
}

/** Those of these accounts that are members, and how to write to them. */
export async function listConcerned(tx: Tx, accountIds: readonly AccountId[]): Promise<Addressee[]> {
  return tx
    .selectFrom('identity.accountCard')
    .select(['id as accountId', 'name', 'email', 'locale'])
    .where('id', 'in', accountIds)
    .$castTo<Addressee>()
    .execute()
}

export type NewDeputyship = {
  readonly principalId: AccountId
  readonly deputyId: AccountId
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly reason: string
}

export async function addDeputyship(tx: Tx, deputyship: NewDeputyship): Promise<void> {
  await tx.insertInto('identity.deputyship').values(deputyship).execute()
}

export async function endDeputyship(tx: Tx, id: DeputyshipId, now: Instant): Promise<void> {
  await tx.updateTable('identity.deputyship').set({ endedAt: now }).where('id', '=', id).where('endedAt', 'is', null).execute()
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Erasure, ErasureReason, KeptCard, RetentionRule, Stayed } from '../domain/retention.ts'

/** The rule of each ground in force on a day. */
export async function listRetentionRules(tx: Tx, day: LocalDate): Promise<RetentionRule[]> {
  const { rows } = await sql<RetentionRule>`
    select distinct on (legal_basis) legal_basis, days, ground from directory.retention_rule where valid_from <= ${day} order by legal_basis, valid_from desc`.execute(
    tx,
  )
  return rows
}

/** Cards whose own last contact, or else the day they were made, is before a day: only they can be overdue. */
export async function listCardsOlderThan(tx: Tx, day: LocalDate, limit: number): Promise<KeptCard[]> {
  const { rows } = await sql<KeptCard>`
    select id, given_name, family_name, legal_basis, coalesce(last_contact_on, created_at::date) as last_contact_on
      from directory.person where coalesce(last_contact_on, created_at::date) < ${day}
      order by coalesce(last_contact_on, created_at::date), id limit ${limit}`.execute(tx)
  return rows
}

export type ErasureFacts = {
  readonly cardId: string
  readonly reason: ErasureReason
  readonly stayed: Stayed
  readonly recordedAt: Instant
}

export async function insertErasure(tx: Tx, { stayed, ...facts }: ErasureFacts): Promise<void> {
  await tx
    .insertInto('directory.erasure')
    .values({ ...facts, stayed: JSON.stringify(stayed) })
    .execute()
}

/** Empties what the journal holds of a card whose erasing is written; answers how many entries. */
export async function forgetHistory(tx: Tx, cardId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select directory.forget_history(${cardId}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The latest first. */
export async function listErasures(tx: Tx, limit: number): Promise<Erasure[]> {
  return tx
    .selectFrom('directory.erasure')
    .select(['id', 'reason', 'stayed', 'recordedAt'])
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .$castTo<Erasure>()
    .execute()
}

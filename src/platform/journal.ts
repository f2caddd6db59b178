import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from './db.ts'

/**
 * Names of the events of the product. Each module adds its own by declaration merging:
 * `declare module '#platform/journal.ts' { interface JournalEvents { 'mission.created': true } }`.
 */
export interface JournalEvents {
  'organisation.founded': true
}

/**
 * Every changed row is written to the journal by the database itself (statement triggers, see 0001_platform.sql);
 * a use-case only says, before it saves, which event the changes belong to.
 */
export type Journal = {
  /** Names the event of all changes that follow in this transaction. */
  event(name: keyof JournalEvents): Promise<void>
}

export function journalIn(tx: Tx): Journal {
  return {
    event: async (name) => {
      await sql`select set_config('app.event', ${name}, true)`.execute(tx)
    },
  }
}

export type ChainFault = {
  readonly chain: string
  readonly seq: string
  readonly fault: 'altered' | 'missing' | 'unlinked' | 'payload_altered' | 'head_differs'
}
export type JournalProof = {
  readonly chains: number
  readonly entries: number
  readonly faults: readonly ChainFault[]
  readonly heads: Readonly<Record<string, string>>
}

/**
 * Recomputes every chain: altered entry, altered payload, missing or reordered entry, head that does not match.
 * A tail cut off together with its head can only be seen against heads kept elsewhere: `knownHeads` (chain → digest).
 */
export async function verifyJournal(owner: pg.Client, knownHeads: Readonly<Record<string, string>> = {}): Promise<JournalProof> {
  const faults = await owner.query<ChainFault>(`
    with linked as (
      select j, lag(seq) over w as before_seq, lag(digest) over w as before_digest,
             row_number() over (partition by chain order by seq desc) = 1 as is_last
      from app.journal j window w as (partition by chain order by seq)
    )
    select (j).chain, (j).seq::text as seq, fault
    from linked
    left join app.journal_head h on h.chain = (j).chain
    cross join lateral (values
      (case when app.journal_digest(j) <> (j).digest then 'altered' end),
      (case when (j).payload is not null and sha256(convert_to((j).payload::text, 'UTF8')) <> (j).payload_digest then 'payload_altered' end),
      (case when (j).seq <> coalesce(before_seq, 0) + 1 then 'missing' end),
      (case when (j).previous_digest <> coalesce(before_digest, sha256(convert_to((j).chain::text, 'UTF8'))) then 'unlinked' end),
      (case when is_last and (h.digest is distinct from (j).digest or h.seq is distinct from (j).seq) then 'head_differs' end)
    ) f (fault)
    where fault is not null
    union all
    select h.chain, h.seq::text, 'missing' from app.journal_head h
    where h.seq > 0 and not exists (select from app.journal j where j.chain = h.chain)
    order by 1, 2`)
  const heads = await owner.query<{ chain: string; digest: string }>(
    `select chain, encode(digest, 'hex') as digest from app.journal_head order by chain`,
  )
  const count = await owner.query<{ entries: number }>('select count(*)::int as entries from app.journal')
  const anchored: ChainFault[] = []
  for (const [chain, digest] of Object.entries(knownHeads)) {
    const still = await owner.query(`select from app.journal where chain = $1 and digest = decode($2, 'hex')`, [chain, digest])
    if (still.rowCount === 0) anchored.push({ chain, seq: 'known head', fault: 'missing' })
  }
  return {
    chains: heads.rows.length,
    entries: count.rows[0]?.entries ?? 0,
    faults: [...faults.rows, ...anchored],
    heads: Object.fromEntries(heads.rows.map((row) => [row.chain, row.digest])),
  }
}

import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { MemberFacts } from '#modules/delegations/index.ts'
import type { FactsDraft, OwnFacts } from '../domain/own-facts.ts'
import type { LetterKind, LetterWords } from '../domain/letter.ts'
import type { NewSubstitution } from './substitutions.ts'

type Door = Tx | Databases['web']

/** By the secret of the traveller's page; null without a place. */
export async function readOwnFacts(web: Door, secretDigest: Buffer): Promise<OwnFacts | null> {
  const { rows } = await sql<OwnFacts>`select * from registration.own_facts(${secretDigest})`.execute(web)
  return rows[0] ?? null
}

/** At once, or as a request once the delegation is frozen. */
export async function changeOwnFacts(
  web: Door,
  secretDigest: Buffer,
  facts: FactsDraft,
  now: Instant,
): Promise<'applied' | 'asked' | 'closed'> {
  const { rows } = await sql<{ outcome: 'applied' | 'asked' | 'closed' }>`
    select registration.change_own_facts(${secretDigest}, ${JSON.stringify(facts)}::jsonb, ${now}) as outcome`.execute(web)
  return rows[0]?.outcome ?? 'closed'
}

/** A letter that leaves if those who organise accept. */
export type PreparedLetter = {
  readonly kind: LetterKind
  readonly language: string
  readonly words: LetterWords
  readonly formerState: string
  readonly formerWaitingSince: Instant | null
}

/** Files the request to give a place to someone else; false without a place to give. `becomes`: what the list would say. */
export async function askSubstitution(
  tx: Tx,
  { formerId, successorId, named, reason }: NewSubstitution,
  letters: readonly PreparedLetter[],
  becomes: MemberFacts,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ isAsked: boolean }>`
    select registration.ask_substitution(${formerId}, ${successorId}, ${named && JSON.stringify(named.words)}::jsonb, ${named?.secretDigest ?? null}, ${reason},
      ${JSON.stringify(letters)}::jsonb, ${JSON.stringify(becomes)}::jsonb, ${now}) as is_asked`.execute(tx)
  return rows[0]?.isAsked === true
}

/** Does what was asked, and lets its letters leave later; false when it was decided already. */
export async function acceptSubstitution(tx: Tx, requestId: string, now: Instant, leavesAt: Instant): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select registration.accept_substitution(${requestId}, ${now}, ${leavesAt}) as is_done`.execute(tx)
  return rows[0]?.isDone === true
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Letter, LetterId } from '../domain/letter.ts'
import type { RequestId } from '../domain/request.ts'

const columns = [
  'id',
  'requestId',
  'kind',
  'language',
  'recipient',
  'email',
  'subject',
  'body',
  'writtenOn',
  'writtenByName',
  'isSent',
] as const

/** The letters that answered a request, in the order they left. */
export async function listLetters(tx: Tx, requestId: RequestId): Promise<Letter[]> {
  return tx.selectFrom('visits.letter').where('requestId', '=', requestId).select(columns).orderBy('id').$castTo<Letter>().execute()
}

export async function loadLetter(tx: Tx, requestId: string, letterId: string): Promise<Letter | null> {
  const row = await tx
    .selectFrom('visits.letter')
    .where('requestId', '=', requestId)
    .where('id', '=', letterId)
    .select(columns)
    .executeTakeFirst()
  return (row as Letter | undefined) ?? null
}

/** The letters written to someone, by their address or one of their whole names, the latest first. */
export async function listLettersTo(
  tx: Tx,
  { names, email }: { readonly names: readonly string[]; readonly email: string | null },
): Promise<Letter[]> {
  return tx
    .selectFrom('visits.letter')
    .select(columns)
    .where(sql<boolean>`app.names_someone(recipient, ${names}::text[]) or app.fold(email) = app.fold(${email})`)
    .orderBy('writtenOn', 'desc')
    .orderBy('id')
    .limit(200)
    .$castTo<Letter>()
    .execute()
}

export async function addLetter(tx: Tx, letter: Omit<Letter, 'id'>): Promise<LetterId> {
  const { id } = await tx.insertInto('visits.letter').values(letter).returning('id').executeTakeFirstOrThrow()
  return id as LetterId
}

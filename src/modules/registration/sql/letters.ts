import type pg from 'pg'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { ApplicationId } from '../domain/application.ts'
import type { Letter, LetterId, LetterKind, LetterWords } from '../domain/letter.ts'

/** The letters of an application that the acting organisation may read, the latest first. */
export async function listLetters(tx: Tx, applicationId: string): Promise<Letter[]> {
  return tx
    .selectFrom('registration.letter')
    .where('applicationId', '=', applicationId)
    .select(['id', 'applicationId', 'organisationId', 'kind', 'language', 'words', 'formerState', 'formerWaitingSince'])
    .select(['writtenAt', 'leavesAt', 'sentAt', 'undoneAt', 'replacedBy'])
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<Letter>()
    .execute()
}

/** Letters of the acting organisation that have not left: what can still be undone. */
export async function listHeldLetters(tx: Tx, missionId: string, organisationId: string): Promise<Letter[]> {
  return tx
    .selectFrom('registration.letter')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .where('sentAt', 'is', null)
    .where('undoneAt', 'is', null)
    .where('replacedBy', 'is', null)
    .select(['id', 'applicationId', 'organisationId', 'kind', 'language', 'words', 'formerState', 'formerWaitingSince'])
    .select(['writtenAt', 'leavesAt', 'sentAt', 'undoneAt', 'replacedBy'])
    .orderBy('leavesAt')
    .orderBy('id')
    .limit(500)
    .$castTo<Letter>()
    .execute()
}

/** One of the acting organisation's that has not left, locked: the task that sends waits, or has won. */
export async function lockHeldLetter(tx: Tx, applicationId: string, organisationId: string): Promise<Letter | null> {
  const row = await tx
    .selectFrom('registration.letter')
    .where('applicationId', '=', applicationId)
    .where('organisationId', '=', organisationId)
    .where('sentAt', 'is', null)
    .where('undoneAt', 'is', null)
    .where('replacedBy', 'is', null)
    .select(['id', 'applicationId', 'organisationId', 'kind', 'language', 'words', 'formerState', 'formerWaitingSince'])
    .select(['writtenAt', 'leavesAt', 'sentAt', 'undoneAt', 'replacedBy'])
    .forUpdate()
    .$castTo<Letter>()
    .executeTakeFirst()
  return row ?? null
}

export type NewLetter = Pick<
  Letter,
  'applicationId' | 'kind' | 'language' | 'words' | 'formerState' | 'formerWaitingSince' | 'writtenAt' | 'leavesAt'
> & {
  readonly missionId: string
  readonly senderId: string
}

export async function addLetters(tx: Tx, letters: readonly NewLetter[]): Promise<void> {
  for (const { words, ...letter } of letters) {
    await tx
      .insertInto('registration.letter')
      .values({ ...letter, words: JSON.stringify(words) })
      .execute()
  }
}

export async function sendLetterNow(tx: Tx, letterId: LetterId, now: Instant): Promise<void> {
  await tx.updateTable('registration.letter').set({ leavesAt: now }).where('id', '=', letterId).execute()
}

export async function undoLetter(tx: Tx, letterId: LetterId, now: Instant): Promise<void> {
  await tx.updateTable('registration.letter').set({ undoneAt: now }).where('id', '=', letterId).execute()
}

/** A letter whose time has come, and where it goes. */
export type DueLetter = {
  readonly id: LetterId
  readonly applicationId: ApplicationId
  readonly secretTurn: number
  readonly language: Letter['language']
  readonly words: LetterWords
  readonly email: string | null
}

/** Locked; those another task is sending are left to it. */
export async function lockDueLetters(owner: Pick<pg.ClientBase, 'query'>, now: Instant, limit = 100): Promise<DueLetter[]> {
  const { rows } = await owner.query<DueLetter>(
    `select l.id, l.application_id as "applicationId", a.secret_turn as "secretTurn", l.language, l.words, c.email
       from registration.letter l
       join registration.application a on a.id = l.application_id
       join registration.application_contact c on c.application_id = l.application_id
      where l.sent_at is null and l.undone_at is null and l.replaced_by is null and l.leaves_at <= $1
      order by l.leaves_at, l.id limit $2 for update of l skip locked`,
    [now, limit],
  )
  return rows
}

export async function markLetterSent(owner: Pick<pg.ClientBase, 'query'>, letterId: LetterId, now: Instant): Promise<void> {
  await owner.query('update registration.letter set sent_at = $2 where id = $1', [letterId, now])
}

/** Written by the task that promotes: it acts for the organisation whose place became free. */
export async function addPromotionLetter(
  owner: Pick<pg.ClientBase, 'query'>,
  letter: {
    readonly applicationId: string
    readonly kind: LetterKind
    readonly words: LetterWords
    readonly formerWaitingSince: Instant
    readonly now: Instant
  },
): Promise<void> {
  await owner.query(
    `insert into registration.letter (application_id, mission_id, sender_id, organisation_id, kind, language, words, former_state, former_waiting_since, written_at, leaves_at)
     select a.id, a.mission_id, a.organisation_id, a.organisation_id, $2, a.language, $3, 'waiting', $4, $5, $5 from registration.application a where a.id = $1`,
    [letter.applicationId, letter.kind, JSON.stringify(letter.words), letter.formerWaitingSince, letter.now],
  )
}

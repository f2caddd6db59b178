import type { Tx } from '#platform/db.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { CommitteeMeeting } from '../domain/papers.ts'

const columns = ['id', 'heldOn', 'place', 'ownChair', 'theirChair', 'attendees', 'writtenMinutes as minutes', 'version'] as const

export async function listCommitteeMeetings(tx: Tx, agreementId: string): Promise<CommitteeMeeting[]> {
  const rows = await tx
    .selectFrom('agreements.committeeMeeting')
    .where('agreementId', '=', agreementId)
    .select(columns)
    .orderBy('heldOn', 'desc')
    .orderBy('id')
    .execute()
  return rows as CommitteeMeeting[]
}

export async function loadCommitteeMeeting(tx: Tx, agreementId: string, meetingId: string): Promise<CommitteeMeeting | null> {
  const row = await tx
    .selectFrom('agreements.committeeMeeting')
    .where('agreementId', '=', agreementId)
    .where('id', '=', meetingId)
    .select(columns)
    .executeTakeFirst()
  return (row as CommitteeMeeting | undefined) ?? null
}

export type MeetingFacts = Omit<CommitteeMeeting, 'id' | 'version'>

export async function insertCommitteeMeeting(tx: Tx, agreementId: AgreementId, { minutes, ...meeting }: MeetingFacts): Promise<void> {
  await tx
    .insertInto('agreements.committeeMeeting')
    .values({ ...meeting, writtenMinutes: minutes, agreementId })
    .execute()
}

export async function updateCommitteeMeeting(tx: Tx, meetingId: string, { minutes, ...meeting }: MeetingFacts): Promise<void> {
  await tx
    .updateTable('agreements.committeeMeeting')
    .set({ ...meeting, writtenMinutes: minutes })
    .where('id', '=', meetingId)
    .execute()
}

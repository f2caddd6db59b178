import type { Updateable } from 'kysely'
import type { ActsAct } from '#db/types.ts'
import type { Tx } from '#platform/db.ts'
import type { Act, ActId, ActKind } from '../domain/act.ts'
import type { FrozenSnapshot } from '../domain/snapshot.ts'

type Frame = Pick<Act, 'language' | 'reference' | 'object' | 'header' | 'fiscalYear' | 'meetingOn'>

/** The columns of a frame, and nothing else that the given object may hold. */
function columnsOf({ language, reference, object, header, fiscalYear, meetingOn }: Frame) {
  return { language, reference, object, header: JSON.stringify(header), fiscalYear, meetingOn }
}

/** What a new act is about decides its kind, and the subject it has in the national file until somebody says another. */
type Opened = { readonly kind: ActKind; readonly agreementId: string | null; readonly subjectCode: string }

export async function insertAct(tx: Tx, frame: Frame, { kind, agreementId, subjectCode }: Opened): Promise<ActId> {
  const row = await tx
    .insertInto('acts.act')
    .values({ ...columnsOf(frame), kind, agreementId, subjectCode })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as ActId
}

/** Only what the act says: its state moves through the statements below. */
export async function updateFrame(tx: Tx, actId: ActId, frame: Frame & Pick<Act, 'convenedOn'>): Promise<void> {
  await updateAct(tx, actId, { ...columnsOf(frame), convenedOn: frame.convenedOn })
}

export async function updateAct(tx: Tx, actId: ActId, change: Updateable<ActsAct>): Promise<void> {
  await tx.updateTable('acts.act').set(change).where('id', '=', actId).execute()
}

/** Replaces the missions of an act as a whole, in their order. */
export async function replaceMissions(tx: Tx, actId: ActId, missionIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('acts.actMission').where('actId', '=', actId).execute()
  if (missionIds.length === 0) return
  await tx
    .insertInto('acts.actMission')
    .values(missionIds.map((missionId, position) => ({ actId, missionId, position })))
    .execute()
}

export async function insertSnapshot(tx: Tx, actId: ActId, { text, hash }: FrozenSnapshot): Promise<string> {
  const row = await tx
    .insertInto('acts.snapshot')
    .values({ actId, content: text, digest: Buffer.from(hash, 'hex') })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Gift, GiftDraft, GiftId, GiftRule, ProposedThreshold, Settlement } from '../domain/gift.ts'

/** The register, the latest first. */
export async function listGifts(tx: Tx, giftId?: string): Promise<Gift[]> {
  let query = register(tx)
  if (giftId !== undefined) query = query.where('g.id', '=', giftId)
  return query.$castTo<Gift>().execute()
}

/** The gifts of these missions, and those this organisation gave or received by its name. */
export async function listGiftsAround(tx: Tx, missionIds: readonly string[], name: string): Promise<Gift[]> {
  const isNamed = sql<boolean>`app.fold(${name}) <> '' and (app.fold(g.giver) like '%' || app.fold(${name}) || '%' or app.fold(g.recipient) like '%' || app.fold(${name}) || '%')`
  return register(tx)
    .where((eb) => (missionIds.length > 0 ? eb.or([eb('g.missionId', 'in', [...missionIds]), isNamed]) : isNamed))
    .$castTo<Gift>()
    .execute()
}

function register(tx: Tx) {
  return tx
    .selectFrom('visits.gift as g')
    .leftJoin('missions.pubMission as m', 'm.id', 'g.missionId')
    .select([
      'g.id',
      'g.missionId',
      'm.title as missionTitle',
      'g.direction',
      'g.onDay',
      'g.description',
      'g.giver',
      'g.recipient',
      'g.valueCents',
    ])
    .select(['g.qualifier', 'g.thresholdCents', 'g.disposition', 'g.declaredOn', 'g.keptWhere', 'g.version'])
    .orderBy('g.onDay', 'desc')
    .orderBy('g.id')
    .limit(500)
}

export async function lockGift(tx: Tx, giftId: string): Promise<Gift | null> {
  await sql`select from visits.gift where id = ${giftId} for no key update`.execute(tx)
  const [gift] = await listGifts(tx, giftId)
  return gift ?? null
}

export async function addGift(tx: Tx, draft: GiftDraft): Promise<GiftId> {
  const { id } = await tx
    .insertInto('visits.gift')
    .values({ ...draft, disposition: draft.direction === 'given' ? 'handed_over' : 'to_settle' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as GiftId
}

export async function settleGift(tx: Tx, id: GiftId, settlement: Settlement): Promise<void> {
  await tx.updateTable('visits.gift').set(settlement).where('id', '=', id).execute()
}

/** The thresholds one's own organisation decided, the latest first. */
export async function listGiftRules(tx: Tx): Promise<GiftRule[]> {
  return tx
    .selectFrom('visits.giftRule')
    .select(['id', 'thresholdCents', 'validFrom', 'validTo', 'source'])
    .orderBy(sql`valid_from desc nulls last`)
    .$castTo<GiftRule>()
    .execute()
}

/** The thresholds we propose, for whoever decided none. */
export async function listProposedThresholds(tx: Tx): Promise<ProposedThreshold[]> {
  return tx
    .selectFrom('visits.proposedThreshold')
    .select(['validFrom', 'thresholdCents', 'source'])
    .orderBy('validFrom', 'desc')
    .$castTo<ProposedThreshold>()
    .execute()
}

export async function addGiftRule(tx: Tx, rule: Pick<GiftRule, 'thresholdCents' | 'validFrom' | 'validTo' | 'source'>): Promise<void> {
  await tx.insertInto('visits.giftRule').values(rule).execute()
}

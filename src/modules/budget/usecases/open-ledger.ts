import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import type { Ledger } from '../domain/recording.ts'
import { mayRecordExpenses } from '../domain/rights.ts'
import { ledgerCurrency } from '../sql/related-expenses.ts'

/** The acting organisation's ledger of one mission, and the mission itself. Accounts keep the currency of their first line. */
export async function loadLedger(ctx: Ctx, missionId: string): Promise<{ ledger: Ledger; mission: Mission }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const partners = mission.partners.filter((partner) => partner.leftAt === null)
  const { organisationId, currency } = ctx.actor
  return {
    mission,
    ledger: {
      missionId: mission.id,
      organisationId,
      baseCurrency: (await ledgerCurrency(ctx.tx, mission.id, organisationId)) ?? currency,
      accountsClosedOn: partners.find((partner) => partner.organisationId === organisationId)?.accountsClosedOn ?? null,
      partnerIds: partners.map((partner) => partner.organisationId),
      today: ctx.today,
    },
  }
}

/** The same, for someone about to write in it. @throws Forbidden */
export async function openLedger(ctx: Ctx, missionId: string): Promise<{ ledger: Ledger; mission: Mission }> {
  const opened = await loadLedger(ctx, missionId)
  allow(mayRecordExpenses(ctx.actor, opened.mission.partners))
  return opened
}

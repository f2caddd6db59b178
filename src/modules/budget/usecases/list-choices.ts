import type { Ctx } from '#platform/context.ts'
import type { Mission } from '#modules/missions/index.ts'
import type { Ledger } from '../domain/recording.ts'
import { listSuppliers } from '../sql/related-expenses.ts'

/** ISO 4217 codes of precious metals, funds and tests: nobody pays a taxi with them. */
const notMoney = /^(X(AU|AG|PD|PT|TS|XX|DR|UA|BA|BB|BC|BD|SU)|CHE|CHW|BOV|COU|CLF|MXV|USN|UYI|UYW)$/

/** What the form of an expense proposes: every currency, one's own first; suppliers already named; the other partners. */
export async function expenseChoices(ctx: Ctx, ledger: Ledger, mission: Mission) {
  const others = Intl.supportedValuesOf('currency').filter((code) => code !== ledger.baseCurrency && !notMoney.test(code))
  return {
    baseCurrency: ledger.baseCurrency,
    currencies: [ledger.baseCurrency, ...others],
    suppliers: await listSuppliers(ctx.tx, ctx.actor.organisationId),
    partners: mission.partners
      .filter((partner) => partner.leftAt === null && partner.organisationId !== ledger.organisationId)
      .map(({ organisationId, name }) => ({ organisationId, name })),
    today: ctx.today,
  }
}

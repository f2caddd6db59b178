import type { MissingFact } from './completeness.ts'
import type { MissionFacts, ReportFacts } from './facts.ts'

/**
 * Do the sums of the ledger agree with each other? Categories against the total of their mission, missions against
 * the grand total: one cent off blocks the act, and so does a line still waiting for its rate.
 */
export function figuresMissing(facts: ReportFacts): readonly MissingFact[] {
  const missing = facts.missions.flatMap(missionFigures)
  const sum = facts.missions.reduce((total, mission) => total + BigInt(mission.totalCents), 0n)
  if (sum !== BigInt(facts.grandTotalCents)) {
    missing.push({
      code: 'missions_do_not_add_up',
      who: 'finance',
      severity: 'blocks',
      expectedCents: facts.grandTotalCents,
      foundCents: String(sum),
    })
  }
  return missing
}

function missionFigures(mission: MissionFacts): MissingFact[] {
  const missing: MissingFact[] = []
  const finance = { missionId: mission.id, who: 'finance' } as const
  if (mission.expensesByCategory.length === 0) missing.push({ ...finance, code: 'expenses_missing', severity: 'warns' })
  const amounts = mission.expensesByCategory.map((expense) => BigInt(expense.amountCents))
  const total = BigInt(mission.totalCents)
  if (total < 0n || amounts.some((amount) => amount < 0n)) missing.push({ ...finance, code: 'negative_amount', severity: 'blocks' })
  const sum = amounts.reduce((running, amount) => running + amount, 0n)
  if (sum !== total) {
    missing.push({
      ...finance,
      code: 'categories_do_not_add_up',
      severity: 'blocks',
      expectedCents: mission.totalCents,
      foundCents: String(sum),
    })
  }
  for (const { currency } of mission.unconverted) missing.push({ ...finance, code: 'unconverted_currency', severity: 'blocks', currency })
  return missing
}

import { formatAmount, money } from '#platform/pure/money.ts'
import type { Category as CostCategory } from '#modules/budget/index.ts'
import { actWords, costCategories, costCategoryName } from './act-words.ts'
import { figure, text, type FigureSource, type InlineContent, type Table, type TableColumn, type TableRow } from './document.ts'
import type { MissionFacts } from './facts.ts'
import { placesOf, type ActContext } from './wording.ts'

/** Beyond this, columns become too narrow to read and each mission gets its own table. */
const WIDEST_MATRIX_MISSIONS = 4

/** Expenses by category (rows) and mission (columns), or one table a mission and a summary when there are many. */
export function expensesTables(context: ActContext): readonly Table[] {
  const { missions } = context.facts
  if (missions.length === 0) return []
  if (missions.length <= WIDEST_MATRIX_MISSIONS) return [matrix(missions, context)]
  return [...missions.map((mission) => matrix([mission], context)), summary(context)]
}

function matrix(missions: readonly MissionFacts[], context: ActContext): Table {
  const { facts, language } = context
  const words = actWords(language)
  const coversAll = missions.length === facts.missions.length
  const withTotal = missions.length > 1
  const categories = costCategories.filter((category) => missions.some((mission) => ofCategory(mission, category) !== null))
  const rows: TableRow[] = categories.map((category) => ({
    role: 'body',
    cells: [
      [text(costCategoryName(category, language))],
      ...missions.map((mission) => cell(ofCategory(mission, category), { kind: 'expenses', missionId: mission.id, category }, context)),
      ...(withTotal ? [cell(sumOf(missions, category), { kind: 'expenses', category }, context)] : []),
    ],
  }))
  const totals: InlineContent[] = missions.map((mission) =>
    cell(BigInt(mission.totalCents), { kind: 'expenses', missionId: mission.id }, context),
  )
  if (withTotal) totals.push(cell(BigInt(facts.grandTotalCents), { kind: 'expenses' }, context))
  const names = missions.map((mission) => placesOf([mission], 'name', language))
  return {
    kind: 'table',
    caption: [text(words.expensesCaption(currencyName(facts.currency)) + (coversAll ? '' : `, ${names.join()}`))],
    columns: [
      { header: words.category, align: 'start', share: withTotal ? 2 : 3 },
      ...names.map((header): TableColumn => ({ header, align: 'end', share: 1 })),
      ...(withTotal ? [{ header: words.total, align: 'end', share: 1 } as const] : []),
    ],
    rows: [...rows, { role: 'total', cells: [[text(words.total)], ...totals] }],
  }
}

function summary(context: ActContext): Table {
  const { facts, language } = context
  const words = actWords(language)
  const rows = facts.missions.map((mission): TableRow => ({
    role: 'body',
    cells: [
      [text(placesOf([mission], 'name', language))],
      cell(BigInt(mission.totalCents), { kind: 'expenses', missionId: mission.id }, context),
    ],
  }))
  const total = cell(BigInt(facts.grandTotalCents), { kind: 'expenses' }, context)
  return {
    kind: 'table',
    caption: [text(words.expensesCaption(currencyName(facts.currency)))],
    columns: [
      { header: words.mission, align: 'start', share: 3 },
      { header: words.amount, align: 'end', share: 1 },
    ],
    rows: [...rows, { role: 'total', cells: [[text(words.total)], total] }],
  }
}

function ofCategory(mission: MissionFacts, category: CostCategory): bigint | null {
  const expense = mission.expensesByCategory.find((entry) => entry.category === category)
  return expense === undefined ? null : BigInt(expense.amountCents)
}

function sumOf(missions: readonly MissionFacts[], category: CostCategory): bigint {
  return missions.reduce((sum, mission) => sum + (ofCategory(mission, category) ?? 0n), 0n)
}

/** An amount without its sign, since the caption names the currency; a dash where nothing was spent. */
function cell(cents: bigint | null, source: FigureSource, { facts, language }: ActContext): InlineContent {
  return cents === null ? [text('–')] : [figure(formatAmount(money(cents, facts.currency), language), source)]
}

function currencyName(currency: string): string {
  return currency === 'EUR' ? 'euros' : currency
}

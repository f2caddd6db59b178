import { type ExpenseImportCounts, type GivenExpense, type RefusedExpenses, importExpenses, missionTotals } from '#modules/budget/index.ts'
import { budgetTexts } from '#modules/budget/texts.ts'
import { type GivenMember, type MemberImportCounts, type RefusedMembers, importMembers } from '#modules/delegations/index.ts'
import { type ImportedMission, importMission } from '#modules/missions/cli.ts'
import { type MissionId, loadMission } from '#modules/missions/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Money } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { DocumentExpense, DocumentMember, DocumentMission, DocumentProblem, MissionDocument } from './mission-document.ts'

export type MissionReport = ImportedMission & {
  readonly title: string
  readonly members: MemberImportCounts
  readonly expenses: ExpenseImportCounts
  /** Of the acting organisation; null while its ledger is empty. */
  readonly total: Money | null
}

const none = { created: 0, updated: 0, same: 0 } as const

/**
 * Enters every mission of a document with its delegation and its expenses, in the one transaction of `ctx`. It goes on after
 * a mission that is refused, so that everything to mend is said at once; nothing is kept then.
 * @refuses with the place of each problem in the document
 */
export async function importMissions(ctx: Ctx, document: MissionDocument): Promise<Outcome<MissionReport[], readonly DocumentProblem[]>> {
  const reports: MissionReport[] = []
  const problems: DocumentProblem[] = []
  for (const [index, stated] of document.missions.entries()) {
    const imported = await importOne(ctx, stated)
    if (imported.ok) reports.push(imported.value)
    else problems.push(...imported.problem.map((problem) => ({ ...problem, path: ['missions', index, ...problem.path] })))
  }
  return problems.length === 0 ? ok(reports) : refused(problems)
}

async function importOne(ctx: Ctx, stated: DocumentMission): Promise<Outcome<MissionReport, readonly DocumentProblem[]>> {
  const mission = await importMission(ctx, stated)
  if (!mission.ok) return mission
  const { id } = mission.value
  const { members = [], expenses = [] } = stated
  const travelling = members.length === 0 ? ok(none) : await importMembers(ctx, id, members.map(givenMember))
  const given = await givenExpenses(ctx, id, expenses)
  const spent =
    !given.ok || expenses.length === 0 ? ok(none) : await importExpenses(ctx, id, given.value, budgetTexts[ctx.actor.locale].import.reason)
  const problems = [
    ...(travelling.ok ? [] : memberProblems(travelling.problem)),
    ...(given.ok ? [] : given.problem),
    ...(spent.ok ? [] : expenseProblems(spent.problem)),
  ]
  if (!travelling.ok || !spent.ok || problems.length > 0) return refused(problems)
  const { total } = await missionTotals(ctx.tx, id, ctx.actor.organisationId)
  const title = stated.title[ctx.actor.locale] ?? Object.values(stated.title)[0] ?? stated.key
  return ok({ ...mission.value, title, members: travelling.value, expenses: spent.value, total })
}

/** What the document does not say of a member changes nothing of one already known. */
function givenMember({ key, capacity, ...facts }: DocumentMember, line: number): GivenMember {
  const given = { ...facts, externalKey: key, capacityFr: capacity?.fr, capacityEn: capacity?.en }
  const stated = Object.entries(given).filter(([, value]) => value !== undefined)
  return { line, given: Object.fromEntries(stated) as GivenMember['given'] }
}

const memberFields: Readonly<Record<string, readonly string[]>> = {
  externalKey: ['key'],
  capacityFr: ['capacity', 'fr'],
  capacityEn: ['capacity', 'en'],
}

function memberProblems({ lines }: RefusedMembers): DocumentProblem[] {
  return lines.flatMap(({ line, problems }) =>
    Object.entries(problems).map(([column, { code }]) => ({ path: ['members', line, ...(memberFields[column] ?? [column])], code })),
  )
}

/** A partner that benefits is named as the mission names it. */
async function givenExpenses(
  ctx: Ctx,
  missionId: MissionId,
  expenses: readonly DocumentExpense[],
): Promise<Outcome<GivenExpense[], readonly DocumentProblem[]>> {
  const seats = (await loadMission(ctx.tx, missionId))?.partners ?? []
  const given: GivenExpense[] = []
  const problems: DocumentProblem[] = []
  for (const [
    line,
    { key, conversion, benefits = 'delegation', label = '', isShared = false, currency: _, ...facts },
  ] of expenses.entries()) {
    const partner = typeof benefits === 'string' ? undefined : seats.find(({ name }) => name === benefits.partner)
    if (typeof benefits !== 'string' && !partner) problems.push({ path: ['expenses', line, 'benefits'], code: 'beneficiary_unknown' })
    const benefiting =
      typeof benefits === 'string' ? { kind: benefits } : partner && { kind: 'partner' as const, organisationId: partner.organisationId }
    if (benefiting)
      given.push({
        line,
        draft: { ...facts, label, isShared, externalKey: key, conversion: conversion ?? null, benefits: benefiting },
        given: statedColumns(expenses[line]),
      })
  }
  return problems.length === 0 ? ok(given) : refused(problems)
}

/** What a line does not say keeps what the ledger knows. */
function statedColumns(expense: DocumentExpense | undefined): GivenExpense['given'] {
  return new Set((['label', 'benefits', 'isShared'] as const).filter((column) => expense?.[column] !== undefined))
}

const expenseFields: Readonly<Record<string, readonly string[]>> = {
  '': [],
  externalKey: ['key'],
  rate: ['conversion', 'rate'],
  rateFrom: ['conversion', 'from'],
  rateOn: ['conversion', 'rateDate'],
  rateSource: ['conversion', 'rateSource'],
}

function expenseProblems({ code, lines }: RefusedExpenses): DocumentProblem[] {
  if (lines.length === 0) return [{ path: ['expenses'], code }]
  return lines.map(({ line, problem }) => {
    const field = problem?.field ?? ''
    return { path: ['expenses', line, ...(expenseFields[field] ?? [field])], code: problem?.code ?? code }
  })
}

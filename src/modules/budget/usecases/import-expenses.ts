import type { Ctx } from '#platform/context.ts'
import { assert, type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { NewLine } from '../domain/expense.ts'
import { type GivenLine, type PlannedLine, planImport } from '../domain/import-plan.ts'
import { decideRecording, type Ledger } from '../domain/recording.ts'
import { decideReversal } from '../domain/reversal.ts'
import { listExpenses } from '../sql/expenses.ts'
import { findByExternalKeys, lockLedger } from '../sql/related-expenses.ts'
import { insertExpenses } from '../sql/write-expenses.ts'
import { openLedger } from './open-ledger.ts'

export type ImportCounts = { readonly created: number; readonly updated: number; readonly same: number }

/** What is refused, line by line. */
export type RefusedImport = {
  readonly code: 'accounts_closed' | 'import_is_empty' | 'import_has_problems'
  readonly lines: readonly Pick<PlannedLine, 'line' | 'problem'>[]
}

/** What lines would do to the ledger as it stands now, without doing it. */
export async function planExpenses(ctx: Ctx, ledger: Ledger, lines: readonly GivenLine[]): Promise<PlannedLine[]> {
  const { missionId, organisationId } = ledger
  const keys = lines.flatMap(({ draft }) => draft.externalKey ?? [])
  const known = {
    all: await listExpenses(ctx.tx, missionId, { organisationId }),
    byKey: await findByExternalKeys(ctx.tx, missionId, organisationId, keys),
  }
  return planImport(lines, known).map((plan) => recheck(plan, ledger))
}

/** What will be written is decided again: a known line keeps what the file does not say of it, such as a beneficiary that has left. */
function recheck(plan: PlannedLine, ledger: Ledger): PlannedLine {
  const isWritten = plan.effect === 'update' || plan.effect === 'create'
  const decided = isWritten ? decideRecording(plan.draft, ledger) : ok(null)
  const [problem] = decided.ok ? [] : decided.problem
  return problem ? { ...plan, effect: 'refused', problem } : plan
}

/**
 * Writes a whole file of expenses in one transaction, or nothing. It is planned on the ledger as it stands now: what a
 * colleague recorded since the preview is neither counted twice nor lost. `reason` goes with the lines the file corrects.
 * @refuses accounts_closed, import_is_empty, import_has_problems with the problem of each line
 */
export async function importExpenses(
  ctx: Ctx,
  missionId: string,
  lines: readonly GivenLine[],
  reason: string,
): Promise<Outcome<ImportCounts, RefusedImport>> {
  const { ledger } = await openLedger(ctx, missionId)
  if (ledger.accountsClosedOn !== null) return refused({ code: 'accounts_closed', lines: [] })
  if (lines.length === 0) return refused({ code: 'import_is_empty', lines: [] })
  await lockLedger(ctx.tx, ledger.missionId, ledger.organisationId)
  const plans = await planExpenses(ctx, ledger, lines)
  const wrong = plans.filter((plan) => plan.effect === 'refused')
  if (wrong.length > 0) return refused({ code: 'import_has_problems', lines: wrong.map(({ line, problem }) => ({ line, problem })) })

  await ctx.journal.event('expense.imported')
  await insertExpenses(
    ctx.tx,
    plans.filter((plan) => plan.effect === 'update').map((plan) => reversalOf(plan, reason)),
  )
  await insertExpenses(
    ctx.tx,
    plans.filter((plan) => plan.effect !== 'same').map((plan) => writingOf(plan, ledger)),
  )
  return ok(countPlans(plans))
}

export function countPlans(plans: readonly PlannedLine[]): ImportCounts {
  const count = (effect: PlannedLine['effect']) => plans.filter((plan) => plan.effect === effect).length
  return { created: count('create'), updated: count('update'), same: count('same') }
}

function reversalOf({ known }: PlannedLine, reason: string): NewLine {
  assert(known, 'an update is about a known line')
  const reversal = decideReversal(known, reason, null)
  assert(reversal.ok, 'a standing line of open accounts is reversed for a reason')
  return reversal.value
}

/** A line to write: new, or in place of the one it corrects, whose receipt it keeps and whose key leads to it. */
function writingOf({ draft, known }: PlannedLine, ledger: Ledger): NewLine {
  const decided = decideRecording(draft, ledger)
  assert(decided.ok, 'a planned line was accepted when it was planned')
  return known ? { ...decided.value, correctsId: known.id, externalKey: null, receiptId: known.receiptId } : decided.value
}

import type { Ctx } from '#platform/context.ts'
import { type FileProblem, type GivenFile, keepFile } from '#platform/files.ts'
import { assert, type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { MissionId } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { ExpenseId, NewLine } from '../domain/expense.ts'
import type { RecordingProblem } from '../domain/problems.ts'
import { decideRecording, type ExpenseDraft } from '../domain/recording.ts'
import { insertExpenses } from '../sql/write-expenses.ts'
import { loadOwn } from './handed-receipt.ts'
import { openLedger } from './open-ledger.ts'

/** The photograph or PDF of a receipt, as it was sent; or one that is with us already, because a traveller handed it in. */
export type Receipt = Pick<GivenFile, 'name' | 'bytes'> | { readonly handedId: string }

/**
 * Writes one expense in the acting organisation's ledger of a mission, with its receipt.
 * The receipt stays private to the payer even when the line is shared: it may show bank details or a home address.
 * @throws NotFound when a handed receipt is not the acting organisation's
 * @refuses a_handed_receipt_is_entered_once, expense_to_mend with everything decideRecording refuses, file_empty, file_too_large
 */
export async function recordExpense(
  ctx: Ctx,
  missionId: string,
  draft: ExpenseDraft,
  receipt?: Receipt,
): Promise<Outcome<ExpenseId, RecordingProblem | FileProblem>> {
  const { ledger } = await openLedger(ctx, missionId)
  const line = decideRecording(draft, ledger)
  if (!line.ok) return refused({ code: 'expense_to_mend', problems: line.problem })
  await ctx.journal.event('expense.recorded')
  return writeWithReceipt(ctx, line.value, receipt)
}

/** Keeps the receipt, if there is one, and writes the line that points to it. */
export async function writeWithReceipt(ctx: Ctx, line: NewLine, receipt: Receipt | undefined): Promise<Outcome<ExpenseId, FileProblem>> {
  const receiptId = receipt ? await keepReceipt(ctx, line.missionId, receipt) : ok(line.receiptId)
  if (!receiptId.ok) return receiptId
  const [id] = await insertExpenses(ctx.tx, [{ ...line, receiptId: receiptId.value }])
  assert(id, 'one line inserted gives one id')
  return ok(id)
}

async function keepReceipt(ctx: Ctx, missionId: MissionId, receipt: Receipt): Promise<Outcome<string, FileProblem>> {
  if ('handedId' in receipt) return ok((await loadOwn(ctx, receipt.handedId)).id)
  const { name, bytes } = receipt
  const kept = await keepFile(ctx, { name, bytes, missionId })
  return kept.ok ? ok(kept.value.id) : kept
}

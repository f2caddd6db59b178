import { type Expense, isStanding } from './expense.ts'
import { keyOf } from './expense-words.ts'
import type { ExpenseRow } from './import-columns.ts'
import type { FieldProblem, FieldProblemCode } from './problems.ts'
import type { ExpenseDraft } from './recording.ts'

/** A line of the file that reads well. `given` names the columns the file has: what it does not say keeps what is known. */
export type GivenLine = { readonly line: number; readonly draft: ExpenseDraft; readonly given: ReadonlySet<keyof ExpenseRow> }

export type PlannedLine = {
  readonly line: number
  readonly effect: 'create' | 'update' | 'same' | 'refused'
  readonly draft: ExpenseDraft
  /** The line of the ledger this one is about; null for a new one. */
  readonly known: Expense | null
  readonly problem: FieldProblem | null
  /** New, yet a line of the ledger has the same day, supplier and amount. */
  readonly looksRecordedTwice: boolean
}

export type KnownLines = {
  /** By the key of the first line of their chain: what a file imported before has become. */
  readonly byKey: ReadonlyMap<string, Expense>
  /** Every line of the ledger. */
  readonly all: readonly Expense[]
}

/**
 * What each line of a file does to a ledger, decided together, so that reading a file twice counts nothing twice.
 * A line with a document number finds the expense it gave before: unchanged, or corrected (a reversal and a new line).
 * A line without one is unchanged as often as the ledger holds the very same expense, and new beyond that.
 */
export function planImport(lines: readonly GivenLine[], known: KnownLines): PlannedLine[] {
  const standing = known.all.filter(isStanding)
  const spare = Map.groupBy(standing, factsOf)
  const seenKeys = new Set<string>()
  const purchases = new Set(standing.map(purchaseOf))
  return lines.map((line) => {
    const key = line.draft.externalKey
    if (key !== null && seenKeys.has(key)) return refusedLine(line, 'key_twice_in_the_file')
    if (key !== null) seenKeys.add(key)
    const keyed = key === null ? undefined : known.byKey.get(key)
    if (keyed) return planKnown(line, keyed)
    const twin = key === null ? spare.get(factsOf(line.draft))?.shift() : undefined
    if (twin) return { ...plain(line), effect: 'same', known: twin }
    return { ...plain(line), effect: 'create', looksRecordedTwice: purchases.has(purchaseOf(line.draft)) }
  })
}

function planKnown(line: GivenLine, known: Expense): PlannedLine {
  if (!isStanding(known)) return refusedLine(line, 'key_was_reversed')
  const draft = keepUnsaid(line, known)
  return { ...plain(line), draft, known, effect: factsOf(draft) === factsOf(known) ? 'same' : 'update' }
}

function plain({ line, draft }: GivenLine): Omit<PlannedLine, 'effect'> {
  return { line, draft, known: null, problem: null, looksRecordedTwice: false }
}

function refusedLine(line: GivenLine, code: FieldProblemCode): PlannedLine {
  return { ...plain(line), effect: 'refused', problem: { field: 'externalKey', code } }
}

/** A column the file does not have leaves what the ledger says. */
function keepUnsaid({ draft, given }: GivenLine, known: Expense): ExpenseDraft {
  return {
    ...draft,
    label: given.has('label') ? draft.label : known.label,
    benefits: given.has('benefits') ? draft.benefits : known.benefits,
    isShared: given.has('isShared') ? draft.isShared : known.isShared,
  }
}

type Facts = Pick<ExpenseDraft, 'spentOn' | 'supplier' | 'label' | 'category' | 'amount' | 'conversion' | 'benefits' | 'isShared'>

/** Everything a line states, as one text: two lines that state the same are the same expense. */
function factsOf({ spentOn, supplier, label, category, amount, conversion, benefits, isShared }: Facts): string {
  const rate = conversion && [conversion.from, conversion.rate, conversion.rateDate, conversion.rateSource]
  const beneficiary = benefits.kind === 'partner' ? benefits.organisationId : benefits.kind
  return JSON.stringify([
    spentOn,
    supplier.trim(),
    label.trim(),
    category,
    String(amount.cents),
    amount.currency,
    rate,
    beneficiary,
    isShared,
  ])
}

function purchaseOf({ spentOn, supplier, amount }: Pick<Facts, 'spentOn' | 'supplier' | 'amount'>): string {
  return JSON.stringify([spentOn, keyOf(supplier), String(amount.cents), amount.currency])
}

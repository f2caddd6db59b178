import { z } from 'zod'
import type { FieldProblems } from '#platform/web.ts'
import { expenseFields, type FieldProblem, type RecordingProblem } from './domain/problems.ts'
import type { ExpenseTexts } from './domain/reading.ts'

const text = (max: number) => z.string().max(max, 'text_too_long').optional()

/** The texts of an expense as a form sends them; `readExpense` gives them their meaning. Messages are problem codes. */
const expenseTexts = {
  spentOn: text(60),
  supplier: text(300),
  label: text(1000),
  category: text(60),
  amount: text(60),
  currency: text(10),
  rate: text(40),
  rateFrom: text(10),
  rateOn: text(60),
  rateSource: text(200),
  benefits: text(60),
  isShared: text(10),
} satisfies Partial<Record<keyof ExpenseTexts, z.ZodType>>

const receipt = z.instanceof(File).optional()

export const recordForm = z.object({ ...expenseTexts, receipt, handedId: z.uuid({ error: 'unknown' }).optional() })
export const correctForm = z.object({ ...expenseTexts, receipt, reason: z.string().default('') })
export const reverseForm = z.object({ reason: z.string().default('') })

export const importForm = z.object({
  intent: z.enum(['read', 'map', 'correct', 'apply', 'drop'], { error: 'unknown' }),
  file: z.instanceof(File).optional(),
  pasted: z.string().default(''),
})

/** The receipt as the use-cases take it. */
export async function receiptOf(file: File | undefined): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return file && { name: file.name, bytes: await file.bytes() }
}

/** The receipt of a new expense: the file that was chosen, else the one a traveller handed in. */
export async function newReceiptOf(file: File | undefined, handedId: string | undefined) {
  return file || !handedId ? receiptOf(file) : { handedId }
}

/** The first problem of each field, in the order of the form. */
export function fieldsOf(problems: readonly FieldProblem[]): FieldProblems {
  const fields = ['', ...expenseFields] as const
  return Object.fromEntries(
    fields.flatMap((field) => {
      const first = problems.find((problem) => problem.field === field)
      return first ? [[field, first.code]] : []
    }),
  )
}

/** A refusal as a form shows it: field by field when it says several things, otherwise its one code. */
export function formProblem<Problem extends { readonly code: string }>(problem: Problem | RecordingProblem) {
  return 'problems' in problem ? { fields: fieldsOf(problem.problems) } : problem
}

/** Where a problem that names no field is shown; '' is the form as a whole. */
export function fieldOfProblem(problem: object): string {
  const code = 'code' in problem ? String(problem.code) : ''
  return code.startsWith('file_') ? 'receipt' : code.startsWith('reason_') ? 'reason' : ''
}

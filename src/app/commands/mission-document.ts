import { z } from 'zod'
import { categories } from '#modules/budget/index.ts'
import { memberCategories } from '#modules/delegations/index.ts'
import { missionFields } from '#modules/missions/cli.ts'
import { localDateShape } from '#platform/openapi.ts'
import { parseRate } from '#platform/pure/conversion.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import { parseDecimalMoney } from '#platform/pure/money-reading.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'

/** What cannot be accepted, and where: `missions[0].legs[1].startsOn`. */
export type DocumentProblem = { readonly path: readonly (string | number)[]; readonly code: string; readonly sentence?: string }

const text = (max: number) => z.string({ error: 'required' }).trim().max(max, 'text_too_long')
const required = (max: number) => text(max).min(1, 'required')
const optional = (max: number) => text(max).nullable().optional()
const currency = z.string({ error: 'required' }).refine(isCurrency, 'currency_unknown')

const rate = z.string({ error: 'amount_is_text' }).transform((typed, issues) => {
  const parsed = parseRate(typed)
  if (parsed.ok) return parsed.value
  issues.addIssue({ code: 'custom', message: parsed.problem.code })
  return z.NEVER
})

const member = z.strictObject({
  key: optional(60),
  givenName: required(100),
  familyName: required(100),
  category: z.enum(memberCategories),
  function: z.enum(['head', 'deputy', 'protocol', 'member']).optional(),
  capacity: z.strictObject({ fr: text(300).optional(), en: text(300).optional() }).optional(),
  represents: optional(200),
  email: optional(200),
  phone: optional(40),
  notes: optional(2000),
})

const expense = z
  .strictObject({
    key: required(60).nullable().default(null),
    spentOn: localDateShape,
    supplier: required(200),
    label: text(500).optional(),
    category: z.enum(categories),
    amount: z.string({ error: 'amount_is_text' }),
    currency,
    conversion: z
      .strictObject({
        from: currency,
        to: currency,
        rate,
        rateDate: localDateShape,
        rateSource: required(200),
      })
      .optional(),
    benefits: z
      .union([z.enum(['delegation', 'all_partners']), z.strictObject({ partner: required(200) })], { error: 'benefits_unknown' })
      .optional(),
    isShared: z.boolean().optional(),
  })
  .transform((line, issues) => {
    const amount = parseDecimalMoney(line.amount, line.currency)
    if (amount.ok) return { ...line, amount: amount.value }
    issues.addIssue({ code: 'custom', message: amount.problem.code, path: ['amount'] })
    return z.NEVER
  })

const document = z.strictObject({
  format: z.literal('escale-missions/1', { error: 'format_unknown' }),
  missions: z
    .array(
      z.strictObject({
        ...missionFields,
        members: z.array(member).max(5000, 'too_many').optional(),
        expenses: z.array(expense).max(20_000, 'too_many').optional(),
      }),
    )
    .min(1, 'no_mission'),
})

export type MissionDocument = z.output<typeof document>
export type DocumentMission = MissionDocument['missions'][number]
export type DocumentMember = z.output<typeof member>
export type DocumentExpense = z.output<typeof expense>

/**
 * Reads the text of a document (docs/mission-import.md), and says everything that is wrong with its shape at once.
 * @refuses with the place of each problem
 */
export function readMissionDocument(text: string): Outcome<MissionDocument, readonly DocumentProblem[]> {
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = document.safeParse(json.value)
  if (!parsed.success) return refused(parsed.error.issues.flatMap(problemsOf))
  const keys = parsed.data.missions.map(({ key }) => key)
  const repeated = keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [{ path: ['missions', index, 'key'], code: 'key_twice_in_the_file' }],
  )
  return repeated.length === 0 ? ok(parsed.data) : refused(repeated)
}

function parseJson(text: string): Outcome<unknown, readonly DocumentProblem[]> {
  try {
    // A byte order mark is what some editors begin a file with.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    return refused([
      { path: [], code: 'not_json', sentence: `The file is not JSON: ${error instanceof Error ? error.message : String(error)}` },
    ])
  }
}

/** A property that is not known is reported at its own place; of the choices of a union, the first that says something. */
function problemsOf(issue: z.core.$ZodIssue): DocumentProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], code: 'property_unknown' }))
  const isCode = /^[a-z][a-z0-9_]*$/.test(issue.message)
  return [isCode ? { path, code: issue.message } : { path, code: issue.code, sentence: issue.message }]
}

/** `missions[0].legs[1].startsOn`; the document itself is `file`. */
export function writePath(path: readonly (string | number)[]): string {
  return (
    path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '') ||
    'file'
  )
}

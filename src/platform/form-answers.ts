import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { ConstraintProblem, Ctx } from './context.ts'
import type { OnceProblem } from './once.ts'
import type { Outcome } from './pure/outcome.ts'
import { type FlashCode, type Refusable, type WebContext, redirectWithFlash, refuseForm, submit, typeForm } from './web.ts'

/** A form that arrived, and whose request brought it. */
export type SentForm = { readonly context: WebContext; readonly request: Request; readonly form: FormData }

/** Answers a form that arrived. What `carryOut` makes, and what a page writes by itself for a form that shows more than it redirects. */
export type FormAnswer<Answer = unknown> = (sent: SentForm) => Promise<Answer>

type ValueOf<Result> = Extract<Result, { readonly ok: true }> extends { readonly value: infer Value } ? Value : never
type ProblemOf<Result> =
  Extract<Result, { readonly ok: false }> extends { readonly problem: infer Problem extends Refusable } ? Problem : never
type SavedOf<Problem> = Problem extends { readonly saved: infer Saved } ? Saved : never

type Afterwards<Typed, Result> = {
  /** Where one goes once it is done. */
  readonly to: string | ((made: ValueOf<Result>, typed: Typed) => string)
  /** What is said there: `saved`, unless told; null for nothing. */
  readonly flash?: FlashCode | null
  /** Where a problem that names no field is shown: over the whole form, unless told. */
  readonly field?: string | ((problem: ProblemOf<Result> | OnceProblem | ConstraintProblem) => string)
}

/** What is done, through which shape, by what, and what follows. */
type FormOf<Shape extends z.ZodType, Result> = readonly [
  operation: string | ((typed: z.output<Shape>) => string),
  shape: Shape,
  run: (ctx: Ctx, typed: z.output<Shape>, form: FormData) => Promise<Result>,
  afterwards: Afterwards<z.output<Shape>, Result>,
]

/** The shape of a form whose button says it all. */
export const noFields = z.object({})

/**
 * What one form does: reads it through its shape, runs the use-case in one transaction, and redirects. A refusal, also one by
 * a constraint of the database, shows the page again with every field kept (422), and with what somebody else `saved`
 * meanwhile, when that is why (409).
 * @param operation names what is done: a repeated `requestKey` finds the answer of the first arrival, and of nothing else
 */
export function carryOut<Shape extends z.ZodType, Result extends Outcome<unknown, unknown>>(
  ...[operation, shape, run, { to, flash = 'saved', field = '' }]: FormOf<Shape, Result>
) {
  type Saved = SavedOf<ProblemOf<Result>>
  return async ({ context, request, form }: SentForm) => {
    const typed = await typeForm(form, shape)
    if (!typed.ok) return refuseForm<Saved>(typed.problem)
    const name = typeof operation === 'string' ? operation : operation(typed.value)
    const outcome = await submit(context, request, typed, name, (ctx) => run(ctx, typed.value, form))
    if (outcome.ok) {
      const there = typeof to === 'string' ? to : to(outcome.value as ValueOf<Result>, typed.value)
      return flash === null ? redirect(there) : redirectWithFlash(there, flash)
    }
    const problem = outcome.problem as ProblemOf<Result> | OnceProblem | ConstraintProblem
    const refusal = typed.refuse(problem, field)
    return refuseForm<Saved>('saved' in problem ? { ...refusal, saved: problem.saved as Saved } : refusal)
  }
}

/** Answers the only form of a page, which does what `carryOut` is told. */
export async function answerForm<Shape extends z.ZodType, Result extends Outcome<unknown, unknown>>(
  context: WebContext,
  request: Request,
  ...form: FormOf<Shape, Result>
) {
  return carryOut(...form)({ context, request, form: await request.formData() })
}

/**
 * Answers the forms of a page, told apart by their hidden `intent`. `otherwise` answers the form that carries none.
 * @throws 400 when none of them answers
 */
export async function answerForms<Forms extends Readonly<Record<string, FormAnswer>>>(
  context: WebContext,
  request: Request,
  forms: Forms,
): Promise<Awaited<ReturnType<Forms[keyof Forms]>>> {
  const form = await request.formData()
  const intent = form.get('intent')
  const answer = typeof intent === 'string' && Object.hasOwn(forms, intent) ? forms[intent] : forms.otherwise
  if (!answer) throw data(null, { status: 400 })
  return answer({ context, request, form }) as Promise<Awaited<ReturnType<Forms[keyof Forms]>>>
}

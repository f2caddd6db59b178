import { createContext, data, redirect, type RouterContextProvider } from 'react-router'
import type { z } from 'zod'
import { type AccountId, Forbidden, NotFound, type OrganisationId, type Role } from './actor.ts'
import { type Caller, type ConstraintProblem, type Ctx, type Services, act, readAs } from './context.ts'
import { type OnceProblem, onceOnly } from './once.ts'
import { type Id, isUuid } from './pure/ids.ts'
import type { LocalDate } from './pure/local-date.ts'
import type { Locale } from './pure/locale.ts'
import type { Outcome, Refused } from './pure/outcome.ts'

/** Who is in front of the page, before any organisation's data is read. */
export type Visitor = {
  readonly locale: Locale
  readonly nonce: string
  readonly requestId: string
  readonly account: { readonly id: AccountId; readonly name: string; readonly email: string; readonly isDemo: boolean } | null
  /** The organisation the account acts for now; null before it has chosen, or when it is a member of none. */
  readonly organisationId: OrganisationId | null
  readonly memberships: readonly Membership[]
  /** Those in whose name the account may act today. */
  readonly deputyships: readonly Deputyship[]
  /** The one it acts by now, when not in its own name. */
  readonly deputyship: Deputyship | null
}

/** Standing in for somebody, until a day: with the roles of that person, without what only that one may do. */
export type Deputyship = Membership & {
  readonly deputyshipId: Id<'deputyship'>
  readonly principalName: string
  readonly endsOn: LocalDate
}

export type Membership = { readonly organisationId: OrganisationId; readonly organisationName: string; readonly roles: readonly Role[] }

export type WebContext = Readonly<RouterContextProvider>

export const servicesContext = createContext<Services>()
export const visitorContext = createContext<Visitor>()

/** The signed-in caller, or a redirection to the sign-in page that comes back here afterwards. */
export function callerOf(context: WebContext, request: Request): Caller {
  const visitor = context.get(visitorContext)
  const { pathname, search } = new URL(request.url)
  const next = encodeURIComponent(pathname.replace(/\.data$/, '') + search)
  if (!visitor.account) throw redirect(`/connexion?next=${next}`)
  if (!visitor.organisationId) throw redirect('/compte/organisation')
  return {
    kind: 'account',
    accountId: visitor.account.id,
    organisationId: visitor.organisationId,
    deputyshipId: visitor.deputyship?.deputyshipId ?? null,
  }
}

/** Runs a loader's reads in one transaction of the acting organisation. Unknown and foreign things are the same 404. */
export async function read<Result>(context: WebContext, request: Request, run: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return presentFailures(readAs(context.get(servicesContext), callerOf(context, request), run))
}

/**
 * Runs one use-case of an action: commits when it agrees, rolls back when it refuses.
 * A form that carries a `requestKey` has one effect however often it arrives: the second finds the answer of the first.
 */
export async function submit<Result extends Outcome<unknown, unknown>>(
  context: WebContext,
  request: Request,
  { form }: { readonly form: FormData },
  operation: string,
  run: (ctx: Ctx) => Promise<Result>,
): Promise<Result | Refused<OnceProblem | ConstraintProblem>> {
  const key = form.get('requestKey')
  const services = context.get(servicesContext)
  const caller = callerOf(context, request)
  const once = isUuid(key) ? (ctx: Ctx) => onceOnly(ctx, { key, operation }, () => run(ctx)) as Promise<Result | Refused<OnceProblem>> : run
  return presentFailures(act(services, caller, once))
}

async function presentFailures<Result>(running: Promise<Result>): Promise<Result> {
  try {
    return await running
  } catch (error) {
    if (error instanceof NotFound) throw data(null, { status: 404 })
    if (error instanceof Forbidden) throw data(null, { status: 403 })
    throw error
  }
}

/** The codes of what is wrong, field by field; '' is the form as a whole. The page turns codes into sentences. */
export type FieldProblems = Readonly<Record<string, string>>

/**
 * What a refused form sends back to its page: everything the user typed, and what to mend.
 * `saved` is what someone else saved meanwhile, when that is why the form was refused.
 */
export type RefusedForm<Saved = never> = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: FieldProblems
  readonly saved?: Saved
}

/** What a use-case answered, in the terms of a form: a code for one field, or codes for several. */
export type Refusable = { readonly code: string } | { readonly fields: FieldProblems }

export type TypedForm<Value> = Outcome<Value, RefusedForm> & {
  readonly form: FormData
  /** Turns a refusal of the use-case into a refused form: `field` is where a problem that names no field is shown ('' = the whole form). */
  refuse<Problem extends Refusable>(problem: Problem, field: string | ((problem: Problem) => string)): RefusedForm
}

/** Reads a submitted form through its shape. Messages of the shape are problem codes, e.g. `z.string().min(1, 'required')`. */
export async function readForm<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<TypedForm<z.output<Shape>>> {
  return typeForm(await request.formData(), shape)
}

/** The same for a form already read, when several forms of a page share one action. */
export async function typeForm<Shape extends z.ZodType>(form: FormData, shape: Shape): Promise<TypedForm<z.output<Shape>>> {
  const values = formValues(form)
  const refuse: TypedForm<unknown>['refuse'] = (problem, field) => ({
    values,
    problems: 'fields' in problem ? problem.fields : { [typeof field === 'string' ? field : field(problem)]: problem.code },
  })
  const parsed = await shape.safeParseAsync({ ...values, ...formFiles(form) })
  if (parsed.success) return { ok: true, value: parsed.data, form, refuse }
  const problems: Record<string, string> = {}
  for (const issue of parsed.error.issues) problems[issue.path.join('.')] ??= issue.message
  return { ok: false, problem: { values, problems }, form, refuse }
}

/** Text fields only: one text, or the list of texts of a repeated field. Without U+0000, which no database keeps. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : []))
    if (texts.length === 1) values[name] = texts[0] ?? ''
    else if (texts.length > 1) values[name] = texts
  }
  return values
}

function formFiles(form: FormData): Record<string, File> {
  const files: Record<string, File> = {}
  for (const [name, value] of form) if (typeof value !== 'string' && value.size > 0) files[name] = value
  return files
}

/** Answers a refused form: the page is shown again with every field kept. HTTP 422, or 409 when someone else saved first. */
export function refuseForm<Saved = never>(refusal: RefusedForm<Saved>) {
  return data(refusal, { status: refusal.saved === undefined ? 422 : 409 })
}

/** What the frame says after a redirection. The cookie holds a code, never a sentence, and lives one minute. */
export const flashCodes = ['saved', 'created', 'removed', 'imported', 'sent', 'reversed', 'submitted', 'voted', 'signedOut'] as const
export type FlashCode = (typeof flashCodes)[number]

const flashCookie = 'escale_flash'

/** Answers a form that succeeded: POST, redirect, GET; so a reload never submits again. */
export function redirectWithFlash(to: string, flash: FlashCode): Response {
  return redirect(to, { headers: { 'Set-Cookie': `${flashCookie}=${flash}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax` } })
}

/** The flash waiting for this page, and the header that consumes it. */
export function takeFlash(request: Request): { readonly flash: FlashCode | null; readonly headers: HeadersInit } {
  const found = /(?:^|;\s*)escale_flash=([A-Za-z]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const flash = flashCodes.find((code) => code === found) ?? null
  return { flash, headers: found ? { 'Set-Cookie': `${flashCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` } : {} }
}

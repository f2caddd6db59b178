import { data, href, redirect } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { tableLimits } from '#platform/tabular/table.ts'
import { type FieldProblems, formValues, read, redirectWithFlash, refuseForm, submit, visitorContext } from '#platform/web.ts'
import { readMapping, readMendedCells } from '#ui/import/answers.ts'
import { importProblemCode } from '#ui/import/problem-words.ts'
import type { FileKind } from '../domain/card-columns.ts'
import { namesakeRules } from '../domain/card-import.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { fileKindOf } from '../domain/search-result.ts'
import { ImportCardsPage } from '../ui/import-cards-page.tsx'
import { confirmCards, heldCards, holdCards } from '../usecases/hold-card-import.ts'
import { readCardSource } from '../usecases/read-card-source.ts'
import { showCards } from '../usecases/show-card-import.ts'
import type { Route } from './+types/import-cards.ts'

/** `?lot=` names the file that waits, `etape=verification` asks for its check, `homonymes=` says what lines of a known name mean. */
function asked(request: Request) {
  const query = new URL(request.url).searchParams
  return {
    batchId: query.get('lot'),
    view: { isChecking: query.get('etape') === 'verification', showsAll: query.get('lignes') === 'toutes' },
    rule: namesakeRules.find((rule) => rule === query.get('homonymes')) ?? 'aside',
  }
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { batchId, view, rule } = asked(request)
  return read(context, request, async (ctx) => {
    allow(mayKeepDirectory(ctx.actor))
    const kind = found(fileKindOf(params.kind))
    const held = batchId === null ? null : await showCards(ctx, kind, batchId, { ...view, rule })
    const limits = { maxRows: tableLimits.rows, maxMegabytes: tableLimits.bytes / 1_000_000 }
    return { kind, rule, held, limits, requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const values = formValues(form)
  const run: Run = async (name, usecase) => {
    const outcome = await submit(context, request, { form }, `directory.import.${name}`, usecase)
    return outcome.ok ? outcome : refused({ '': outcome.problem.code })
  }
  const kind = fileKindOf(params.kind)
  if (kind === null) throw data(null, { status: 404 })
  const { locale } = context.get(visitorContext)
  const answer = values.intent === 'read' ? await readFile({ form, kind, locale, run }) : await goOn({ request, values, kind, run })
  return answer.ok ? answer.value : refuseForm({ values, problems: answer.problem })
}

type Run = <Value>(
  name: string,
  usecase: (ctx: Ctx) => Promise<Outcome<Value, { readonly code: string }>>,
) => Promise<Outcome<Value, FieldProblems>>

const addressOf = (kind: FileKind, query = '') =>
  `${href('/annuaire/import/:kind', { kind: kind === 'person' ? 'personnes' : 'organisations' })}${query}`

/** The first step: vCards name their columns themselves, and go straight to the check. */
async function readFile({
  form,
  kind,
  locale,
  run,
}: {
  form: FormData
  kind: FileKind
  locale: 'fr' | 'en'
  run: Run
}): Promise<Outcome<Response, FieldProblems>> {
  const source = await readCardSource(form, kind, locale)
  if (!source.ok) return refused({ [source.problem.field]: importProblemCode(source.problem.problem) })
  const held = await run('read', (ctx) => holdCards(ctx, kind, source.value.table, source.value.sourceName))
  return held.ok ? ok(redirect(addressOf(kind, `?lot=${held.value}${source.value.isReady ? '&etape=verification' : ''}`))) : held
}

type Step = { request: Request; values: ReturnType<typeof formValues>; kind: FileKind; run: Run }

async function goOn({ request, values, kind, run }: Step): Promise<Outcome<Response, FieldProblems>> {
  const { batchId: given, rule } = asked(request)
  const batchId = given ?? ''
  if (values.intent === 'map') {
    const mapping = readMapping(values)
    if (!mapping.ok) return mapping
    const mapped = await run('map', (ctx) => heldCards(kind, batchId).map(ctx, mapping.value))
    return mapped.ok ? ok(redirect(addressOf(kind, `?lot=${batchId}&etape=verification`))) : mapped
  }
  if (values.intent === 'correct') {
    const corrected = await run('correct', (ctx) => heldCards(kind, batchId).correct(ctx, readMendedCells(values)))
    return corrected.ok ? ok(redirect(addressOf(kind, `?lot=${corrected.value}&etape=verification&homonymes=${rule}`))) : corrected
  }
  if (values.intent === 'apply') {
    const applied = await run('apply', (ctx) => confirmCards(ctx, kind, batchId, rule))
    return applied.ok ? ok(redirectWithFlash(addressOf(kind, `?lot=${batchId}`), 'imported')) : applied
  }
  const dropped = await run('drop', (ctx) => heldCards(kind, batchId).drop(ctx))
  return dropped.ok ? ok(redirectWithFlash(href('/annuaire'), 'removed')) : dropped
}

export default function ImportCards({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportCardsPage {...loaderData} refusal={actionData} />
}

import { href, redirect } from 'react-router'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { readSource } from '#platform/tabular/read-source.ts'
import { tableLimits } from '#platform/tabular/table.ts'
import { type FieldProblems, formValues, read, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { readMapping, readMendedCells } from '#ui/import/answers.ts'
import { importProblemCode } from '#ui/import/problem-words.ts'
import { delegationTexts } from '../texts.ts'
import { ImportPage } from '../ui/import-page.tsx'
import { confirmHeldImport, heldMembers, holdImport } from '../usecases/hold-import.ts'
import { openOwnSubDelegation } from '../usecases/own-sub-delegation.ts'
import { showHeldImport } from '../usecases/show-held-import.ts'
import type { Route } from './+types/import.ts'

/** `?lot=` names the table that waits, `etape=verification` asks for its check; without a table one chooses a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const batchId = query.get('lot')
  const view = { isChecking: query.get('etape') === 'verification', showsAll: query.get('lignes') === 'toutes' }
  return read(context, request, async (ctx) => {
    await openOwnSubDelegation(ctx, params.missionId)
    const held = batchId === null ? null : await showHeldImport(ctx, params.missionId, batchId, view)
    const limits = { maxRows: tableLimits.rows, maxMegabytes: tableLimits.bytes / 1_000_000 }
    return { held, limits, requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const values = formValues(form)
  const run: Run = async (name, usecase) => {
    const outcome = await submit(context, request, { form }, `delegations.import.${name}`, usecase)
    return outcome.ok ? outcome : refused({ '': outcome.problem.code })
  }
  const batchId = new URL(request.url).searchParams.get('lot') ?? ''
  const answer = await takeStep(String(values.intent), { form, values, missionId: params.missionId, batchId, run })
  return answer.ok ? answer.value : refuseForm({ values, problems: answer.problem })
}

type Run = <Value>(
  name: string,
  usecase: (ctx: Ctx) => Promise<Outcome<Value, { readonly code: string }>>,
) => Promise<Outcome<Value, FieldProblems>>

type Step = { form: FormData; values: ReturnType<typeof formValues>; missionId: string; batchId: string; run: Run }

/** One step of the import: where to go next, or what to mend on the form. */
async function takeStep(intent: string, { form, values, missionId, batchId, run }: Step): Promise<Outcome<Response, FieldProblems>> {
  const here = href('/missions/:missionId/delegation/import', { missionId })
  const goTo = (to: Response) => ({ ok: true, value: to }) as const
  if (intent === 'read') {
    const source = await readSource(form, delegationTexts.fr.import.pastedName)
    if (!source.ok) return refused({ [source.problem.field]: importProblemCode(source.problem.problem) })
    const held = await run('read', (ctx) => holdImport(ctx, missionId, source.value.table, source.value.sourceName))
    return held.ok ? goTo(redirect(`${here}?lot=${held.value}`)) : held
  }
  if (intent === 'map') {
    const mapping = readMapping(values)
    if (!mapping.ok) return mapping
    const mapped = await run('map', (ctx) => heldMembers(missionId, batchId).map(ctx, mapping.value))
    return mapped.ok ? goTo(redirect(`${here}?lot=${batchId}&etape=verification`)) : mapped
  }
  if (intent === 'correct') {
    const corrected = await run('correct', (ctx) => heldMembers(missionId, batchId).correct(ctx, readMendedCells(values)))
    return corrected.ok ? goTo(redirect(`${here}?lot=${corrected.value}&etape=verification`)) : corrected
  }
  if (intent === 'apply') {
    const applied = await run('apply', (ctx) => confirmHeldImport(ctx, missionId, batchId))
    return applied.ok ? goTo(redirectWithFlash(`${here}?lot=${batchId}`, 'imported')) : applied
  }
  const dropped = await run('drop', (ctx) => heldMembers(missionId, batchId).drop(ctx))
  return dropped.ok ? goTo(redirectWithFlash(href('/missions/:missionId/delegation', { missionId }), 'removed')) : dropped
}

export default function Import({ loaderData, actionData, params }: Route.ComponentProps) {
  return <ImportPage missionId={params.missionId} {...loaderData} refusal={actionData} />
}

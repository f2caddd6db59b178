import { Link, data, href, redirect } from 'react-router'
import { asId, isUuid } from '#platform/pure/ids.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { refused } from '#platform/pure/outcome.ts'
import type { ImportBatchId } from '#platform/tabular/import-batches.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { readMapping, readMendedCells } from '#ui/import/answers.ts'
import { ImportMapping } from '#ui/import/mapping-step.tsx'
import { ImportPreview } from '#ui/import/preview-step.tsx'
import { importProblemCode, importProblemText } from '#ui/import/problem-words.ts'
import { ImportResult } from '#ui/import/result-step.tsx'
import { ImportSource } from '#ui/import/source-step.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { columnNames, requiredColumns } from '../domain/import-columns.ts'
import { importForm } from '../schemas.ts'
import { budgetTexts, problemText } from '../texts.ts'
import { previewRow } from '../ui/preview-rows.ts'
import { heldExpenses } from '../usecases/mend-import.ts'
import { applyImport, readImport } from '../usecases/read-import.ts'
import { showImport } from '../usecases/show-import.ts'
import type { Route } from './+types/import-expenses.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const view = asked.get('etape') === 'verification' ? (asked.get('lignes') === 'toutes' ? 'all_lines' : 'faulty_lines') : 'columns'
  return read(context, request, (ctx) => showImport(ctx, params.missionId, batchOf(request), view))
}

function batchOf(request: Request): ImportBatchId | null {
  const id = new URL(request.url).searchParams.get('lot')
  return isUuid(id) ? asId(id) : null
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const here = href('/missions/:missionId/depenses/import', params)
  const typed = await typeForm(form, importForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { intent, file, pasted } = typed.value
  if (intent === 'read') {
    const given = file ? { bytes: await file.bytes() } : pasted.trim() === '' ? null : { pasted }
    if (!given) return refuseForm(typed.refuse({ code: 'table_missing' }, 'file'))
    const outcome = await submit(context, request, typed, 'budget.read-import', async (ctx) => {
      const batch = await readImport(ctx, params.missionId, given, file?.name ?? budgetTexts[ctx.actor.locale].import.pasted)
      return batch.ok ? batch : refused({ code: importProblemCode(batch.problem) })
    })
    return outcome.ok ? redirect(`${here}?lot=${outcome.value}`) : refuseForm(typed.refuse(outcome.problem, file ? 'file' : 'pasted'))
  }

  const batchId = batchOf(request)
  if (!batchId) throw data(null, { status: 404 })
  const back = `${here}?lot=${batchId}`
  if (intent === 'map') {
    const mapped = await submit(context, request, typed, 'budget.map-import', async (ctx) => {
      const mapping = readMapping(formValues(form))
      return mapping.ok ? heldExpenses(params.missionId, batchId).map(ctx, mapping.value) : refused({ fields: mapping.problem })
    })
    return mapped.ok ? redirect(`${back}&etape=verification`) : refuseForm(typed.refuse(mapped.problem, ''))
  }
  if (intent === 'correct') {
    const cells = readMendedCells(formValues(form))
    const mended = await submit(context, request, typed, 'budget.mend-import', (ctx) =>
      heldExpenses(params.missionId, batchId).correct(ctx, cells),
    )
    return mended.ok ? redirect(`${here}?lot=${mended.value}&etape=verification`) : refuseForm(typed.refuse(mended.problem, ''))
  }
  if (intent === 'drop') {
    const dropped = await submit(context, request, typed, 'budget.drop-import', (ctx) => heldExpenses(params.missionId, batchId).drop(ctx))
    return dropped.ok ? redirect(here) : refuseForm(typed.refuse(dropped.problem, ''))
  }
  const outcome = await submit(context, request, typed, `budget.apply-import ${batchId}`, (ctx) =>
    applyImport(ctx, params.missionId, batchId, budgetTexts[ctx.actor.locale].import.reason),
  )
  return outcome.ok ? redirectWithFlash(back, 'imported') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function ImportExpenses({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(budgetTexts)
  const locale = useLocale()
  const { title } = texts.import
  const here = href('/missions/:missionId/depenses/import', params)
  const sentence = (code: string) => importProblemText(code, locale) ?? problemText(texts, code)
  const errors = actionData && Object.fromEntries(Object.entries(actionData.problems).map(([field, code]) => [field, sentence(code)]))
  const refusal = { values: actionData?.values, errors }
  const fields = (Object.keys(columnNames) as (keyof typeof columnNames)[]).map((key) => ({
    key,
    label: columnNames[key].labels[locale],
    required: requiredColumns.includes(key),
  }))
  switch (loaderData.step) {
    case 'closed':
      return (
        <Section title={title}>
          <Notice title={texts.own.closed(formatDate(loaderData.closedOn, locale))}>
            <p>{texts.own.closedBody}</p>
          </Notice>
        </Section>
      )
    case 'source':
      return (
        <ImportSource
          {...refusal}
          title={title}
          maxRows={loaderData.maxRows}
          maxMegabytes={loaderData.maxBytes / 1_000_000}
          templates={['xlsx', 'csv'].map((format) => ({
            label: texts.import.template(format.toUpperCase()),
            to: href('/missions/:missionId/depenses/import/modele/:format', { ...params, format }),
          }))}
        />
      )
    case 'mapping':
      return <ImportMapping {...loaderData} {...refusal} title={title} restart={here} fields={fields} />
    case 'preview':
      return (
        <ImportPreview
          {...loaderData}
          {...refusal}
          title={title}
          isCorrectable
          fields={loaderData.fields.flatMap((key) => fields.find((field) => field.key === key) ?? [])}
          rows={loaderData.lines.map((line) => previewRow(line, locale))}
          views={viewsOf(here, loaderData.batchId)}
        />
      )
    case 'result':
      return (
        <ImportResult title={title} {...loaderData.counts}>
          <p>
            <Link to={href('/missions/:missionId/depenses', params)}>{texts.form.seeAll}</Link>
          </p>
        </ImportResult>
      )
  }
}

function viewsOf(here: string, batchId: string) {
  const mapping = `${here}?lot=${batchId}`
  return { restart: here, mapping, faulty: `${mapping}&etape=verification`, all: `${mapping}&etape=verification&lignes=toutes` }
}

import { data, href } from 'react-router'
import { z } from 'zod'
import { allow } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { readPastedTable, readTable } from '#platform/tabular/read-table.ts'
import { read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { mayBringParticipants } from '../domain/rights.ts'
import { requiredId, text } from '#platform/pure/form-fields.ts'
import { listCircles } from '../sql/setup.ts'
import { eventTexts, problemText, problemTexts } from '../texts/event-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { type RefusedLine, importParticipants } from '../usecases/import-participants.ts'
import { openEvent } from '../usecases/open-event.ts'
import type { Route } from './+types/import-participants.ts'

const importForm = z.object({ circleId: requiredId, pasted: text(2_000_000) })

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayBringParticipants(ctx.actor, mission.partners))
    return {
      event: { id: event.id, title: event.title },
      circles: await listCircles(ctx.tx, event.id),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = await typeForm(form, importForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const file = form.get('file')
  const isFile = file instanceof File && file.size > 0
  const field = isFile ? 'file' : 'pasted'
  const table = isFile ? readTable(new Uint8Array(await file.arrayBuffer())) : readPastedTable(typed.value.pasted)
  const outcome = await submit(context, request, typed, 'meetings.import-participants', async (ctx) => {
    if (table.ok) return importParticipants(ctx, params.missionId, params.eventId, typed.value.circleId, table.value)
    const { mission } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayBringParticipants(ctx.actor, mission.partners))
    return { ok: false, problem: { code: table.problem.code === 'table_empty' ? 'import_empty' : 'import_unreadable' } } as const
  })
  if (outcome.ok) return redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId', params), 'imported')
  const lines: readonly RefusedLine[] = 'lines' in outcome.problem ? (outcome.problem.lines as readonly RefusedLine[]) : []
  return data({ ...typed.refuse(outcome.problem, field), lines }, { status: 422 })
}

export default function ImportParticipants({ loaderData: { event, circles, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { imports: words } = texts
  const lines = actionData && 'lines' in actionData ? (actionData.lines as readonly RefusedLine[]) : []
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section title={words.title} note={words.note}>
        {lines.length > 0 && (
          <DataTable
            caption={words.wrong}
            rows={lines.slice(0, 100)}
            rowKey={({ line, column }) => `${line} ${column}`}
            columns={[
              { key: 'line', header: words.line, align: 'figure', isRowHeader: true, render: ({ line }) => line },
              { key: 'column', header: words.column, render: ({ column }) => column },
              {
                key: 'problem',
                header: words.problem,
                isLong: true,
                render: ({ problem }) => problemText(texts, problem === 'cell_blank' ? 'required' : problem),
              },
            ]}
          />
        )}
        <Form
          requestKey={requestKey}
          encType="multipart/form-data"
          values={actionData?.values}
          errors={problemTexts(texts, actionData?.problems)}
        >
          <p>
            <strong>{words.columns}</strong> {words.columnsText}
          </p>
          <p>{words.allOrNothing}</p>
          <Select
            name="circleId"
            label={words.circle}
            required
            placeholder={false}
            defaultValue={circles[0]?.id}
            options={circles.map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))}
          />
          <FileField name="file" label={words.file} accept=".csv,.xlsx,.txt" />
          <TextArea name="pasted" label={words.pasted} rows={6} />
          <Actions>
            <Button kind="main">{words.submit}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

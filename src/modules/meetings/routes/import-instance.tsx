import { data, href } from 'react-router'
import { z } from 'zod'
import { allow, found } from '#platform/actor.ts'
import { requiredId } from '#platform/pure/form-fields.ts'
import { pick } from '#platform/pure/localized.ts'
import { refused } from '#platform/pure/outcome.ts'
import { read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { eventTexts, problemTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { importInstance } from '../usecases/import-instance.ts'
import type { Route } from './+types/import-instance.ts'

const instanceForm = z.object({ legId: requiredId })

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayOrganiseMeetings(ctx.actor, mission.partners))
    return { legs: mission.legs.map(({ id, cityName }) => ({ id, cityName })), requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = await typeForm(form, instanceForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const file = form.get('file')
  const { name, document } = file instanceof File ? await readDocument(file) : { name: '', document: null }
  const outcome = await submit(context, request, typed, 'meetings.import-instance', async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayOrganiseMeetings(ctx.actor, mission.partners))
    if (document === null) return refused({ code: 'instance_unreadable' as const })
    return importInstance(ctx, params.missionId, typed.value.legId, name, document)
  })
  if (!outcome.ok) {
    const faults: readonly string[] = 'faults' in outcome.problem ? (outcome.problem.faults as readonly string[]) : []
    return data({ ...typed.refuse(outcome.problem, ({ code }) => (code === 'leg_unknown' ? 'legId' : 'file')), faults }, { status: 422 })
  }
  return redirectWithFlash(
    href('/missions/:missionId/rendez-vous/:eventId/plannings', { ...params, eventId: outcome.value.eventId }),
    'imported',
  )
}

/** A file that is not JSON has no document. */
async function readDocument(file: File): Promise<{ name: string; document: unknown }> {
  const name = file.name.replace(/\.json$/i, '')
  try {
    return { name, document: JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return { name, document: null }
  }
}

export default function ImportInstance({ loaderData: { legs, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const { instance: words } = useCatalogue(planTexts)
  const locale = useLocale()
  const faults = actionData && 'faults' in actionData ? (actionData.faults as readonly string[]) : []
  return (
    <Section title={words.title} note={words.note}>
      {faults.length > 0 && (
        <Notice tone="danger" title={words.faults}>
          <ul lang="en">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        requestKey={requestKey}
        encType="multipart/form-data"
        values={actionData?.values}
        errors={problemTexts(texts, actionData?.problems)}
      >
        <Select
          name="legId"
          label={words.leg}
          required
          placeholder={false}
          defaultValue={legs[0]?.id}
          options={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
        />
        <FileField name="file" label={words.file} accept=".json" />
        <Actions>
          <Button kind="main">{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

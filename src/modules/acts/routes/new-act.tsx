import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { formatPeriodLabel } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { mayOpenAct } from '../domain/rights.ts'
import { openForm } from '../schemas.ts'
import { actTexts, problemTexts } from '../texts.ts'
import { missionsWithoutAct } from '../usecases/missions-without-act.ts'
import { openAct } from '../usecases/open-act.ts'
import type { Route } from './+types/new-act.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.getAll('mission').filter(isUuid)
  return read(context, request, async (ctx) => {
    allow(mayOpenAct(ctx.actor))
    return { missions: await missionsWithoutAct(ctx), asked, requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const typed = await readForm(request, openForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'acts.open', (ctx) => openAct(ctx, typed.value.missionIds))
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, 'missionIds'))
  return redirectWithFlash(href('/actes/:actId', { actId: outcome.value }), 'created')
}

export default function NewAct({ loaderData: { missions, asked, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(actTexts)
  const locale = useLocale()
  const words = texts.opening
  const choices = missions.map(({ id, title, startsOn, endsOn }) => ({
    value: id,
    label: pick(title, locale).text,
    note: startsOn && endsOn ? formatPeriodLabel(startsOn, endsOn, locale) : words.noDates,
  }))
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/actes'), label: texts.title }]}>
      {choices.length === 0 ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : (
        <Form requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
          <CheckboxGroup name="missionIds" label={words.missions} hint={words.hint} required choices={choices} defaultValues={asked} />
          <Actions>
            <Button kind="main" type="submit">
              {words.submit}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  )
}

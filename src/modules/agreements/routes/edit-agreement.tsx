import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { Agreement } from '../domain/agreement.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { agreementForm, draftOf, fieldOfDraft, partyLines } from '../schemas.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { agreementTexts } from '../texts.ts'
import { AgreementConflict } from '../ui/agreement-conflict.tsx'
import { AgreementForm } from '../ui/agreement-form.tsx'
import { agreementChoices } from '../usecases/list-choices.ts'
import { changeAgreement } from '../usecases/write-agreement.ts'
import type { Route } from './+types/edit-agreement.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    allow(mayKeepAgreements(ctx.actor))
    return { agreement, choices: await agreementChoices(ctx), requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = await typeForm(form, agreementForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const parties = partyLines(form)
  if (!parties.ok) return refuseForm(typed.refuse({ fields: parties.problem }, ''))
  const outcome = await submit(context, request, typed, 'agreements.change', async (ctx) => {
    const draft = draftOf(typed.value, parties.value, ctx.actor.currency, ctx.actor.locale)
    return draft.ok ? changeAgreement(ctx, params.agreementId, typed.value.version ?? 0, draft.value) : draft
  })
  if (outcome.ok) return redirectWithFlash(href('/accords/:agreementId', params), 'saved')
  const saved = 'saved' in outcome.problem ? outcome.problem.saved : undefined
  return refuseForm<Agreement>({ ...typed.refuse(outcome.problem, fieldOfDraft), saved })
}

export default function EditAgreement({ loaderData: { agreement, choices, requestKey }, actionData }: Route.ComponentProps) {
  const { form } = useCatalogue(agreementTexts)
  const saved = actionData?.saved
  return (
    <Section title={form.editTitle} titlePlace="above">
      {saved && <AgreementConflict saved={saved} values={actionData.values} />}
      <AgreementForm choices={choices} agreement={saved ?? agreement} isNew={false} refusal={actionData} requestKey={requestKey} />
    </Section>
  )
}

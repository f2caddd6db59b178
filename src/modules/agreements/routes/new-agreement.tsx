import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { pick } from '#platform/pure/localized.ts'
import { read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { mayKeepAgreements } from '../domain/rights.ts'
import { agreementForm, draftOf, fieldOfDraft, partyLines } from '../schemas.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { agreementTexts } from '../texts.ts'
import { AgreementForm } from '../ui/agreement-form.tsx'
import { agreementChoices } from '../usecases/list-choices.ts'
import { openAgreement } from '../usecases/write-agreement.ts'
import type { Route } from './+types/new-agreement.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const renewed = new URL(request.url).searchParams.get('renouvelle')
  return read(context, request, async (ctx) => {
    allow(mayKeepAgreements(ctx.actor))
    return {
      choices: await agreementChoices(ctx),
      renewed: isUuid(renewed) ? found(await loadAgreement(ctx.tx, renewed)) : undefined,
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = await typeForm(form, agreementForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const parties = partyLines(form)
  if (!parties.ok) return refuseForm(typed.refuse({ fields: parties.problem }, ''))
  const outcome = await submit(context, request, typed, 'agreements.open', async (ctx) => {
    const draft = draftOf(typed.value, parties.value, ctx.actor.currency, ctx.actor.locale)
    return draft.ok ? openAgreement(ctx, draft.value, typed.value.renews || null) : draft
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOfDraft))
  return redirectWithFlash(href('/accords/:agreementId', { agreementId: outcome.value }), 'created')
}

export default function NewAgreement({ loaderData: { choices, renewed, requestKey }, actionData }: Route.ComponentProps) {
  const { form, title } = useCatalogue(agreementTexts)
  const locale = useLocale()
  return (
    <Page
      title={form.newTitle}
      lead={renewed ? form.renewing(pick(renewed.title, locale).text) : form.newLead}
      breadcrumbs={[{ to: href('/accords'), label: title }]}
    >
      <AgreementForm choices={choices} agreement={renewed} isNew refusal={actionData} requestKey={requestKey} />
    </Page>
  )
}

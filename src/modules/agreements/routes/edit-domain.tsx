import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { formLocalized } from '#platform/pure/form-text.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayKeepAgreements } from '../domain/rights.ts'
import { pledgeLines, rewordForm } from '../schemas/pledges.ts'
import { listDomains } from '../sql/pledges.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { RewordConflict, RewordForm } from '../ui/reword-form.tsx'
import { rewordDomain } from '../usecases/reword-domain.ts'
import type { Route } from './+types/edit-domain.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const domain = found((await listDomains(ctx.tx, params.agreementId)).find(({ id }) => id === params.domainId))
    allow(mayKeepAgreements(ctx.actor))
    return { domain, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params: { agreementId, domainId } }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'agreements.reword-domain',
    rewordForm,
    (ctx, { version }, form) =>
      rewordDomain(ctx, agreementId, domainId, { version, title: formLocalized(form, 'title'), pledges: pledgeLines(form) }),
    { to: href('/accords/:agreementId/engagements', { agreementId }) },
  )
}

export default function EditDomain({ loaderData: { domain, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const saved = actionData?.saved
  return (
    <Section title={texts.pledges.editDomain} note={texts.pledges.editDomainNote} titlePlace="above">
      {saved && <RewordConflict saved={saved} values={actionData.values} />}
      <RewordForm
        domain={saved ?? domain}
        requestKey={requestKey}
        values={actionData?.values}
        errors={problemTexts(texts, actionData?.problems)}
      />
    </Section>
  )
}

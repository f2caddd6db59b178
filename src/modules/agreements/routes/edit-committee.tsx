import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayKeepAgreements } from '../domain/rights.ts'
import { mendCommitteeForm } from '../schemas.ts'
import { loadCommitteeMeeting } from '../sql/committee.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { CommitteeConflict, CommitteeForm } from '../ui/committee-form.tsx'
import { mendCommittee } from '../usecases/write-committee.ts'
import type { Route } from './+types/edit-committee.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const meeting = found(await loadCommitteeMeeting(ctx.tx, params.agreementId, params.meetingId))
    allow(mayKeepAgreements(ctx.actor))
    return { meeting, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'agreements.mend-committee',
    mendCommitteeForm,
    (ctx, { version, ...meeting }) => mendCommittee(ctx, params.agreementId, params.meetingId, version, meeting),
    {
      to: href('/accords/:agreementId/comite', { agreementId: params.agreementId }),
      field: ({ code }) => (code === 'stale_edit' ? '' : 'heldOn'),
    },
  )
}

export default function EditCommittee({ loaderData: { meeting, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const saved = actionData?.saved
  return (
    <Section title={texts.committee.edit} note={texts.committee.editNote} titlePlace="above">
      {saved && <CommitteeConflict saved={saved} values={actionData.values} />}
      <CommitteeForm
        meeting={saved ?? meeting}
        requestKey={requestKey}
        values={actionData?.values}
        errors={problemTexts(texts, actionData?.problems)}
      />
    </Section>
  )
}

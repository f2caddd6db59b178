import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { CommitteeMeeting } from '../domain/papers.ts'
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

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, mendCommitteeForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { version, ...meeting } = typed.value
  const outcome = await submit(context, request, typed, 'agreements.mend-committee', (ctx) =>
    mendCommittee(ctx, params.agreementId, params.meetingId, version, meeting),
  )
  if (outcome.ok) return redirectWithFlash(href('/accords/:agreementId/comite', { agreementId: params.agreementId }), 'saved')
  const saved = 'saved' in outcome.problem ? outcome.problem.saved : undefined
  return refuseForm<CommitteeMeeting>({ ...typed.refuse(outcome.problem, ({ code }) => (code === 'stale_edit' ? '' : 'heldOn')), saved })
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

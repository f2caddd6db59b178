import { href } from 'react-router'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { mayAnswerInvitation } from '../domain/rights.ts'
import { invitationForm, refusalForm } from '../schemas/partnership.ts'
import { listReceived } from '../sql/invitations.ts'
import { missionTexts } from '../texts.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'
import { problemSentences } from '../texts/problem-sentences.ts'
import { DeclineForm } from '../ui/decline-form.tsx'
import { OfferLetter } from '../ui/offer-letter.tsx'
import { acceptInvitation, declineInvitation } from '../usecases/answer-invitation.ts'
import type { Route } from './+types/received-invitations.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    invitations: await listReceived(ctx.tx, ctx.now),
    mayAnswer: mayAnswerInvitation(ctx.actor),
    organisationName: ctx.actor.organisationName,
    zone: asTimeZone(ctx.actor.timeZone),
  }))
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForms(context, request, {
    decline: carryOut(
      'missions.decline-invitation',
      refusalForm.extend(invitationForm.shape),
      (ctx, { invitationId, reason }) => declineInvitation(ctx, invitationId, reason),
      { to: href('/missions/invitations'), flash: 'sent' },
    ),
    otherwise: carryOut('missions.accept-invitation', invitationForm, (ctx, { invitationId }) => acceptInvitation(ctx, invitationId), {
      to: (made) => href('/missions/:missionId', { missionId: made }),
    }),
  })
}

export default function ReceivedInvitations({
  loaderData: { invitations, mayAnswer, organisationName, zone },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(invitationTexts)
  const errors = problemSentences(texts, useCatalogue(missionTexts), actionData?.problems)
  const { title } = useCatalogue(missionTexts)
  const { received, answer } = texts
  return (
    <Page title={received.title} lead={received.lead} breadcrumbs={[{ to: href('/missions'), label: title }]}>
      {invitations.length === 0 && <EmptyState title={received.emptyTitle}>{received.empty}</EmptyState>}
      {invitations.map((invitation) => {
        const isRefused = actionData?.values.invitationId === invitation.id
        const isDecline = isRefused && actionData.values.intent === 'decline'
        return (
          <Section key={invitation.id} title={answer.title(invitation.inviterOrganisation)} note={invitation.inviterName}>
            <OfferLetter letter={invitation} zone={zone} />
            {mayAnswer ? (
              <>
                <Form id={`accept-${invitation.id}`} errors={isRefused && !isDecline ? errors : undefined}>
                  <HiddenField name="invitationId" value={invitation.id} />
                  <Actions>
                    <Button kind="main">{answer.acceptFor(organisationName)}</Button>
                  </Actions>
                </Form>
                <h3>{answer.declineTitle}</h3>
                <p>{answer.declineNote}</p>
                <DeclineForm
                  invitationId={invitation.id}
                  values={isDecline ? actionData.values : undefined}
                  errors={isDecline ? errors : undefined}
                />
              </>
            ) : (
              <p>{received.mayNotAnswer}</p>
            )}
          </Section>
        )
      })}
    </Page>
  )
}

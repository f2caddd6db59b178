import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { declineForm } from '../schemas.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { LetterFields } from '../ui/letter-fields.tsx'
import { declineRequest } from '../usecases/answer-request.ts'
import { openAnswer } from '../usecases/draft-letter.ts'
import type { Route } from './+types/decline-request.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => openAnswer(ctx, params.requestId, 'declined'))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'visits.decline',
    declineForm,
    (ctx, { reason, language, subject, body, send }) =>
      declineRequest(ctx, params.requestId, reason, { language, subject, body, isSent: send }),
    { to: href('/visites/:requestId', params), field: ({ code }) => (code === 'placeholder_unknown' ? 'body' : '') },
  )
}

export default function DeclineRequest({ loaderData: { asked, draft, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const words = texts.answer
  return (
    <Page
      kicker={texts.number(asked.number)}
      title={words.declineTitle(asked.asker)}
      lead={words.declineLead}
      breadcrumbs={[
        { to: href('/visites'), label: texts.title },
        { to: href('/visites/:requestId', params), label: asked.asker },
      ]}
    >
      <Form id="decline" requestKey={requestKey} values={actionData?.values} errors={visitProblems(texts, actionData?.problems)}>
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} required rows={3} maxLength={2000} />
        <LetterFields draft={draft} email={asked.contactEmail} />
        <Actions>
          <Button kind="main">{words.declineButton}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { redirectForm } from '../schemas.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { LetterFields } from '../ui/letter-fields.tsx'
import { redirectRequest } from '../usecases/answer-request.ts'
import { openAnswer } from '../usecases/draft-letter.ts'
import type { Route } from './+types/redirect-request.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => openAnswer(ctx, params.requestId, 'redirected'))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'visits.redirect',
    redirectForm,
    (ctx, { redirectedTo, reason, language, subject, body, send }) =>
      redirectRequest(ctx, params.requestId, { redirectedTo, reason }, { language, subject, body, isSent: send }),
    { to: href('/visites/:requestId', params), field: ({ code }) => (code === 'placeholder_unknown' ? 'body' : '') },
  )
}

export default function RedirectRequest({ loaderData: { asked, draft, partners, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const words = texts.answer
  return (
    <Page
      kicker={texts.number(asked.number)}
      title={words.redirectTitle(asked.asker)}
      lead={words.redirectLead}
      breadcrumbs={[
        { to: href('/visites'), label: texts.title },
        { to: href('/visites/:requestId', params), label: asked.asker },
      ]}
    >
      <Form id="redirect" requestKey={requestKey} values={actionData?.values} errors={visitProblems(texts, actionData?.problems)}>
        <TextField
          name="redirectedTo"
          label={words.redirectedTo}
          hint={words.redirectedToHint}
          required
          width="long"
          maxLength={200}
          suggestions={partners}
        />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} maxLength={2000} />
        <LetterFields draft={draft} email={asked.contactEmail} />
        <Actions>
          <Button kind="main">{words.redirectButton}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

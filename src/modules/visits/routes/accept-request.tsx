import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { acceptForm } from '../schemas.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { LetterFields } from '../ui/letter-fields.tsx'
import { acceptRequest } from '../usecases/answer-request.ts'
import { openAnswer } from '../usecases/draft-letter.ts'
import type { Route } from './+types/accept-request.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => openAnswer(ctx, params.requestId, 'accepted'))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'visits.accept',
    acceptForm,
    (ctx, { titleFr, titleEn, startsOn, endsOn, city, language, subject, body, send }) =>
      acceptRequest(
        ctx,
        params.requestId,
        { title: localized(titleFr, titleEn), startsOn, endsOn, city },
        { language, subject, body, isSent: send },
      ),
    { to: (made) => href('/missions/:missionId', { missionId: made }), flash: 'created', field: ({ code }) => fieldOf[code] ?? '' },
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  dates_missing: 'startsOn',
  days_out_of_order: 'endsOn',
  placeholder_unknown: 'body',
  letter_empty: 'body',
}

export default function AcceptRequest({ loaderData: { asked, draft, city, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const words = texts.answer
  return (
    <Page
      kicker={texts.number(asked.number)}
      title={words.acceptTitle(asked.asker)}
      lead={words.acceptLead}
      breadcrumbs={[
        { to: href('/visites'), label: texts.title },
        { to: href('/visites/:requestId', params), label: asked.asker },
      ]}
    >
      <Form id="accept" requestKey={requestKey} values={actionData?.values} errors={visitProblems(texts, actionData?.problems)}>
        <TextField
          name="titleFr"
          label={words.titleFr}
          required
          width="long"
          maxLength={200}
          defaultValue={visitTexts.fr.answer.proposedTitle(asked.asker)}
        />
        <TextField
          name="titleEn"
          label={words.titleEn}
          width="long"
          maxLength={200}
          defaultValue={visitTexts.en.answer.proposedTitle(asked.asker)}
        />
        <DateField name="startsOn" label={words.startsOn} required defaultValue={asked.wishedFrom ?? undefined} />
        <DateField name="endsOn" label={words.endsOn} required defaultValue={asked.wishedTo ?? asked.wishedFrom ?? undefined} />
        <TextField name="city" label={words.city} maxLength={120} defaultValue={city} />
        <LetterFields draft={draft} email={asked.contactEmail} />
        <Actions>
          <Button kind="main">{words.acceptButton}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

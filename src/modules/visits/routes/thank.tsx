import { href } from 'react-router'
import { z } from 'zod'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { requiredText } from '#platform/pure/form-fields.ts'
import { visitTexts } from '../texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { LetterFields } from '../ui/letter-fields.tsx'
import { openThanks, thank } from '../usecases/thank.ts'
import type { Route } from './+types/thank.ts'

const thanksForm = z.object({
  subject: requiredText(300),
  body: requiredText(10_000),
  language: z.enum(LOCALES).catch('fr'),
  send: z.string().optional(),
  requestKey: z.uuid().optional(),
})

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => openThanks(ctx, params.requestId))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'visits.thank',
    thanksForm,
    (ctx, { language, subject, body, send }) => thank(ctx, params.requestId, { language, subject, body, isSent: send !== undefined }),
    { to: href('/visites/:requestId', params), field: ({ code }) => (code === 'placeholder_unknown' ? 'body' : '') },
  )
}

export default function Thank({ loaderData, actionData, params }: Route.ComponentProps) {
  const { asked, draft, lastsUntil, thankedOn, requestKey } = loaderData
  const visits = useCatalogue(visitTexts)
  const texts = useCatalogue(receptionTexts)
  const locale = useLocale()
  return (
    <Page
      kicker={visits.number(asked.number)}
      title={texts.thanks.title(asked.asker)}
      lead={texts.thanks.lead}
      breadcrumbs={[
        { to: href('/visites'), label: visits.title },
        { to: href('/visites/:requestId', params), label: asked.asker },
      ]}
    >
      {lastsUntil && <Notice tone="warning" title={texts.thanks.notOver(formatDate(lastsUntil, locale))} />}
      {thankedOn && <Notice tone="info" title={texts.thanks.already(formatDate(thankedOn, locale))} />}
      <Form id="thanks" requestKey={requestKey} values={actionData?.values} errors={receptionProblems(texts, visits, actionData?.problems)}>
        <LetterFields draft={draft} note={texts.thanks.note} email={asked.contactEmail} />
        <Actions>
          <Button kind="main">{texts.thanks.button}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { appTexts } from './texts.ts'

export function ErrorPage({ status, requestId, home }: { status: number; requestId: string; home: string }) {
  const { errors } = useCatalogue(appTexts)
  const [title, lead] =
    status === 404
      ? [errors.notFoundTitle, errors.notFound]
      : status === 403
        ? [errors.forbiddenTitle, errors.forbidden]
        : [errors.failedTitle, errors.failed]
  return (
    <Page title={title} kicker={String(status)} lead={lead} action={<ButtonLink to={home}>{errors.backHome}</ButtonLink>}>
      {requestId && status >= 500 && (
        <p>
          {errors.requestNumber} <code>{requestId}</code>
        </p>
      )}
    </Page>
  )
}

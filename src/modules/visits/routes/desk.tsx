import { Link, data, redirect } from 'react-router'
import { countryChoices } from '#modules/directory/index.ts'
import { networkOfVisitor } from '#modules/identity/index.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { pick } from '#platform/pure/localized.ts'
import { readForm, refuseForm, servicesContext, visitorContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { deskPath } from '../domain/desk.ts'
import { deskForm, factsOf } from '../schemas.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { RequestFields } from '../ui/request-fields.tsx'
import { readDesk, receiveRequest } from '../usecases/receive-request.ts'
import type { Route } from './+types/desk.ts'

/** The published form of an organisation: no account, no script. After it is sent, the same address says under which number it arrived. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const desk = await readDesk(context.get(servicesContext), params.slug)
  if (!desk) return data({ state: 'unknown' as const, requestKey: '', number: null, desk: null, countries: [] }, { status: 404 })
  const number = Number(new URL(request.url).searchParams.get('numero') ?? '')
  if (Number.isInteger(number) && number > 0) return { state: 'sent' as const, desk, number, requestKey: '', countries: [] }
  return {
    state: desk.isOpen ? ('open' as const) : ('closed' as const),
    desk,
    number: null,
    requestKey: crypto.randomUUID(),
    countries: countryChoices(context.get(visitorContext).locale),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const typed = await readForm(request, deskForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const sentKey = typed.form.get('requestKey')
  const outcome = await receiveRequest(context.get(servicesContext), params.slug, {
    key: isUuid(sentKey) ? sentKey : crypto.randomUUID(),
    network: networkOfVisitor(context),
    facts: factsOf(typed.value),
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, ''))
  return redirect(`${deskPath(params.slug)}?numero=${outcome.value}`)
}

export default function Desk({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const locale = useLocale()
  const words = texts.desk
  const { desk, state, number, requestKey, countries } = loaderData
  if (!desk) return <Page title={words.unknownTitle} lead={words.unknown} />
  const { organisationName } = desk
  if (state === 'sent')
    return (
      <Page title={words.sentTitle} lead={words.sent(organisationName, number ?? 0)}>
        <p>
          <Link to={deskPath(params.slug)}>{words.another}</Link>
        </p>
      </Page>
    )
  if (state === 'closed') return <Page title={words.closedTitle} lead={words.closed(organisationName)} />
  return (
    <Page title={words.title(organisationName)} lead={pick(desk.welcome, locale).text || words.lead}>
      <p>{words.privacy(organisationName)}</p>
      <Form id="request" requestKey={requestKey} values={actionData?.values} errors={visitProblems(texts, actionData?.problems)}>
        <RequestFields isTheirs countries={countries} />
        <Actions>
          <Button kind="main">{words.send}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

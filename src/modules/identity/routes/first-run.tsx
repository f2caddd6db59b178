import { data, redirect, useActionData, useLoaderData } from 'react-router'
import { readForm, refuseForm, servicesContext, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/first-run.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { listCountries } from '../domain/countries.ts'
import { withoutSecrets } from '../domain/without-secrets.ts'
import { firstRunForm } from '../schemas.ts'
import * as sql from '../sql/workspace.ts'
import { identityTexts } from '../texts.ts'
import { FirstRunForm } from '../ui/first-run-form.tsx'
import { foundFirst } from '../usecases/found-first.ts'

export async function loader({ context }: Route.LoaderArgs) {
  if (!(await sql.isEmpty(context.get(servicesContext).db))) throw redirect('/')
  const { locale } = context.get(visitorContext)
  return {
    locale,
    countries: listCountries(locale),
    timeZones: Intl.supportedValuesOf('timeZone'),
    currencies: Intl.supportedValuesOf('currency'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext)
  const form = await readForm(request, firstRunForm)
  if (!form.ok) return refuseForm(withoutSecrets(form.problem))
  const { name, email, password, locale, organisationName, ...organisation } = form.value
  const founded = await foundFirst(
    doorOf(context).auth,
    db,
    { person: { name, email, password, locale }, organisation: { ...organisation, name: organisationName, locale } },
    askerOf(context, request).headers,
  )
  if (founded.ok) return redirect('/', { headers: founded.value.cookies })
  const field = founded.problem.code.startsWith('password') ? 'password' : ''
  return data(withoutSecrets(form.refuse(founded.problem, field)), { status: 422 })
}

export default function FirstRunPage() {
  const choices = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.firstRun.title} lead={texts.firstRun.lead}>
      <FirstRunForm choices={choices} refusal={refusal} />
    </Page>
  )
}

import { data, href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { type RefusedForm, read, readForm, redirectWithFlash, submit, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import type { OrganisationLine } from '../domain/organisation.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { organisationDraftOf, organisationField, organisationForm } from '../schemas.ts'
import { directoryTexts } from '../texts.ts'
import { OrganisationForm } from '../ui/organisation-form.tsx'
import { addOrganisation } from '../usecases/add-organisation.ts'
import { organisationChoices } from '../usecases/list-choices.ts'
import type { Route } from './+types/new-organisation.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    allow(mayKeepDirectory(ctx.actor))
    const name = new URL(request.url).searchParams.get('nom')?.slice(0, 200) ?? undefined
    return { ...(await organisationChoices(ctx, locale)), name, requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const typed = await readForm(request, organisationForm)
  if (!typed.ok) return refuse(typed.problem)
  const outcome = await submit(context, request, typed, 'directory.add-organisation', (ctx) =>
    addOrganisation(ctx, organisationDraftOf(typed.value, typed.form), { isAnother: typed.value.isAnother }),
  )
  if (outcome.ok) return redirectWithFlash(href('/annuaire/organisations/:organisationId', { organisationId: outcome.value }), 'created')
  const known = 'known' in outcome.problem ? outcome.problem.known : undefined
  return refuse(typed.refuse(outcome.problem, organisationField), known)
}

/** A refused form, and the card that already answers to this name or number. */
function refuse({ values, problems }: RefusedForm, known?: OrganisationLine) {
  return data({ values, problems, known }, { status: 422 })
}

export default function NewOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  return (
    <Page title={texts.newOrganisation} lead={texts.organisation.newLead} breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}>
      <OrganisationForm {...loaderData} refusal={actionData} known={actionData?.known} />
    </Page>
  )
}

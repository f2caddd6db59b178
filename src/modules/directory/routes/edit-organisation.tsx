import { data, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { type RefusedForm, read, readForm, redirectWithFlash, submit, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { type Organisation, type OrganisationLine, organisationLabel } from '../domain/organisation.ts'
import { mayChangeOrganisation } from '../domain/rights.ts'
import { organisationDraftOf, organisationField, organisationForm } from '../schemas.ts'
import { loadOrganisation } from '../sql/organisations.ts'
import { directoryTexts } from '../texts.ts'
import { OrganisationConflict } from '../ui/edit-conflict.tsx'
import { OrganisationForm } from '../ui/organisation-form.tsx'
import { changeOrganisation } from '../usecases/change-organisation.ts'
import { organisationChoices } from '../usecases/list-choices.ts'
import type { Route } from './+types/edit-organisation.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const organisation = found(await loadOrganisation(ctx.tx, params.organisationId))
    allow(mayChangeOrganisation(ctx.actor, organisation))
    return { organisation, ...(await organisationChoices(ctx, locale)), requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, organisationForm)
  if (!typed.ok) return refuse(typed.problem)
  const outcome = await submit(context, request, typed, 'directory.change-organisation', (ctx) =>
    changeOrganisation(ctx, params.organisationId, typed.value.version ?? 0, organisationDraftOf(typed.value, typed.form)),
  )
  if (outcome.ok) return redirectWithFlash(href('/annuaire/organisations/:organisationId', params), 'saved')
  const { problem } = outcome
  const known = 'known' in problem ? problem.known : undefined
  const saved = 'saved' in problem ? problem.saved : undefined
  return refuse(typed.refuse(problem, organisationField), { known, saved })
}

/** A refused form, with the other card that carries the same number, or the version a colleague saved meanwhile. */
function refuse({ values, problems }: RefusedForm, { known, saved }: { known?: OrganisationLine; saved?: Organisation } = {}) {
  return data({ values, problems, known, saved }, { status: saved ? 409 : 422 })
}

export default function EditOrganisation({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  const label = organisationLabel(loaderData.organisation, locale)
  const saved = actionData?.saved
  return (
    <Page
      title={texts.organisation.editTitle}
      breadcrumbs={[
        { to: href('/annuaire'), label: texts.title },
        { to: href('/annuaire/organisations/:organisationId', params), label },
      ]}
    >
      {saved && <OrganisationConflict saved={saved} values={actionData.values} countries={loaderData.countries} />}
      <OrganisationForm
        {...loaderData}
        version={saved?.version ?? loaderData.organisation.version}
        refusal={actionData}
        known={actionData?.known}
      />
    </Page>
  )
}

import { href, redirect, useLoaderData } from 'react-router'
import { readForm, visitorContext } from '#platform/web.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/choose-organisation.ts'
import { doorOf, ownerOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { organisationChoice } from '../schemas.ts'
import * as sql from '../sql/sessions.ts'
import { identityTexts } from '../texts.ts'
import { OrganisationChoice } from '../ui/organisation-choice.tsx'

export function loader({ context, request }: Route.LoaderArgs) {
  ownerOf(context, request)
  const { organisationId, memberships } = context.get(visitorContext)
  const isFactorDue = organisationId === null && memberships.length > 0
  if (isFactorDue && memberships.length === 1) throw redirect(`${href('/compte/second-facteur')}?next=%2F`)
  return { organisationId, memberships, isFactorDue }
}

/** Only an organisation the account is a member of at this moment; another answers as if it did not exist. */
export async function action({ context, request }: Route.ActionArgs) {
  const { token } = ownerOf(context, request)
  const form = await readForm(request, organisationChoice)
  const chosen =
    form.ok && context.get(visitorContext).memberships.find((membership) => membership.organisationId === form.value.organisationId)
  if (!chosen) throw new Response(null, { status: 404 })
  await sql.chooseOrganisation(doorOf(context).auth, token, chosen.organisationId)
  return redirect(nextPath(form.form.get('next')))
}

export default function ChooseOrganisationPage() {
  const { organisationId, memberships, isFactorDue } = useLoaderData<typeof loader>()
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.organisation.title} lead={texts.organisation.lead}>
      {isFactorDue && (
        <Notice tone="warning" title={texts.organisation.factorDue}>
          <ButtonLink to={href('/compte/second-facteur')}>{texts.organisation.setUpFactor}</ButtonLink>
        </Notice>
      )}
      {memberships.length === 0 ? (
        <EmptyState title={texts.organisation.noneTitle}>
          <p>{texts.organisation.none}</p>
        </EmptyState>
      ) : (
        <OrganisationChoice memberships={memberships} current={organisationId} />
      )}
    </Page>
  )
}

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
import { DeputyshipChoice } from '../ui/deputyship-choice.tsx'
import { OrganisationChoice } from '../ui/organisation-choice.tsx'

export function loader({ context, request }: Route.LoaderArgs) {
  ownerOf(context, request)
  const { organisationId, memberships, deputyships, deputyship } = context.get(visitorContext)
  const isFactorDue = organisationId === null && memberships.length > 0
  if (isFactorDue && memberships.length === 1) throw redirect(`${href('/compte/second-facteur')}?next=%2F`)
  return { organisationId, memberships, deputyships, deputyship, isFactorDue }
}

/** Only an organisation the account is a member of at this moment, or somebody it stands in for; another answers as if it did not exist. */
export async function action({ context, request }: Route.ActionArgs) {
  const { token } = ownerOf(context, request)
  const form = await readForm(request, organisationChoice)
  const { memberships, deputyships } = context.get(visitorContext)
  const { auth } = doorOf(context)
  const wanted = form.ok ? form.value : {}
  const deputyship = deputyships.find(({ deputyshipId }) => deputyshipId === wanted.deputyshipId)
  const membership = memberships.find(({ organisationId }) => organisationId === wanted.organisationId)
  if (deputyship) await sql.chooseDeputyship(auth, token, deputyship)
  else if (membership) await sql.chooseOrganisation(auth, token, membership.organisationId)
  else throw new Response(null, { status: 404 })
  return redirect(nextPath(form.form.get('next')))
}

export default function ChooseOrganisationPage() {
  const { organisationId, memberships, deputyships, deputyship, isFactorDue } = useLoaderData<typeof loader>()
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
        <OrganisationChoice memberships={memberships} current={deputyship ? null : organisationId} />
      )}
      {deputyships.length > 0 && <DeputyshipChoice deputyships={deputyships} current={deputyship?.deputyshipId ?? null} />}
    </Page>
  )
}

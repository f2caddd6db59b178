import { data, redirect, useActionData, useLoaderData } from 'react-router'
import { readForm, refuseForm, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/accept-invitation.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { codeOf } from '../domain/problem-code.ts'
import { newcomerForm } from '../schemas.ts'
import { identityTexts } from '../texts.ts'
import { ClosedInvitation, JoinAsNewcomer, JoinWithAccount, OtherAccount, SignInFirst } from '../ui/invitation-answers.tsx'
import { joinAsNewcomer, joinWithAccount, readInvitation } from '../usecases/accept-invitation.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const invitation = await readInvitation(doorOf(context).auth, params.token)
  const { account, locale } = context.get(visitorContext)
  if (invitation?.state !== 'open')
    return data({ state: 'closed' as const, reason: invitation?.state ?? ('unknown' as const) }, { status: invitation ? 410 : 404 })
  const { organisationName, inviterName, roles, email } = invitation
  const offer = { organisationName, inviterName, roles, email, locale, path: new URL(request.url).pathname }
  if (account) return { state: account.email === email ? ('join' as const) : ('other' as const), offer, account }
  return { state: invitation.accountId ? ('signIn' as const) : ('newcomer' as const), offer }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const { account } = context.get(visitorContext)
  const refuse = (code: string, status = 422) => data({ values: {}, problems: { '': code } }, { status })
  if (account) {
    const joined = await joinWithAccount(auth, params.token, account)
    return joined.ok ? redirect('/') : refuse(codeOf(joined.problem))
  }
  const form = await readForm(request, newcomerForm)
  if (!form.ok) return refuseForm(form.problem)
  const joined = await joinAsNewcomer(auth, params.token, form.value, askerOf(context, request).headers)
  return joined.ok ? redirect('/', { headers: joined.value.cookies }) : refuse(codeOf(joined.problem))
}

export default function AcceptInvitationPage() {
  const answer = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  if (answer.state === 'closed') return <ClosedInvitation reason={answer.reason} />
  const { offer } = answer
  const lead = offer.inviterName
    ? texts.invitation.lead(offer.inviterName, offer.organisationName)
    : texts.invitation.leadAnonymous(offer.organisationName)
  return (
    <Page title={texts.invitation.title(offer.organisationName)} lead={lead}>
      <KeyFacts
        facts={[
          { key: 'roles', label: texts.invitation.roles, value: offer.roles.map((role) => texts.roles[role]).join(', ') },
          { key: 'address', label: texts.invitation.address, value: offer.email },
        ]}
      />
      {answer.state === 'join' && <JoinWithAccount name={answer.account.name} refusal={refusal} />}
      {answer.state === 'other' && <OtherAccount email={answer.account.email} />}
      {answer.state === 'signIn' && <SignInFirst next={offer.path} />}
      {answer.state === 'newcomer' && <JoinAsNewcomer locale={offer.locale} refusal={refusal} />}
    </Page>
  )
}

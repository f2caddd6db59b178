import { data, href, useActionData, useLoaderData } from 'react-router'
import { readForm, refuseForm, redirectWithFlash, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/second-factor-setup.ts'
import { askerOf, doorOf, ownerOf } from '../auth/door.ts'
import { isSecondFactorDue } from '../domain/acting-organisation.ts'
import { nextPath } from '../domain/next-path.ts'
import { codeOf, statusOf } from '../domain/problem-code.ts'
import { factorSetupForm } from '../schemas.ts'
import * as sql from '../sql/accounts.ts'
import { identityTexts } from '../texts.ts'
import { FactorEnrolment, FactorStart } from '../ui/factor-enrolment.tsx'
import { beginSecondFactor, confirmSecondFactor, resumeSecondFactor } from '../usecases/second-factor.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { owner, token } = ownerOf(context, request)
  const { hasPassword, hasSecondFactor } = await sql.loadCredentials(doorOf(context).auth, owner.id, token)
  const isDue = context
    .get(visitorContext)
    .memberships.some((membership) => isSecondFactorDue(membership, { isDemo: owner.isDemo, hasSecondFactor }))
  return { hasPassword, hasSecondFactor, isDue, isDemo: owner.isDemo }
}

/** The secret travels in the answer only, so that neither an address nor a cookie ever holds it. */
export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const { owner } = ownerOf(context, request)
  const asker = askerOf(context, request)
  const form = await readForm(request, factorSetupForm)
  if (!form.ok) return refuseForm({ ...form.problem, values: {} })
  const { intent, password, code, backupCodes } = form.value

  if (intent === 'begin') {
    const begun = await beginSecondFactor(auth, owner, password, asker)
    if (!begun.ok) return data({ enrolment: null, problems: { password: codeOf(begun.problem) } }, { status: statusOf(begun.problem) })
    return { enrolment: begun.value, problems: {} }
  }
  const confirmed = await confirmSecondFactor(auth, owner, code, asker)
  if (!confirmed.ok) {
    const enrolment = await resumeSecondFactor(auth, password, backupCodes.split(' '), asker)
    return data({ enrolment, problems: { code: codeOf(confirmed.problem) } }, { status: statusOf(confirmed.problem) })
  }
  const answer = redirectWithFlash(nextPath(new URL(request.url).searchParams.get('next'), href('/compte')), 'saved')
  for (const cookie of confirmed.value.cookies.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

export default function SecondFactorSetupPage() {
  const { hasPassword, hasSecondFactor, isDue, isDemo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const enrolment = answer && 'enrolment' in answer ? answer.enrolment : null
  const problems = answer?.problems ?? {}
  return (
    <Page
      title={texts.secondFactor.setupTitle}
      lead={texts.secondFactor.setupLead}
      breadcrumbs={[{ to: href('/compte'), label: texts.account.title }]}
    >
      {isDue && <Notice tone="warning">{texts.secondFactor.due}</Notice>}
      {isDemo && <Notice>{texts.account.demo}</Notice>}
      {hasSecondFactor && <Notice tone="success">{texts.secondFactor.isOn}</Notice>}
      {!isDemo &&
        !hasSecondFactor &&
        (enrolment ? (
          <FactorEnrolment enrolment={enrolment} problems={problems} />
        ) : (
          <FactorStart hasPassword={hasPassword} problems={problems} />
        ))}
    </Page>
  )
}

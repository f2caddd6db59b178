import { data, href, redirect, useActionData, useLoaderData } from 'react-router'
import { parseId } from '#platform/pure/ids.ts'
import { type RefusedForm, readForm, refuseForm, servicesContext, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/sign-in.ts'
import { addressCookie, farewellCookie } from '../auth/small-cookies.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { codeOf, statusOf } from '../domain/problem-code.ts'
import { withoutSecrets } from '../domain/without-secrets.ts'
import { address, signInForm } from '../schemas.ts'
import * as accounts from '../sql/accounts.ts'
import * as workspace from '../sql/workspace.ts'
import { identityTexts } from '../texts.ts'
import { DemoDoors } from '../ui/demo-doors.tsx'
import { sentenceOf } from '../ui/problem-sentence.ts'
import { SignInWays } from '../ui/sign-in-ways.tsx'
import { requestCode, signInByPassword, signInDemo } from '../usecases/sign-in.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { config, db } = context.get(servicesContext)
  const { auth } = doorOf(context)
  const query = new URL(request.url).searchParams
  const next = nextPath(query.get('next'))
  if (context.get(visitorContext).account) throw redirect(next)
  if (await workspace.isEmpty(db)) throw redirect(href('/premiere-utilisation'))
  return {
    next,
    providerLabel: config.OIDC_ISSUER ? config.OIDC_LABEL : null,
    providerProblem: query.get('error'),
    farewell: providerFarewell(await farewellCookie(auth).parse(request.headers.get('cookie')), config.OIDC_ISSUER),
    demoAccounts: config.ESCALE_DEMO ? await accounts.listDemoAccounts(auth) : [],
  }
}

/** The link that also ends the session at the provider; nothing but an address of that provider may stand there. */
function providerFarewell(kept: unknown, issuer: string | undefined): string | null {
  const url = typeof kept === 'string' ? URL.parse(kept) : null
  return url && issuer && url.origin === new URL(issuer).origin ? url.href : null
}

export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  const asker = askerOf(context, request)
  const form = await readForm(request, signInForm)
  if (!form.ok) return refuseForm(withoutSecrets(form.problem))
  const { intent, email, password, accountId } = form.value
  const refuse = (problems: Record<string, string>, status = 422) => data<RefusedForm>({ values: { email, intent }, problems }, { status })

  if (intent === 'demo') {
    const id = parseId<'account'>(accountId)
    const entered = id.ok ? await signInDemo(auth, id.value, asker.headers) : null
    return entered?.ok ? redirect(next, { headers: entered.value.cookies }) : refuse({ '': 'demo_only' })
  }
  const who = address.safeParse(email)
  if (!who.success) return refuse({ email: 'email_malformed' })
  if (intent === 'password' && !password) return refuse({ password: 'password_missing' })
  // Without a script, the key Enter in the password field presses the first button: what was typed tells what was meant.
  if (password) {
    const entered = await signInByPassword(auth, who.data, password, asker)
    if (!entered.ok) return refuse({ '': codeOf(entered.problem) }, statusOf(entered.problem))
    return redirect(entered.value.isPending ? `${href('/connexion/second-facteur')}?next=${encodeURIComponent(next)}` : next, {
      headers: entered.value.cookies,
    })
  }
  const sent = await requestCode(auth, who.data, asker)
  if (!sent.ok) return refuse({ '': codeOf(sent.problem) }, statusOf(sent.problem))
  return redirect(`${href('/connexion/code')}?next=${encodeURIComponent(next)}`, {
    headers: { 'set-cookie': await addressCookie(auth).serialize(who.data) },
  })
}

export default function SignInPage() {
  const { next, providerLabel, providerProblem, farewell, demoAccounts } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.signIn.title} lead={texts.signIn.lead}>
      {providerProblem && <Notice tone="warning">{sentenceOf(texts, providerProblem, 'provider_failed')}</Notice>}
      {farewell && providerLabel && (
        <Notice>
          <a href={farewell}>{texts.signIn.endProviderSession(providerLabel)}</a>
        </Notice>
      )}
      <SignInWays next={next} providerLabel={providerLabel} refusal={refusal} />
      {demoAccounts.length > 0 && <DemoDoors accounts={demoAccounts} />}
    </Page>
  )
}

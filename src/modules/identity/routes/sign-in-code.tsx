import { data, href, redirect, useActionData, useLoaderData } from 'react-router'
import { readForm, refuseForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Route } from './+types/sign-in-code.ts'
import { addressCookie } from '../auth/small-cookies.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { codeOf, statusOf } from '../domain/problem-code.ts'
import { address, codeForm } from '../schemas.ts'
import { identityTexts } from '../texts.ts'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { requestCode, signInByCode } from '../usecases/sign-in.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  return { next, email: await givenAddress(context, request, next) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  const email = await givenAddress(context, request, next)
  const asker = askerOf(context, request)
  const form = await readForm(request, codeForm)
  if (!form.ok) return refuseForm(form.problem)
  const refuse = (code: string, status = 422) => data({ values: {}, problems: { code }, isSentAgain: false }, { status })

  if (form.value.intent === 'again') {
    const sent = await requestCode(auth, email, asker)
    return sent.ok ? { values: {}, problems: {}, isSentAgain: true } : refuse(codeOf(sent.problem), statusOf(sent.problem))
  }
  if (form.value.code.length !== 6) return refuse('code_malformed')
  const entered = await signInByCode(auth, email, form.value.code, asker)
  if (!entered.ok) return refuse(codeOf(entered.problem), statusOf(entered.problem))
  const headers = entered.value.cookies
  headers.append('set-cookie', await addressCookie(auth).serialize('', { maxAge: 0 }))
  return redirect(entered.value.isPending ? `${href('/connexion/second-facteur')}?next=${encodeURIComponent(next)}` : next, { headers })
}

/** The address typed on the page before; without it, back to that page. */
async function givenAddress(context: Route.LoaderArgs['context'], request: Request, next: string): Promise<string> {
  const given = address.safeParse(await addressCookie(doorOf(context).auth).parse(request.headers.get('cookie')))
  if (!given.success) throw redirect(`${href('/connexion')}?next=${encodeURIComponent(next)}`)
  return given.data
}

export default function SignInCodePage() {
  const { next, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const isSentAgain = answer && 'isSentAgain' in answer && answer.isSentAgain
  return (
    <Page title={texts.code.title} lead={texts.code.lead(email)}>
      {isSentAgain && <Notice tone="success">{texts.code.sentAgain}</Notice>}
      <Form errors={answer && sentencesOf(texts, answer.problems, 'code_refused')}>
        <TextField
          name="code"
          label={texts.code.label}
          hint={texts.code.noMail}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          required
        />
        <Actions>
          <Button kind="main" name="intent" value="verify">
            {texts.code.verify}
          </Button>
          <Button name="intent" value="again">
            {texts.code.again}
          </Button>
          <ButtonLink kind="quiet" to={`${href('/connexion')}?next=${encodeURIComponent(next)}`}>
            {texts.code.otherAddress}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

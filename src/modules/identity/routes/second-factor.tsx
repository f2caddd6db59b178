import { data, href, redirect, useActionData, useLoaderData } from 'react-router'
import { readForm, refuseForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Route } from './+types/second-factor.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { codeOf, statusOf } from '../domain/problem-code.ts'
import { factorForm } from '../schemas.ts'
import { identityTexts } from '../texts.ts'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { passSecondFactor } from '../usecases/second-factor.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { next: nextPath(new URL(request.url).searchParams.get('next')) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, factorForm)
  if (!form.ok) return refuseForm({ ...form.problem, values: {} })
  const passed = await passSecondFactor(doorOf(context).auth, form.value.code, askerOf(context, request))
  if (!passed.ok) return data({ values: {}, problems: { code: codeOf(passed.problem) } }, { status: statusOf(passed.problem) })
  return redirect(nextPath(new URL(request.url).searchParams.get('next')), { headers: passed.value.cookies })
}

export default function SecondFactorPage() {
  const { next } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.secondFactor.title} lead={texts.secondFactor.lead}>
      <Form errors={refusal && sentencesOf(texts, refusal.problems, 'factor_refused')}>
        <TextField
          name="code"
          label={texts.secondFactor.code}
          hint={texts.secondFactor.codeHint}
          autoComplete="one-time-code"
          spellCheck={false}
          width="short"
          required
        />
        <Actions>
          <Button kind="main">{texts.secondFactor.enter}</Button>
          <ButtonLink kind="quiet" to={`${href('/connexion')}?next=${encodeURIComponent(next)}`}>
            {texts.secondFactor.startAgain}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

import { data, href, redirect } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { registrationTexts } from '../texts.ts'
import { verifyAddress } from '../usecases/apply.ts'
import type { Route } from './+types/verify-address.ts'

/** Following the link confirms nothing: mail scanners follow links too. The button does. */
export async function action({ context, params }: Route.ActionArgs) {
  const verified = await verifyAddress(context.get(servicesContext), params.token)
  return verified.ok ? redirect(href('/inscription/suivi/:secret', verified.value)) : data({ isOver: true }, { status: 410 })
}

export default function VerifyAddress({ actionData }: Route.ComponentProps) {
  const { verify, problems } = useCatalogue(registrationTexts)
  return (
    <Page title={verify.title} lead={actionData?.isOver ? problems.link_over : verify.lead}>
      {!actionData?.isOver && (
        <Form id="verify">
          <Actions>
            <Button kind="main">{verify.confirm}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  )
}

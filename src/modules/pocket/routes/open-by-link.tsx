import { data, href, redirect } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { refuseForm, servicesContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { pocketTexts } from '../texts.ts'
import { PocketFrame } from '../ui/pocket-frame.tsx'
import { openByLink, readLink } from '../usecases/open-pocket.ts'
import type { Route } from './+types/open-by-link.ts'
import { deviceCookie } from './device-cookie.ts'

export const handle = { frame: 'none' }

/** Looking changes nothing: the pocket opens by a button, because mail scanners follow links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const letter = await readLink(context.get(servicesContext), params.token)
  return data({ letter }, { status: letter ? 200 : 404 })
}

export async function action({ context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const opened = await openByLink(services, params.token)
  if (!opened.ok) return refuseForm({ values: {}, problems: { '': opened.problem.code } })
  return redirect(href('/poche'), { headers: { 'Set-Cookie': await deviceCookie(services).serialize(opened.value.secret) } })
}

export default function OpenByLink({ loaderData: { letter } }: Route.ComponentProps) {
  const { link } = useCatalogue(pocketTexts)
  const locale = useLocale()
  if (!letter) {
    return (
      <PocketFrame>
        <Page title={link.overTitle} lead={link.over} />
      </PocketFrame>
    )
  }
  return (
    <PocketFrame>
      <Page
        kicker={letter.organisationName}
        title={link.title}
        lead={link.lead(`${letter.givenName} ${letter.familyName}`, pick(letter.title, locale).text)}
      >
        <p>{link.words}</p>
        <Form>
          <Actions>
            <Button kind="main">{link.open}</Button>
          </Actions>
        </Form>
      </Page>
    </PocketFrame>
  )
}

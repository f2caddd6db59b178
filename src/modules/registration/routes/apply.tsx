import { data, href, redirect } from 'react-router'
import { isUuid } from '#platform/pure/ids.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { refuseForm, servicesContext, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { applicationForm } from '../schemas.ts'
import { registrationTexts, sayFormProblems } from '../texts.ts'
import { ApplicantForm } from '../ui/applicant-form.tsx'
import { MissionFacts } from '../ui/mission-letter.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { apply, readLink } from '../usecases/apply.ts'
import type { Route } from './+types/apply.ts'

/** The offices of the sender are not known to the holder of a link: days are told in the zone the product begins with. */
const zoneOfLetters = asTimeZone('Europe/Paris')

export async function loader({ context, params }: Route.LoaderArgs) {
  const opened = await readLink(context.get(servicesContext), params.token)
  if (opened?.link.state !== 'open')
    return data({ state: opened?.link.state ?? ('unknown' as const), registered: opened?.registered ?? [] }, { status: opened ? 410 : 404 })
  return { state: 'open' as const, ...opened, requestKey: crypto.randomUUID() }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const typed = await typeForm(await request.formData(), applicationForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const key = typed.form.get('requestKey')
  const isSent = typed.form.get('intent') !== 'save'
  const applied = await apply(context.get(servicesContext), params.token, isUuid(key) ? key : crypto.randomUUID(), typed.value, isSent)
  return applied.ok ? redirect(href('/inscription/suivi/:secret', applied.value)) : refuseForm(typed.refuse(applied.problem, ''))
}

export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(registrationTexts)
  const locale = useLocale()
  const { form } = texts
  if (loaderData.state !== 'open')
    return (
      <Page title={form.over[loaderData.state]} lead={form.overNote}>
        <Registered registered={loaderData.registered} />
      </Page>
    )
  const { link, registered, requestKey } = loaderData
  const isRelay = link.kind === 'focal_point'
  return (
    <Page
      title={form.title(pick(link.title, locale).text)}
      lead={isRelay ? `${form.relay(link.represents ?? '')} ${form.relayUsed(link.used, link.places)}` : form.lead(link.organisationName)}
    >
      <Section title={form.mission}>
        <MissionFacts letter={link} until={link.expiresAt} zone={zoneOfLetters} />
      </Section>
      <Registered registered={registered} />
      <Section title={form.fill}>
        <ApplicantForm
          words={{
            language: locale,
            ...(isRelay ? {} : { givenName: link.givenName ?? '', familyName: link.familyName ?? '' }),
            represents: link.represents ?? '',
          }}
          isOfSomeoneElse={isRelay}
          requestKey={requestKey}
          organisationName={link.organisationName}
          values={actionData?.values}
          errors={sayFormProblems(texts, actionData?.problems)}
        />
      </Section>
    </Page>
  )
}

function Registered({ registered }: { registered: Route.ComponentProps['loaderData']['registered'] }) {
  const { form } = useCatalogue(registrationTexts)
  if (registered.length === 0) return null
  return (
    <Section title={form.registered}>
      <ul>
        {registered.map(({ givenName, familyName, state }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- people a relay registers have no other key it may know
          <li key={index}>
            {`${givenName} ${familyName}`} <StateTag state={state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { type Location, data, href, redirect, useLocation } from 'react-router'
import { organisationKinds, countryChoices } from '#modules/directory/index.ts'
import { actFor, identityTexts, welcomeNewcomer } from '#modules/identity/index.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type WebContext, redirectWithFlash, refuseForm, servicesContext, submit, typeForm, visitorContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { type OfferStanding, decideStanding } from '../domain/offer-standing.ts'
import type { OpenedOffer } from '../domain/partnership.ts'
import { foundingForm, newcomerForm, refusalForm } from '../schemas/partnership.ts'
import { missionTexts } from '../texts.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'
import { problemSentences } from '../texts/problem-sentences.ts'
import { DeclineForm } from '../ui/decline-form.tsx'
import { type FoundingChoices, FoundingForm } from '../ui/founding-form.tsx'
import { OfferLetter } from '../ui/offer-letter.tsx'
import { acceptOffer, declineOffer, foundByOffer, readOffer } from '../usecases/answer-invitation.ts'
import type { Route } from './+types/answer-invitation.ts'

/** The organiser's offices are not known to the holder of a link: the last day is told in the zone the product begins with. */
const zoneOfLetters = asTimeZone('Europe/Paris')

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const offer = await readOffer(context.get(servicesContext), params.token)
  const wasDeclined = new URL(request.url).searchParams.has('declined') && offer?.state === 'declined'
  if (offer?.state !== 'open')
    return data({ state: offer?.state ?? ('unknown' as const), wasDeclined }, { status: wasDeclined ? 200 : offer ? 410 : 404 })
  const visitor = context.get(visitorContext)
  return {
    state: 'open' as const,
    offer,
    standing: decideStanding(offer, visitor),
    choices: choicesIn(visitor.locale),
    locale: offer.language,
  }
}

function choicesIn(locale: 'fr' | 'en'): FoundingChoices {
  const { kinds } = identityTexts[locale].firstRun
  return {
    kinds: organisationKinds.map((value) => ({ value, label: kinds[value] })),
    countries: countryChoices(locale),
    currencies: Intl.supportedValuesOf('currency'),
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const services = context.get(servicesContext)
  const intent = form.get('intent')
  if (intent === 'decline') {
    const typed = await typeForm(form, refusalForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const declined = await declineOffer(services, params.token, typed.value.reason)
    return declined.ok ? redirect(`${href('/partenariat/:token', params)}?declined`) : refuseForm(typed.refuse(declined.problem, ''))
  }
  if (intent === 'found') return found(context, request, params.token, form)
  const outcome = await submit(context, request, { form }, 'missions.accept-offer', (ctx) => acceptOffer(ctx, params.token))
  if (!outcome.ok) return refuseForm({ values: { intent: 'accept' }, problems: { '': outcome.problem.code } })
  return redirectWithFlash(href('/missions/:missionId', { missionId: outcome.value }), 'saved')
}

/** Opens the organisation of the person invited: with their account, or with the one they make here. */
async function found(context: WebContext, request: Request, token: string, form: FormData) {
  const services = context.get(servicesContext)
  const { account, locale } = context.get(visitorContext)
  if (account) {
    const typed = await typeForm(form, foundingForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { organisationName: name, ...organisation } = typed.value
    const founded = await foundByOffer(services, token, account.id, { ...organisation, name, locale })
    if (!founded.ok) return refuseForm(typed.refuse(founded.problem, ''))
    await actFor(context, request, founded.value.organisationId)
    return redirectWithFlash(href('/missions/:missionId', founded.value), 'created')
  }
  const offer = await readOffer(services, token)
  const typed = await typeForm(form, newcomerForm)
  if (!typed.ok) return refuseForm(typed.problem)
  if (offer?.state !== 'open') return refuseForm(typed.refuse({ code: 'invitation_over' }, ''))
  const { name, locale: spoken, organisationName, ...organisation } = typed.value
  const missionIds: string[] = []
  const welcomed = await welcomeNewcomer(context, request, { name, email: offer.email, locale: spoken }, async (accountId) => {
    const founded = await foundByOffer(services, token, accountId, { ...organisation, name: organisationName, locale: spoken })
    if (founded.ok) missionIds.push(founded.value.missionId)
    return founded.ok
  })
  if (!welcomed.ok) return refuseForm(typed.refuse(welcomed.problem, ''))
  const next = encodeURIComponent(`/missions/${missionIds[0] ?? ''}`)
  return redirect(`${href('/compte/second-facteur')}?next=${next}`, { headers: welcomed.value.cookies })
}

export default function AnswerInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { answer } = useCatalogue(invitationTexts)
  if (loaderData.state !== 'open') return <ClosedOffer state={loaderData.state} wasDeclined={loaderData.wasDeclined} />
  const { offer, standing, choices, locale } = loaderData
  return (
    <Page title={answer.title(offer.inviterOrganisation)} lead={offer.inviterName ? answer.lead(offer.inviterName) : undefined}>
      <Section title={answer.mission}>
        <OfferLetter letter={offer} zone={zoneOfLetters} organisationName={offer.organisationName} />
      </Section>
      <Section title={answer.acceptTitle}>
        <WaysToAccept
          offer={offer}
          standing={standing}
          choices={choices}
          locale={locale}
          refusal={refusalOf(actionData, ['accept', 'found'])}
        />
      </Section>
      <Section title={answer.declineTitle} note={answer.declineNote}>
        <Decline refusal={refusalOf(actionData, ['decline'])} />
      </Section>
    </Page>
  )
}

type Refusal = Route.ComponentProps['actionData']

function refusalOf(refusal: Refusal, intents: readonly string[]): Refusal {
  return refusal && intents.includes(String(refusal.values.intent)) ? refusal : undefined
}

function Decline({ refusal }: { refusal: Refusal }) {
  const errors = problemSentences(useCatalogue(invitationTexts), useCatalogue(missionTexts), refusal?.problems)
  return <DeclineForm values={refusal?.values} errors={errors} />
}

function WaysToAccept({
  offer,
  standing,
  choices,
  locale,
  refusal,
}: {
  offer: OpenedOffer
  standing: OfferStanding
  choices: FoundingChoices
  locale: 'fr' | 'en'
  refusal: Refusal
}) {
  const texts = useCatalogue(invitationTexts)
  const errors = problemSentences(texts, useCatalogue(missionTexts), refusal?.problems)
  const here = pathOf(useLocation())
  const { answer } = texts
  const founding = { choices, organisationName: offer.organisationName, values: refusal?.values, errors }
  switch (standing.kind) {
    case 'sign_in':
      return (
        <>
          <p>{answer.signInNote}</p>
          <Actions>
            <ButtonLink kind="main" to={`${href('/connexion')}?next=${encodeURIComponent(here)}`}>
              {answer.signIn}
            </ButtonLink>
          </Actions>
        </>
      )
    case 'newcomer':
      return (
        <>
          <h3>{answer.foundTitle}</h3>
          <p>{answer.foundNote}</p>
          <FoundingForm {...founding} newcomer={locale} />
        </>
      )
    case 'needs_membership':
      return <p>{answer.notAMember(offer.organisationName)}</p>
    case 'other_account':
      return (
        <>
          <Notice tone="warning">{answer.otherAccount(standing.email)}</Notice>
          <Form action={href('/deconnexion')}>
            <Actions>
              <Button>{answer.signOut}</Button>
            </Actions>
          </Form>
        </>
      )
    case 'factor_due':
      return (
        <Notice tone="warning" title={answer.factorDue}>
          <ButtonLink to={`${href('/compte/second-facteur')}?next=${encodeURIComponent(here)}`}>{answer.setUpFactor}</ButtonLink>
        </Notice>
      )
    case 'member':
      return (
        <>
          {standing.acting && standing.mayAccept && (
            <Form id="accept" errors={refusal?.values.intent === 'accept' ? errors : undefined}>
              <HiddenField name="intent" value="accept" />
              <Actions>
                <Button kind="main">{answer.acceptFor(standing.acting)}</Button>
              </Actions>
            </Form>
          )}
          {standing.acting && !standing.mayAccept && (
            <p>{standing.isInvited ? answer.noRole(standing.acting) : answer.notInvited(offer.organisationName, standing.acting)}</p>
          )}
          {standing.others.length > 0 && (
            <>
              <h3>{answer.otherOrganisations}</h3>
              <Form action={href('/compte/organisation')}>
                <HiddenField name="next" value={here} />
                <Actions>
                  {standing.others.map(({ organisationId, organisationName }) => (
                    <Button key={organisationId} name="organisationId" value={organisationId}>
                      {answer.actFor(organisationName)}
                    </Button>
                  ))}
                </Actions>
              </Form>
            </>
          )}
          {standing.mayFound && (
            <>
              <h3>{answer.foundTitle}</h3>
              <p>{answer.foundNote}</p>
              <FoundingForm {...founding} newcomer={null} />
            </>
          )}
        </>
      )
  }
}

function pathOf({ pathname }: Location): string {
  return pathname
}

function ClosedOffer({ state, wasDeclined }: { state: 'accepted' | 'declined' | 'revoked' | 'expired' | 'unknown'; wasDeclined: boolean }) {
  const { answer } = useCatalogue(invitationTexts)
  return (
    <Page title={wasDeclined ? answer.declined : answer.closedTitle} lead={wasDeclined ? answer.declinedNote : answer.closed[state]}>
      {!wasDeclined && (
        <Actions>
          <ButtonLink to={href('/connexion')}>{answer.toSignIn}</ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

import { data, href, redirect } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { formValues, refuseForm, servicesContext, typeForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { LocaleProvider, useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import type { ClosedLink } from '../domain/answer-link.ts'
import { shownToHolder } from '../domain/shown-slots.ts'
import { noProfile } from '../domain/company-profile.ts'
import { linkOutcomeForm } from '../schemas/outcome.ts'
import { awayForm, detailsOf, ownProfileForm } from '../schemas/participant.ts'
import { answerForm, slotChoiceForm, wishesForm } from '../schemas/wishes.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { profileTexts } from '../texts/profile-texts.ts'
import { CompanyForm } from '../ui/company-form.tsx'
import { LinkOutcomes } from '../ui/outcome/link-outcomes.tsx'
import { ReceivedRequests } from '../ui/received-requests.tsx'
import type { Refusal } from '../ui/refusal.ts'
import { KeptForLink } from '../ui/suggestions/kept-for-link.tsx'
import { SlotBoxes } from '../ui/slot-boxes.tsx'
import { WishForm } from '../ui/wish-form.tsx'
import {
  answerWithLink,
  chooseSlotWithLink,
  readLink,
  readLinkMeetings,
  readLinkOffers,
  readLinkProfiles,
  readLinkSuggestions,
  sayAwayWithLink,
  showLinkChoices,
  tellWithLink,
  wishWithLink,
  writeProfileWithLink,
} from '../usecases/answer-by-link.ts'
import type { Route } from './+types/answer-link.ts'

/** The page of somebody without an account: the link is all they have, and this page all it opens. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const link = await readLink(services, params.token)
  if (link === null) return data({ state: 'unknown' as const }, { status: 404 })
  if (link.state !== 'open') return data({ state: link.state }, { status: 410 })
  const profiles = await readLinkProfiles(services, params.token)
  const offers = await readLinkOffers(services, params.token)
  const isOpen = services.now() >= link.event.opensAt && services.now() <= link.event.closesAt
  const slots = link.slots.map(shownToHolder)
  return {
    state: 'open' as const,
    link,
    offers,
    choices: await showLinkChoices(services, params.token, link, profiles),
    suggestions: await readLinkSuggestions(services, params.token),
    meetings: await readLinkMeetings(services, params.token),
    profile: profiles?.own ?? noProfile,
    isOpen,
    slots,
    isSaved: new URL(request.url).searchParams.has('ok'),
    ends: dateIn(link.event.timeZone, link.expiresAt),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const form = await request.formData()
  const intent = String(formValues(form).intent)
  const done = () => redirect(`${href('/rendez-vous/:token', params)}?ok`)
  if (intent === 'answer') {
    const typed = await typeForm(form, answerForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await answerWithLink(services, params.token, typed.value)
    return outcome.ok
      ? done()
      : refuseForm(typed.refuse(outcome.problem, ({ code }) => (code === 'declined_with_a_reason' ? 'reason' : '')))
  }
  if (intent === 'away') {
    const typed = await typeForm(form, awayForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await sayAwayWithLink(services, params.token, typed.value.representativeId, typed.value.slotIds)
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'choose') {
    const typed = await typeForm(form, slotChoiceForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await chooseSlotWithLink(services, params.token, typed.value)
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'slotId'))
  }
  if (intent === 'outcome') {
    const typed = await typeForm(form, linkOutcomeForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await tellWithLink(services, params.token, typed.value)
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'company') {
    const typed = await typeForm(form, ownProfileForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { version, profile } = detailsOf(typed.value)
    const outcome = await writeProfileWithLink(services, params.token, version, profile)
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, wishesForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await wishWithLink(services, params.token, typed.value)
  return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function AnswerLink({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.state !== 'open') return <Closed state={loaderData.state} />
  const { language } = loaderData.link
  return (
    <LocaleProvider locale={language}>
      <div lang={language}>
        <OpenLink {...loaderData} refusal={actionData} />
      </div>
    </LocaleProvider>
  )
}

type OpenLinkProps = Extract<Route.ComponentProps['loaderData'], { state: 'open' }> & { refusal: Refusal }

function OpenLink({ link, offers, meetings, choices, suggestions, profile, isOpen, slots, isSaved, ends, refusal }: OpenLinkProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { answer, wishes } = texts
  const company = useCatalogue(profileTexts)
  const { event, participant, quotas, requests, representatives } = link
  const dates = [event.opensAt, event.closesAt].map((at) => formatDate(dateIn(event.timeZone, at), locale)) as [string, string]
  const lone = refusal?.values.intent === 'away' ? refusal.problems[''] : undefined
  return (
    <Page title={pick(event.title, locale).text} kicker={answer.for(participant.name)} lead={answer.lead(link.organisation)}>
      {isSaved && !refusal && <Notice tone="success" title={answer.saved} />}
      {lone && <Notice tone="danger" title={problemText(texts, lone)} />}
      <p>{answer.ends(formatDate(ends, locale))}</p>
      {meetings.length > 0 && <LinkOutcomes meetings={meetings} refusal={refusal} />}
      <ReceivedRequests requests={requests} quotas={quotas} offers={offers} slots={slots} refusal={refusal} />
      {choices.length > 0 && (
        <Section title={wishes.own} note={isOpen ? wishes.ownNote : wishes.closed(...dates)} titlePlace="above">
          <WishForm choices={choices} quotas={quotas} mayWrite={isOpen} refusal={refusal}>
            <KeptForLink
              runs={suggestions}
              names={Object.fromEntries(choices.map(({ id, name }) => [id, name]))}
              timeZone={event.timeZone}
            />
          </WishForm>
        </Section>
      )}
      <Section title={company.title} note={company.ownNote} titlePlace="above">
        <CompanyForm profile={profile} trade={participant} refusal={refusal} />
      </Section>
      {slots.length > 0 && representatives.length > 0 && (
        <Section title={answer.away} note={slots.some(({ city }) => city) ? undefined : answer.awayNote(zoneName(event.timeZone, locale))}>
          {representatives.map(({ id, givenName, familyName, away }) => (
            <Form key={id} id={`away-${id}`}>
              <HiddenField name="intent" value="away" />
              <HiddenField name="representativeId" value={id} />
              <p>
                <strong>{`${givenName} ${familyName}`.trim()}</strong>
              </p>
              <SlotBoxes name="slotIds" slots={slots} checked={away} />
              <Actions>
                <Button>{texts.participant.saveAway}</Button>
              </Actions>
            </Form>
          ))}
        </Section>
      )}
    </Page>
  )
}

function Closed({ state }: { state: ClosedLink['state'] | 'unknown' }) {
  const { answer } = useCatalogue(eventTexts)
  return <Page title={answer.closedTitle} lead={answer.closed[state]} />
}

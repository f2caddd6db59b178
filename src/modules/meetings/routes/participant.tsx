import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { CompanySection } from '../ui/participant/company-section.tsx'
import { FactsSection } from '../ui/participant/facts-section.tsx'
import { LinkSection } from '../ui/participant/link-section.tsx'
import { TravellerForms } from '../ui/participant/traveller-forms.tsx'
import { People } from '../ui/people.tsx'
import { ReceivedRequests } from '../ui/received-requests.tsx'
import { WishForm } from '../ui/wish-form.tsx'
import { readParticipant } from '../usecases/read-participant.ts'
import type { Route } from './+types/participant.ts'
import { answerParticipantForm } from './participant-forms.ts'

export async function loader({ context, request, params: { missionId, eventId, participantId } }: Route.LoaderArgs) {
  const page = await read(context, request, (ctx) => readParticipant(ctx, missionId, eventId, participantId))
  return { ...page, requestKey: crypto.randomUUID() }
}

export const action = ({ context, request, params }: Route.ActionArgs) => answerParticipantForm(context, request, params)

export default function ParticipantPage({ loaderData, actionData: refusal, params }: Route.ComponentProps) {
  const { event, participant, circles, legs, presence, slots, people, titles, company, own, travellers, isOurs, requestKey } = loaderData
  const texts = useCatalogue(eventTexts)
  const suggestions = useCatalogue(suggestionTexts)
  const locale = useLocale()
  const { participant: words, wishes } = texts
  const intent = refusal?.values.intent
  const problems: Readonly<Record<string, string>> = refusal?.problems ?? {}
  const lone = intent === 'removeParticipant' || intent === 'removePerson' ? problems[''] : undefined
  const mayWrite = own !== null
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {lone && <Notice tone="danger" title={problemText(texts, lone)} />}
      <FactsSection
        missionId={params.missionId}
        eventId={params.eventId}
        participant={participant}
        circles={circles}
        legs={legs}
        presence={presence}
        mayWrite={mayWrite}
        refusal={refusal}
        requestKey={requestKey}
      />
      <CompanySection company={company} profile={own?.profile ?? null} refusal={refusal} requestKey={requestKey} />
      <Section title={words.people} note={words.peopleNote} titlePlace="above">
        <People
          people={people}
          slots={slots}
          titles={titles}
          mayWrite={mayWrite}
          mayWriteContacts={isOurs}
          refusal={refusal}
          requestKey={requestKey}
        />
        {travellers && <TravellerForms {...travellers} refusal={refusal} requestKey={requestKey} />}
      </Section>
      {own && (
        <>
          <ReceivedRequests
            requests={own.requests}
            quotas={own.quotas}
            offers={own.offers}
            slots={slots}
            proposals={own.proposals}
            refusal={refusal}
            requestKey={requestKey}
          />
          <Section
            title={wishes.own}
            note={own.isOpen ? wishes.ownNote : wishes.closed(formatDate(own.opensOn, locale), formatDate(own.closesOn, locale))}
            titlePlace="above"
          >
            <WishForm choices={own.choices} quotas={own.quotas} mayWrite={own.isOpen} refusal={refusal} requestKey={requestKey}>
              <p>
                <Link to={`${href('/missions/:missionId/rendez-vous/:eventId/rapprochements', params)}?participant=${participant.id}`}>
                  {suggestions.keptFor(participant.name)}
                </Link>
              </p>
            </WishForm>
          </Section>
          <LinkSection link={own.link} address={refusal && 'address' in refusal ? refusal.address : undefined} requestKey={requestKey} />
          <Section title={words.removeParticipant} note={words.removeNote} onPaper={false}>
            <Form id="remove" requestKey={requestKey}>
              <HiddenField name="intent" value="removeParticipant" />
              <Actions>
                <Button kind="danger">{words.removeParticipant}</Button>
              </Actions>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { mayOrganiseMeetings, mayWriteParticipant } from '../domain/rights.ts'
import { shownSlots } from '../domain/shown-slots.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { data } from 'react-router'
import { CopyField } from '#ui/copy-field.tsx'
import { Select } from '#ui/select.tsx'
import { answerForm, linkForm, offerForm, slotChoiceForm, wishesForm } from '../schemas/wishes.ts'
import { listAllowances, listReceivedRequests, loadStandingLink } from '../sql/wishes.ts'
import { loadProfile, readShownProfiles } from '../sql/profiles.ts'
import { noProfile, nothingShown } from '../domain/company-profile.ts'
import { useProfileWords } from '../ui/use-profile-words.ts'
import { writeProfile } from '../usecases/write-profile.ts'
import { listOffers } from '../sql/slot-offers.ts'
import { SlotOfferPart } from '../ui/slot-offer.tsx'
import { chooseOfferedSlot, offerSlots, proposeSlots } from '../usecases/offer-slots.ts'
import { ReceivedRequests } from '../ui/received-requests.tsx'
import { WishForm } from '../ui/wish-form.tsx'
import { makeLink, revokeLink } from '../usecases/make-link.ts'
import { answerRequests, listChoices, makeWishes } from '../usecases/make-wishes.ts'
import { awayForm, detailsForm, detailsOf, personChoice, personForm, profileForm, profileWords } from '../schemas/participant.ts'
import { listAbsences, listRepresentatives, loadParticipant } from '../sql/participants.ts'
import { listCircles, listSlots } from '../sql/setup.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { profileTexts } from '../texts/profile-texts.ts'
import { CompanyForm } from '../ui/company-form.tsx'
import { EventViews } from '../ui/event-views.tsx'
import { People } from '../ui/people.tsx'
import { fieldOfProfile } from '../ui/profile-fields.ts'
import { ProfileForm } from '../ui/profile-form.tsx'
import { openEvent } from '../usecases/open-event.ts'
import { readBlocked } from '../usecases/read-blocked.ts'
import { addRepresentative, changeParticipant, removeParticipant, removeRepresentative, sayAway } from '../usecases/write-participant.ts'
import type { Route } from './+types/participant.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    const participant = found(await loadParticipant(ctx.tx, event.id, params.participantId))
    const away = Map.groupBy(await listAbsences(ctx.tx, event.id), ({ whoId }) => whoId)
    const mayWrite = mayWriteParticipant(ctx.actor, mission.partners, participant.organisationId)
    const allowances = await listAllowances(ctx.tx, event.id)
    const link = mayWrite ? await loadStandingLink(ctx.tx, participant.id) : null
    const people = await listRepresentatives(ctx.tx, event.id, participant.id)
    const { of: blocked, titles } = await readBlocked(ctx, event)
    return {
      event: { id: event.id, title: event.title },
      participant,
      circles: await listCircles(ctx.tx, event.id),
      slots: shownSlots(await listSlots(ctx.tx, event.id), event.timeZone),
      people: people.map((person) => ({
        ...person,
        awaySlotIds: (away.get(person.id) ?? []).map(({ slotId }) => slotId),
        blocked: blocked.get(person.id) ?? [],
      })),
      titles,
      profile: mayWrite ? ((await loadProfile(ctx.tx, participant.id)) ?? noProfile) : null,
      shown: mayWrite ? nothingShown : ((await readShownProfiles(ctx.tx, event.id)).get(participant.id) ?? nothingShown),
      mayWrite,
      isOpen: ctx.now >= event.opensAt && ctx.now <= event.closesAt,
      opensOn: dateIn(event.timeZone, event.opensAt),
      closesOn: dateIn(event.timeZone, event.closesAt),
      quotas: allowances.find(({ participantId }) => participantId === participant.id) ?? null,
      choices: mayWrite ? await listChoices(ctx, event.id, participant.id) : [],
      offers: mayWrite ? await listOffers(ctx.tx, event.id) : [],
      proposals: mayOrganiseMeetings(ctx.actor, mission.partners)
        ? await proposeSlots(ctx, params.missionId, params.eventId, participant.id)
        : null,
      requests: mayWrite ? await listReceivedRequests(ctx.tx, event.id, participant.id) : [],
      link: link && { madeOn: dateIn(event.timeZone, link.madeAt), endsOn: dateIn(event.timeZone, link.expiresAt) },
      isOurs: participant.organisationId === ctx.actor.organisationId,
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { missionId, eventId, participantId } = params
  const intent = String(formValues(form).intent)
  const operation = `meetings.participant-${intent}`
  const done = () => redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId/participants/:participantId', params), 'saved')
  if (intent === 'choose') {
    const typed = await typeForm(form, slotChoiceForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      chooseOfferedSlot(ctx, missionId, eventId, participantId, typed.value),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'slotId'))
  }
  if (intent === 'offer') {
    const typed = await typeForm(form, offerForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { wishId, first, second, third } = typed.value
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      offerSlots(ctx, missionId, eventId, participantId, wishId, [first, second, third]),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'second'))
  }
  if (intent === 'company') {
    const typed = await typeForm(form, detailsForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { version, profile } = detailsOf(typed.value)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      writeProfile(ctx, missionId, eventId, participantId, version, profile),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'person') {
    const typed = await typeForm(form, personForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      addRepresentative(ctx, missionId, eventId, participantId, typed.value),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'familyName'))
  }
  if (intent === 'removePerson') {
    const typed = await typeForm(form, personChoice)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      removeRepresentative(ctx, missionId, eventId, participantId, typed.value.representativeId),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'away') {
    const typed = await typeForm(form, awayForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { representativeId, slotIds } = typed.value
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      sayAway(ctx, missionId, eventId, participantId, representativeId, slotIds),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'removeParticipant') {
    const typed = await typeForm(form, profileForm.partial())
    const outcome = await submit(context, request, typed, operation, (ctx) => removeParticipant(ctx, missionId, eventId, participantId))
    return outcome.ok
      ? redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId', params), 'removed')
      : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'wishes') {
    const typed = await typeForm(form, wishesForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      makeWishes(ctx, missionId, eventId, participantId, typed.value),
    )
    return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'answer') {
    const typed = await typeForm(form, answerForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      answerRequests(ctx, missionId, eventId, participantId, [typed.value]),
    )
    return outcome.ok
      ? done()
      : refuseForm(typed.refuse(outcome.problem, ({ code }) => (code === 'declined_with_a_reason' ? 'reason' : '')))
  }
  if (intent === 'link' || intent === 'revokeLink') {
    const typed = await typeForm(form, linkForm)
    if (!typed.ok) return refuseForm(typed.problem)
    if (intent === 'revokeLink') {
      const outcome = await submit(context, request, typed, operation, (ctx) => revokeLink(ctx, missionId, eventId, participantId))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
    }
    const outcome = await submit(context, request, typed, operation, (ctx) =>
      makeLink(ctx, missionId, eventId, participantId, typed.value.language),
    )
    // Shown once, hence by the answer itself: the database keeps no more than its digest.
    return outcome.ok ? data({ values: { intent }, problems: {}, address: outcome.value }) : refuseForm(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, profileForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, operation, (ctx) =>
    changeParticipant(ctx, missionId, eventId, participantId, typed.value.version, profileWords(typed.value)),
  )
  return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, fieldOfProfile))
}

export default function ParticipantPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const {
    event,
    participant,
    circles,
    slots,
    people,
    titles,
    profile,
    shown,
    mayWrite,
    isOurs,
    requestKey,
    choices,
    requests,
    offers,
    proposals,
    quotas,
    link,
    isOpen,
    opensOn,
    closesOn,
  } = loaderData
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { participant: words } = texts
  const company = useCatalogue(profileTexts)
  const wordsOf = useProfileWords()
  const circle = circles.find(({ id }) => id === participant.circleId)
  const intent = actionData?.values.intent
  const lone =
    intent === 'removeParticipant' || intent === 'removePerson'
      ? (actionData?.problems as Readonly<Record<string, string>> | undefined)?.['']
      : undefined
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {lone && <Notice tone="danger" title={problemText(texts, lone)} />}
      <Section
        title={participant.name}
        note={words.factsNote(participant.organisationName)}
        action={<Link to={href('/missions/:missionId/rendez-vous/:eventId', params)}>{words.back}</Link>}
      >
        <KeyFacts
          facts={[
            { key: 'circle', label: words.circle, value: circle && pick(circle.name, locale).text },
            { key: 'city', label: words.city, value: [participant.city, participant.country].filter(Boolean).join(', ') },
            { key: 'sectors', label: words.sectors, value: participant.sectors.join(', ') },
            { key: 'offers', label: words.offers, value: participant.offers.join(', ') },
            { key: 'needs', label: words.needs, value: participant.needs.join(', ') },
            { key: 'languages', label: words.languages, value: participant.languages.join(', ') },
            { key: 'figures', label: words.figures, value: `${participant.target} – ${participant.meetingQuota}` },
          ]}
        />
        <Link to={href('/missions/:missionId/rendez-vous/:eventId/agenda/:participantId', params)}>{texts.agenda.link}</Link>
        {mayWrite && (
          <details open={intent === 'profile'}>
            <summary>{words.facts}</summary>
            <ProfileForm circles={circles} participant={participant} refusal={actionData} requestKey={requestKey} />
          </details>
        )}
      </Section>
      {(profile ?? wordsOf(shown).length > 0) && (
        <Section title={company.title} note={company.note}>
          <KeyFacts
            facts={[
              ...wordsOf(profile ?? shown),
              ...(profile
                ? [
                    {
                      key: 'shown',
                      label: company.shown,
                      value: profile.shown.map((field) => company.fields[field]).join(', ') || company.showsNothing,
                    },
                  ]
                : []),
            ]}
          />
          {profile && (
            <details open={intent === 'company'}>
              <summary>{company.edit}</summary>
              <CompanyForm profile={profile} refusal={actionData} requestKey={requestKey} />
            </details>
          )}
        </Section>
      )}
      <Section title={words.people} note={words.peopleNote} titlePlace="above">
        <People
          people={people}
          slots={slots}
          titles={titles}
          mayWrite={mayWrite}
          mayWriteContacts={isOurs}
          refusal={actionData}
          requestKey={requestKey}
        />
      </Section>
      {mayWrite && (
        <>
          <Section title={texts.wishes.received} note={texts.wishes.receivedNote}>
            <ReceivedRequests
              requests={requests}
              quotas={quotas}
              mayAnswer
              renderMore={({ id, name }) => (
                <SlotOfferPart
                  name={name}
                  wishId={id}
                  offer={offers.find(({ wishId }) => wishId === id)}
                  slots={slots}
                  mayChoose
                  proposed={proposals?.[id]}
                  refusal={actionData}
                  requestKey={requestKey}
                />
              )}
              refusal={actionData}
              requestKey={requestKey}
            />
          </Section>
          <Section
            title={texts.wishes.own}
            note={isOpen ? texts.wishes.ownNote : texts.wishes.closed(formatDate(opensOn, locale), formatDate(closesOn, locale))}
            titlePlace="above"
          >
            <WishForm choices={choices} quotas={quotas} mayWrite={isOpen} refusal={actionData} requestKey={requestKey} />
          </Section>
          <Section title={texts.link.title} note={texts.link.note} id="lien" onPaper={false}>
            {actionData && 'address' in actionData && (
              <CopyField label={texts.link.address} hint={texts.link.addressHint} value={actionData.address} />
            )}
            <p>{link ? texts.link.standing(formatDate(link.madeOn, locale), formatDate(link.endsOn, locale)) : texts.link.none}</p>
            <Form id="link" requestKey={requestKey}>
              <HiddenField name="intent" value="link" />
              <Select
                name="language"
                label={texts.link.language}
                placeholder={false}
                defaultValue="en"
                options={[
                  { value: 'en', label: 'English' },
                  { value: 'fr', label: 'Français' },
                ]}
              />
              {link && <p>{texts.link.remakeNote}</p>}
              <Actions>
                <Button>{link ? texts.link.remake : texts.link.make}</Button>
              </Actions>
            </Form>
            {link && (
              <Form id="revoke" requestKey={requestKey}>
                <HiddenField name="intent" value="revokeLink" />
                <Actions>
                  <Button kind="quiet">{texts.link.revoke}</Button>
                </Actions>
              </Form>
            )}
          </Section>
        </>
      )}
      {mayWrite && (
        <Section title={words.removeParticipant} note={words.removeNote} onPaper={false}>
          <Form id="remove" requestKey={requestKey}>
            <HiddenField name="intent" value="removeParticipant" />
            <Actions>
              <Button kind="danger">{words.removeParticipant}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

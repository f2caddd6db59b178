import { Link, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { formatPhone } from '#platform/pure/phone.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { searchPeople } from '#modules/directory/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { nextHand } from '../domain/application.ts'
import { openDecisions } from '../domain/decision.ts'
import { type Letter, isHeld } from '../domain/letter.ts'
import { handIn, mayHandleApplications } from '../domain/rights.ts'
import { cardForm } from '../schemas.ts'
import { listNamesakes, loadApplication, loadContact } from '../sql/applications.ts'
import { loadNeeds } from '../sql/needs.ts'
import { listLetters } from '../sql/letters.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { AnswerFacts } from '../ui/answer-facts.tsx'
import { HeldLetters } from '../ui/held-letters.tsx'
import { NeedsFacts } from '../ui/needs.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { sendNow, undoDecision } from '../usecases/undo.ts'
import { nameCard, withdrawApplication } from '../usecases/withdraw.ts'
import type { Route } from './+types/application.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayHandleApplications(ctx.actor, mission.partners))
    const application = found(await loadApplication(ctx.tx, mission.id, params.applicationId))
    const hand = handIn(ctx.actor, mission.partners, application)
    const cards = hand.isSender ? await searchPeople(ctx, `${application.givenName} ${application.familyName}`) : []
    return {
      application,
      contact: await loadContact(ctx.tx, application.id),
      needs: await loadNeeds(ctx.tx, application.id),
      hand,
      decisions: openDecisions(application, hand),
      namesakes: await listNamesakes(ctx.tx, application),
      cards: cards.map(({ id, givenName, familyName }) => ({ value: id as string, label: `${givenName} ${familyName}` })),
      letters: await listLetters(ctx.tx, application.id),
      ownOrganisationId: ctx.actor.organisationId as string,
      organiserName: mission.partners.find(({ role }) => role === 'lead')?.name ?? '',
      zone: asTimeZone(ctx.actor.timeZone),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, applicationId } = params
  const to = href('/missions/:missionId/inscriptions/:applicationId', params)
  return answerForms(context, request, {
    card: carryOut('registration.name-card', cardForm, (ctx, { personId }) => nameCard(ctx, missionId, applicationId, personId || null), {
      to,
      field: 'personId',
    }),
    undo: carryOut('registration.undo', noFields, (ctx) => undoDecision(ctx, missionId, applicationId), { to, flash: 'reversed' }),
    now: carryOut('registration.now', noFields, (ctx) => sendNow(ctx, missionId, applicationId), { to, flash: 'sent' }),
    withdraw: carryOut('registration.withdraw', noFields, (ctx) => withdrawApplication(ctx, missionId, applicationId), {
      to,
      flash: 'removed',
    }),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function OneApplication({ loaderData, actionData, params }: Route.ComponentProps) {
  const { application, contact, needs, hand, decisions, namesakes, cards, letters, zone, ownOrganisationId } = loaderData
  const texts = useCatalogue(registrationTexts)
  const { one } = texts
  const name = `${application.givenName} ${application.familyName}`
  const errors = sayProblems(texts, actionData?.problems)
  const held = letters.filter((letter) => isHeld(letter) && letter.organisationId === ownOrganisationId)
  const decisionPath = href('/missions/:missionId/inscriptions/decision', { missionId: params.missionId })
  return (
    <>
      {errors?.[''] && <Notice tone="warning">{errors['']}</Notice>}
      {held.length > 0 && <HeldLetters letters={held.map((letter) => ({ ...letter, name }))} zone={zone} />}
      <Section
        title={name}
        action={
          <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', params)}>
            {one.back}
          </ButtonLink>
        }
      >
        <Facts {...loaderData} missionId={params.missionId} />
      </Section>
      {decisions.length > 0 && (
        <Section title={one.decide} note={one.decideNote} onPaper={false}>
          <Actions>
            {decisions.map((decision, index) => (
              <ButtonLink
                key={decision}
                kind={index === 0 ? 'main' : 'plain'}
                to={`${decisionPath}?application=${application.id}&decision=${decision}`}
              >
                {texts.decisions[decision]}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      )}
      <Section title={one.answers}>
        <AnswerFacts answers={application.answers} />
      </Section>
      {needs && (
        <Section title={texts.needs.title} note={texts.needs.officerNote}>
          <NeedsFacts needs={needs} />
        </Section>
      )}
      {namesakes.length > 0 && (
        <Section title={one.matches} note={one.matchesNote}>
          <ul>
            {namesakes.map((match) => (
              <li key={match.id}>
                <Link
                  to={
                    match.kind === 'application'
                      ? href('/missions/:missionId/inscriptions/:applicationId', { missionId: params.missionId, applicationId: match.id })
                      : href('/missions/:missionId/delegation/:memberId', { missionId: params.missionId, memberId: match.id })
                  }
                >
                  {`${match.givenName} ${match.familyName}${match.represents ? ` (${match.represents})` : ''}`}
                </Link>
                {' – '}
                {match.kind === 'application' ? one.matchApplication(match.organisationName) : one.matchMember(match.organisationName)}
                {match.isSameAddress && ` (${one.matchAddress})`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {hand.isSender && cards.length > 0 && application.state !== 'approved' && (
        <Section title={one.cards} onPaper={false}>
          <Form id="card" layout="row" values={actionData?.values} errors={errors}>
            <HiddenField name="intent" value="card" />
            <Select
              name="personId"
              label={one.card}
              hint={one.cardHint}
              placeholder={one.noCard}
              defaultValue={contact?.personId ?? ''}
              options={cards}
            />
            <Button>{one.saveCard}</Button>
          </Form>
        </Section>
      )}
      {letters.length > 0 && (
        <Section title={one.letters}>
          <Timeline label={one.letters} entries={letters.map((letter) => letterEntry(letter, texts, zone))} />
        </Section>
      )}
      {hand.isSender && application.state === 'approved' && (
        <Section title={texts.substitution.open} note={texts.substitution.openNote} onPaper={false}>
          <Actions>
            <ButtonLink to={href('/missions/:missionId/inscriptions/:applicationId/transmettre', params)}>
              {texts.substitution.open}
            </ButtonLink>
          </Actions>
        </Section>
      )}
      {hand.isSender && application.state !== 'withdrawn' && application.state !== 'refused' && (
        <Section title={one.withdraw} note={one.withdrawNote} onPaper={false}>
          <Form id="withdraw">
            <HiddenField name="intent" value="withdraw" />
            <Actions>
              <Button kind="danger">{one.withdraw}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function Facts({
  application,
  contact,
  organiserName,
  zone,
  missionId,
}: Pick<Route.ComponentProps['loaderData'], 'application' | 'contact' | 'organiserName' | 'zone'> & { missionId: string }) {
  const texts = useCatalogue(registrationTexts)
  const { one } = texts
  const hand = nextHand(application.state)
  const { memberId } = application
  return (
    <KeyFacts
      facts={[
        {
          key: 'state',
          label: one.state,
          value: (
            <>
              <StateTag state={application.state} /> {application.waitingRank !== null && texts.list.rank(application.waitingRank)}{' '}
              <ZonedTime instant={application.changedAt} zone={zone} />
            </>
          ),
          note: application.state === 'approved' && memberId && (
            <Link to={href('/missions/:missionId/delegation/:memberId', { missionId, memberId })}>{one.member}</Link>
          ),
        },
        { key: 'next', label: one.next, value: hand ? texts.hands[hand](application.organisationName, organiserName) : texts.list.nobody },
        ...(application.reason ? [{ key: 'reason', label: one.reason, value: application.reason }] : []),
        ...(application.decidedName ? [{ key: 'by', label: one.decidedBy, value: application.decidedName }] : []),
        { key: 'category', label: texts.form.category, value: application.category && texts.categories[application.category] },
        { key: 'capacity', label: one.capacity, value: <span lang={application.language}>{application.capacity}</span> },
        ...(application.represents ? [{ key: 'represents', label: one.represents, value: application.represents }] : []),
        { key: 'sender', label: one.sentBy, value: application.organisationName, note: texts.linkKinds[application.linkKind] },
        ...(application.submittedAt
          ? [{ key: 'submitted', label: one.submitted, value: <ZonedTime instant={application.submittedAt} zone={zone} /> }]
          : []),
        ...(contact
          ? [
              { key: 'email', label: one.email, value: contact.email, note: one.contactNote },
              ...(contact.phone ? [{ key: 'phone', label: one.phone, value: formatPhone(contact.phone) }] : []),
            ]
          : []),
      ]}
    />
  )
}

function letterEntry(letter: Letter, texts: (typeof registrationTexts)['fr'], zone: Route.ComponentProps['loaderData']['zone']) {
  const words = texts.one.letterStates
  const told = letter.sentAt
    ? { word: words.sent, at: letter.sentAt }
    : letter.undoneAt
      ? { word: words.undone, at: letter.undoneAt }
      : letter.replacedBy
        ? { word: words.replaced, at: null }
        : { word: words.held, at: letter.leavesAt }
  return {
    key: letter.id,
    when: <ZonedTime instant={letter.writtenAt} zone={zone} />,
    title: texts.letters[letter.kind],
    by: (
      <>
        {told.word} {told.at && <ZonedTime instant={told.at} zone={zone} />}
      </>
    ),
  }
}

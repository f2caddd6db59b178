import { data, href, redirect } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { redirectWithFlash, refuseForm, servicesContext, typeForm, visitorContext } from '#platform/web.ts'
import { changedFields, isFrozen } from '#modules/delegations/index.ts'
import { countryChoices } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { type OwnApplication, isOpenToWords, nextHand } from '../domain/application.ts'
import { applicationForm, factsForm, needsForm, passportForm } from '../schemas.ts'
import { registrationTexts, sayFormProblems } from '../texts.ts'
import { AnswerFacts } from '../ui/answer-facts.tsx'
import { ApplicantForm } from '../ui/applicant-form.tsx'
import { MissionFacts } from '../ui/mission-letter.tsx'
import { NeedsForm } from '../ui/needs.tsx'
import { OwnFactsSection } from '../ui/own-facts.tsx'
import { OwnPassportSection } from '../ui/own-passport.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { readOwnApplication, sendVerificationAgain, withdrawOwn, writeAgain } from '../usecases/apply.ts'
import { changeOwnFacts, readOwnFacts } from '../usecases/change-own-facts.ts'
import { readOwnNeeds, tellNeeds } from '../usecases/tell-needs.ts'
import { eraseOwnPassport, readOwnPassport, tellPassport } from '../usecases/tell-passport.ts'
import type { Route } from './+types/follow.ts'

const zoneOfLetters = asTimeZone('Europe/Paris')

export async function loader({ context, params }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const own = await readOwnApplication(services, params.secret)
  if (!own) return data({ own: null, needs: null, facts: null, passport: null, countries: [] }, { status: 404 })
  const facts = await readOwnFacts(services, params.secret)
  const passport = await readOwnPassport(services, params.secret)
  return {
    own,
    needs: await readOwnNeeds(services, params.secret),
    facts: facts && {
      ...facts,
      isFrozen: isFrozen(facts, dateIn(zoneOfLetters, services.now())),
      requests: facts.requests.map((each) => ({ ...each, fields: changedFields(each.was, each.becomes) })),
    },
    passport,
    countries: passport ? countryChoices(context.get(visitorContext).locale) : [],
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const here = href('/inscription/suivi/:secret', params)
  const given = await request.formData()
  if (given.get('intent') === 'needs') {
    const asked = await typeForm(given, needsForm)
    if (!asked.ok) return refuseForm(asked.problem)
    const told = await tellNeeds(services, params.secret, asked.value)
    return told.ok ? redirectWithFlash(here, 'saved') : refuseForm(asked.refuse(told.problem, ''))
  }
  if (given.get('intent') === 'passport') {
    const asked = await typeForm(given, passportForm)
    if (!asked.ok) return refuseForm(asked.problem)
    const told = await tellPassport(services, params.secret, asked.value)
    return told.ok ? redirectWithFlash(here, 'saved') : refuseForm(asked.refuse(told.problem, ''))
  }
  if (given.get('intent') === 'facts') {
    const asked = await typeForm(given, factsForm)
    if (!asked.ok) return refuseForm(asked.problem)
    const changed = await changeOwnFacts(services, params.secret, asked.value)
    if (!changed.ok) return refuseForm(asked.refuse(changed.problem, ''))
    return redirectWithFlash(here, changed.value === 'asked' ? 'sent' : 'saved')
  }
  if (given.get('intent') === 'erase-passport') {
    const erased = await eraseOwnPassport(services, params.secret)
    return erased.ok ? redirectWithFlash(here, 'removed') : redirect(here)
  }
  const typed = await typeForm(given, applicationForm)
  const intent = typed.form.get('intent')
  if (!typed.ok) return refuseForm(typed.problem)
  if (intent === 'withdraw' || intent === 'again') {
    const outcome = await (intent === 'withdraw' ? withdrawOwn : sendVerificationAgain)(services, params.secret)
    if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, ''))
    return intent === 'withdraw' ? redirect(here) : redirectWithFlash(here, 'sent')
  }
  const outcome = await writeAgain(services, params.secret, typed.value, intent !== 'save')
  return outcome.ok ? redirectWithFlash(here, intent === 'save' ? 'saved' : 'sent') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function Follow({ loaderData: { own, needs, facts, passport, countries }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(registrationTexts)
  const { follow, form } = texts
  if (!own) return <Page title={follow.unknown} lead={follow.unknownNote} />
  const errors = sayFormProblems(texts, actionData?.problems)
  const isAbout = (intents: readonly string[]) => intents.includes(String(actionData?.values.intent))
  const mine = isAbout(['send', 'save']) ? { values: actionData?.values, errors } : {}
  return (
    <Page
      title={follow.title(`${own.givenName} ${own.familyName}`.trim())}
      state={<StateTag state={own.state} />}
      lead={follow.explain[own.state]}
    >
      <Section title={follow.state} note={follow.keep}>
        <Standing own={own} />
        {own.state === 'unverified' && own.email && (
          <Form id="again" errors={isAbout(['again']) ? errors : undefined}>
            <HiddenField name="intent" value="again" />
            <p>{follow.againNote(own.email)}</p>
            <Actions>
              <Button>{follow.again}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      {facts && (
        <OwnFactsSection own={facts} zone={zoneOfLetters} {...(isAbout(['facts']) ? { values: actionData?.values, errors } : {})} />
      )}
      {needs && (
        <Section title={texts.needs.title} note={texts.needs.note}>
          <NeedsForm needs={needs} {...(isAbout(['needs']) ? { values: actionData?.values, errors } : {})} />
        </Section>
      )}
      {passport && (
        <OwnPassportSection
          passport={passport}
          countries={countries}
          zone={zoneOfLetters}
          {...(isAbout(['passport']) ? { values: actionData?.values, errors } : {})}
        />
      )}
      {isOpenToWords(own.state) && (
        <Section title={follow.form}>
          <ApplicantForm
            key={`${own.state}${own.changedAt}`}
            words={{ ...own, represents: own.represents ?? '', email: own.email ?? '', phone: own.phone ?? '' }}
            isOfSomeoneElse={false}
            organisationName={own.organisationName}
            {...mine}
          />
        </Section>
      )}
      <Section title={form.mission}>
        <MissionFacts letter={own} zone={zoneOfLetters} />
      </Section>
      {!isOpenToWords(own.state) && (
        <Section title={follow.asked}>
          <AnswerFacts answers={own.answers} />
        </Section>
      )}
      {own.state !== 'withdrawn' && own.state !== 'refused' && (
        <Section title={follow.withdraw} note={follow.withdrawNote} onPaper={false}>
          <Form id="withdraw" errors={isAbout(['withdraw']) ? errors : undefined}>
            <HiddenField name="intent" value="withdraw" />
            <Actions>
              <Button kind="danger">{follow.withdraw}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** State, date, and who has to act next. */
function Standing({ own }: { own: OwnApplication }) {
  const texts = useCatalogue(registrationTexts)
  const { follow } = texts
  const hand = nextHand(own.state)
  return (
    <KeyFacts
      facts={[
        { key: 'state', label: follow.current, value: texts.states[own.state] },
        { key: 'since', label: follow.since, value: <ZonedTime instant={own.changedAt} zone={zoneOfLetters} /> },
        { key: 'next', label: follow.next, value: hand ? texts.hands[hand](own.organisationName, own.organiserName) : texts.list.nobody },
        ...(own.waitingRank === null ? [] : [{ key: 'rank', label: follow.rank, value: own.waitingRank }]),
        ...(own.reason ? [{ key: 'reason', label: follow.reason, value: own.reason }] : []),
      ]}
    />
  )
}

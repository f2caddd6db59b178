import { data, href, redirect } from 'react-router'
import type { z } from 'zod'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { type SentForm, answerForms, noFields } from '#platform/form-answers.ts'
import { type FlashCode, type Refusable, redirectWithFlash, refuseForm, servicesContext, typeForm, visitorContext } from '#platform/web.ts'
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

/** The forms of the page, told apart by their intent. Whoever holds the secret of the page has no account: the use-cases open what it opens. */
export function action({ context, params: { secret }, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const carryOut = formsOf(href('/inscription/suivi/:secret', { secret }))
  return answerForms(context, request, {
    needs: carryOut(needsForm, (typed) => tellNeeds(services, secret, typed), 'saved'),
    passport: carryOut(passportForm, (typed) => tellPassport(services, secret, typed), 'saved'),
    'erase-passport': carryOut(noFields, async () => ok(await eraseOwnPassport(services, secret)), 'removed'),
    facts: carryOut(
      factsForm,
      (typed) => changeOwnFacts(services, secret, typed),
      (done) => (done === 'asked' ? 'sent' : 'saved'),
    ),
    withdraw: carryOut(noFields, () => withdrawOwn(services, secret), null),
    again: carryOut(noFields, () => sendVerificationAgain(services, secret), 'sent'),
    save: carryOut(applicationForm, (typed) => writeAgain(services, secret, typed, false), 'saved'),
    otherwise: carryOut(applicationForm, (typed) => writeAgain(services, secret, typed, true), 'sent'),
  })
}

/** What one form of the page does: reads it through its shape, runs the use-case, and says so on the page, or shows it again with its fields kept. */
function formsOf(here: string) {
  return <Shape extends z.ZodType, Value>(
    shape: Shape,
    run: (typed: z.output<Shape>) => Promise<Outcome<Value, Refusable>>,
    flash: FlashCode | null | ((done: Value) => FlashCode),
  ) =>
    async ({ form }: SentForm) => {
      const typed = await typeForm(form, shape)
      if (!typed.ok) return refuseForm(typed.problem)
      const done = await run(typed.value)
      if (!done.ok) return refuseForm(typed.refuse(done.problem, ''))
      const said = typeof flash === 'function' ? flash(done.value) : flash
      return said === null ? redirect(here) : redirectWithFlash(here, said)
    }
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

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

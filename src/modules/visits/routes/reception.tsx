import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { addDays, daysInclusive } from '#platform/pure/local-date.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read, visitorContext } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { countryChoices, countryName } from '#modules/directory/index.ts'
import { listAgreements } from '#modules/agreements/index.ts'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { mayArrangeReception, mayTakePart, mayTriage } from '../domain/rights.ts'
import { isValidOn } from '../domain/title.ts'
import { greetingChoice, greetingForm, promiseForm, promiseStep, slotChoice, slotForm, visitForm } from '../schemas/reception.ts'
import { becameForm, sequelChoice } from '../schemas/sequels.ts'
import { guestChoice, guestForm } from '../schemas/guests.ts'
import { seatingForm } from '../schemas/seating.ts'
import { listPromises } from '../sql/promises.ts'
import { listGreetings, listSlots } from '../sql/reception.ts'
import { findRequestOfMission } from '../sql/requests.ts'
import { listSeatings } from '../sql/seating.ts'
import { listSequels } from '../sql/sequels.ts'
import { listTitles } from '../sql/titles.ts'
import { loadVisit } from '../sql/visits.ts'
import { visitTexts } from '../texts.ts'
import { protocolTexts } from '../texts/protocol-texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { seatingTexts } from '../texts/seating-texts.ts'
import { memoryTexts } from '../texts/memory-texts.ts'
import { titleTexts } from '../texts/title-texts.ts'
import { GreetingForm, GreetingTable } from '../ui/greetings.tsx'
import { GuestForm, GuestTable, RankSources } from '../ui/guests.tsx'
import { PromiseForm, PromiseTable } from '../ui/promises.tsx'
import { MemoryHint } from '../ui/memory-hint.tsx'
import { BecameForm, SequelTable } from '../ui/sequels.tsx'
import { SeatingForm } from '../ui/seating-forms.tsx'
import { SeatingList } from '../ui/seating-list.tsx'
import { SlotForm, SlotTable } from '../ui/slots.tsx'
import { VisitFactsOf, VisitForm } from '../ui/visit-facts.tsx'
import { claimSlot, describeVisit, planGreeting, proposeSlot, removeGreeting, withdrawSlot } from '../usecases/arrange-reception.ts'
import { linkSequel, unlinkSequel } from '../usecases/link-sequel.ts'
import { rememberOrganisation } from '../usecases/remember-organisation.ts'
import { openSeating } from '../usecases/arrange-seating.ts'
import { listGuest, readPrecedence, removeGuest } from '../usecases/list-guests.ts'
import { notePromise, settlePromise } from '../usecases/keep-promise.ts'
import type { Route } from './+types/reception.ts'

const longestShown = 14

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const { startsOn, endsOn } = mission
    const visit = await loadVisit(ctx.tx, mission.id)
    return {
      visit: visit && { ...visit, countryName: countryName(visit.country, locale) },
      asked: mayTriage(ctx.actor) ? await findRequestOfMission(ctx.tx, mission.id) : null,
      countries: countryChoices(locale),
      legs: mission.legs.map(({ id, cityName, startsOn: from }) => ({ id, cityName, startsOn: from })),
      slots: await listSlots(ctx.tx, mission.id),
      greetings: await listGreetings(ctx.tx, mission.id),
      ...(await readPrecedence(ctx, mission)),
      titles: await listTitles(ctx.tx, { missionId: mission.id }),
      titleChoices: (await listTitles(ctx.tx, ctx.actor))
        .filter((title) => isValidOn(title, startsOn ?? ctx.today))
        .map((title) => ({ ...title, countryName: countryName(title.country, locale) })),
      seatings: await listSeatings(ctx.tx, mission.id),
      promises: await listPromises(ctx.tx, mission.id),
      sequels: await listSequels(ctx.tx, { visits: [mission.id] }),
      missions: (await listMissions(ctx.tx, ctx.actor.organisationId, { limit: 500 }))
        .filter(({ id }) => id !== mission.id)
        .map(({ id, title }) => ({ id, title })),
      agreements: (await listAgreements(ctx.tx, { limit: 500 }, ctx.today)).map(({ id, title }) => ({ id, title })),
      memory:
        visit && (await rememberOrganisation(ctx, { asker: visit.visitor, city: visit.city, country: visit.country }, mission.id)).counts,
      days:
        startsOn && endsOn
          ? Array.from({ length: Math.min(daysInclusive(startsOn, endsOn), longestShown) }, (_, day) => addDays(startsOn, day))
          : [],
      partners: mission.partners.filter(({ leftAt }) => leftAt === null).map(({ name }) => name),
      organisationId: ctx.actor.organisationId,
      organisationName: ctx.actor.organisationName,
      mayArrange: mayArrangeReception(ctx.actor, mission.partners),
      mayTakePart: mayTakePart(ctx.actor, mission.partners),
      today: ctx.today,
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The forms of the page, told apart by their intent. */
export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const back = href('/missions/:missionId/reception', params)
  const [slots, greetings, guests] = [`${back}#creneaux`, `${back}#accueil`, `${back}#preseance`]
  const [promises, sequels] = [`${back}#promesses`, `${back}#suites`]
  return answerForms(context, request, {
    visit: carryOut('visits.describe', visitForm, (ctx, { version, ...facts }) => describeVisit(ctx, missionId, version, facts), {
      to: back,
    }),
    slot: carryOut(
      'visits.propose-slot',
      slotForm,
      (ctx, { titleFr, titleEn, wishFr, ...slot }) =>
        proposeSlot(ctx, missionId, { ...slot, title: localized(titleFr, titleEn), wish: localized(wishFr, '') }),
      { to: slots, field: ({ code }) => slotFields[code] ?? '' },
    ),
    claim: carryOut('visits.claim-slot', slotChoice, (ctx, { slotId }) => claimSlot(ctx, missionId, slotId), { to: slots }),
    withdraw: carryOut('visits.withdraw-slot', slotChoice, (ctx, { slotId }) => withdrawSlot(ctx, missionId, slotId), { to: slots }),
    greeting: carryOut(
      'visits.greet',
      greetingForm,
      (ctx, { whatFr, whatEn, ...greeting }) => planGreeting(ctx, missionId, { ...greeting, what: localized(whatFr, whatEn) }),
      { to: greetings },
    ),
    'remove-greeting': carryOut(
      'visits.remove-greeting',
      greetingChoice,
      (ctx, { greetingId }) => removeGreeting(ctx, missionId, greetingId),
      { to: greetings, flash: 'removed' },
    ),
    guest: carryOut('visits.list-guest', guestForm, (ctx, typed) => listGuest(ctx, missionId, typed), {
      to: guests,
      field: ({ code }) => guestFields[code] ?? 'invites',
    }),
    'remove-guest': carryOut('visits.remove-guest', guestChoice, (ctx, { guestId }) => removeGuest(ctx, missionId, guestId), {
      to: guests,
      flash: 'removed',
    }),
    seating: carryOut(
      'visits.open-seating',
      seatingForm,
      (ctx, { titleFr, titleEn, ...draft }) => openSeating(ctx, missionId, { ...draft, title: localized(titleFr, titleEn) }),
      { to: (seatingId) => href('/missions/:missionId/reception/plans/:seatingId', { missionId, seatingId }), flash: 'created' },
    ),
    promise: carryOut('visits.promise', promiseForm, (ctx, typed) => notePromise(ctx, missionId, typed), { to: promises }),
    settle: carryOut('visits.settle-promise', promiseStep, (ctx, { promiseId, state }) => settlePromise(ctx, missionId, promiseId, state), {
      to: promises,
    }),
    became: carryOut(
      'visits.link-sequel',
      becameForm,
      (ctx, { became, promiseId }) => linkSequel(ctx, missionId, { ...became, promiseId }),
      { to: sequels, field: 'became' },
    ),
    'unlink-sequel': carryOut('visits.unlink-sequel', sequelChoice, (ctx, { sequelId }) => unlinkSequel(ctx, missionId, sequelId), {
      to: sequels,
      flash: 'removed',
    }),
  })
}

const slotFields: Readonly<Record<string, string>> = { a_slot_ends_after_it_starts: 'endTime', leg_unknown: 'legId' }

const guestFields: Readonly<Record<string, string>> = {
  rank_unknown: 'rankCode',
  title_unknown: 'equivalenceId',
  a_guest_is_listed_once: 'name',
  interpreted_unknown: 'interpretsFor',
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Reception({ loaderData, actionData, params }: Route.ComponentProps) {
  const { visit, asked, countries, legs, slots, greetings, promises, days, partners, mayArrange, today, requestKey, guests, ranks } =
    loaderData
  const texts = useCatalogue(receptionTexts)
  const visitWords = useCatalogue(visitTexts)
  const protocol = useCatalogue(protocolTexts)
  const seating = useCatalogue(seatingTexts)
  const titles = useCatalogue(titleTexts)
  const memory = useCatalogue(memoryTexts)
  const locale = useLocale()
  const errors = receptionProblems(texts, visitWords, actionData?.problems, {
    ...memory.problems,
    ...titles.problems,
    ...seating.problems,
    ...protocol.problems,
  })
  const intent = actionData?.values.intent
  const refusalOf = (of: string) => ({
    requestKey,
    values: intent === of ? actionData?.values : undefined,
    errors: intent === of ? errors : undefined,
  })
  const isStep = intent === 'claim' || intent === 'withdraw'
  return (
    <>
      {isStep && errors && <Notice tone="danger" title={Object.values(errors)[0]} />}
      <Section title={texts.visit.title} note={texts.visit.note}>
        <VisitFactsOf visit={visit} />
        {asked && (
          <p data-print="no">
            <Link to={href('/visites/:requestId', { requestId: asked.id })}>{visitWords.number(asked.number)}</Link>{' '}
            <Link to={href('/visites/:requestId/remercier', { requestId: asked.id })}>{texts.thanks.link}</Link>
          </p>
        )}
        {visit && loaderData.memory && (
          <MemoryHint counts={loaderData.memory} asker={visit.visitor} city={visit.city} country={visit.country} />
        )}
        {mayArrange && (
          <VisitForm visit={visit} saved={actionData?.saved} countries={countries} isOpen={intent === 'visit'} {...refusalOf('visit')} />
        )}
      </Section>
      <Section title={texts.greetings.title} note={texts.greetings.note} id="accueil" titlePlace="above">
        <GreetingTable
          greetings={greetings}
          organisationId={loaderData.organisationId}
          mayArrange={mayArrange}
          mayTakePart={loaderData.mayTakePart}
        />
        {loaderData.mayTakePart && <GreetingForm days={days} isOpen={intent === 'greeting'} {...refusalOf('greeting')} />}
      </Section>
      <Section title={protocol.title} note={protocol.note} id="preseance" titlePlace="above">
        <GuestTable
          guests={guests}
          ranks={ranks}
          titles={loaderData.titles}
          mayRemove={({ organisationId }) => loaderData.mayTakePart && (mayArrange || organisationId === loaderData.organisationId)}
        />
        {loaderData.mayTakePart && (
          <GuestForm
            ranks={ranks}
            guests={guests}
            titles={loaderData.titleChoices}
            mayInvite={mayArrange}
            isOpen={intent === 'guest'}
            {...refusalOf('guest')}
          />
        )}
        <RankSources ranks={ranks} />
      </Section>
      <Section title={seating.title} note={seating.note} id="tables" titlePlace="above">
        <SeatingList missionId={params.missionId} seatings={loaderData.seatings} />
        {mayArrange && <SeatingForm isOpen={intent === 'seating'} {...refusalOf('seating')} />}
      </Section>
      <Section title={texts.slots.title} note={texts.slots.note} id="creneaux" titlePlace="above">
        <SlotTable missionId={params.missionId} slots={slots} mayArrange={mayArrange} mayTakePart={loaderData.mayTakePart} />
        {mayArrange && legs.length > 0 && <SlotForm legs={legs} partners={partners} isOpen={intent === 'slot'} {...refusalOf('slot')} />}
      </Section>
      {days.length > 0 && (
        <Section title={texts.sheet.title} note={texts.sheet.note}>
          <ul>
            {days.map((day) => (
              <li key={day}>
                <Link reloadDocument to={href('/missions/:missionId/reception/feuille/:day', { missionId: params.missionId, day })}>
                  {texts.sheet.open(formatDate(day, locale))}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={texts.promises.title} note={texts.promises.note(loaderData.organisationName)} id="promesses" titlePlace="above">
        <PromiseTable promises={promises} today={today} maySettle={loaderData.mayTakePart} />
        {loaderData.mayTakePart && <PromiseForm isOpen={intent === 'promise'} {...refusalOf('promise')} />}
      </Section>
      <Section title={memory.sequels.title} note={memory.sequels.note(loaderData.organisationName)} id="suites" titlePlace="above">
        <SequelTable sequels={loaderData.sequels} mayUnlink={loaderData.mayTakePart} />
        {loaderData.mayTakePart && (
          <BecameForm
            missions={loaderData.missions}
            agreements={loaderData.agreements}
            promises={promises}
            isOpen={intent === 'became'}
            {...refusalOf('became')}
          />
        )}
      </Section>
    </>
  )
}

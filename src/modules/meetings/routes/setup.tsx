import { href } from 'react-router'
import type { z } from 'zod'
import { dateIn, onTheClock } from '#platform/pure/instant.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { type RefusedForm, read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import {
  addressForm,
  circleChangeForm,
  circleForm,
  datesOf,
  daysForm,
  legForm,
  removalForm,
  resourceForm,
  ruleForm,
  tablesForm,
  tablesOf,
  termsForm,
} from '../schemas/setup.ts'
import { listEventLegs } from '../sql/legs.ts'
import { listParticipants } from '../sql/participants.ts'
import { listCircles, listResources, listRules, listSlots, listSpots } from '../sql/setup.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { Circles } from '../ui/circles.tsx'
import { DaysForm } from '../ui/days-form.tsx'
import { Legs } from '../ui/legs.tsx'
import { EventViews } from '../ui/event-views.tsx'
import { Resources } from '../ui/resources.tsx'
import { Rules } from '../ui/rules.tsx'
import { Spots } from '../ui/spots.tsx'
import { TermsForm } from '../ui/terms-form.tsx'
import { changeCircle } from '../usecases/change-circle.ts'
import { openEvent } from '../usecases/open-event.ts'
import { addCircle, addResource, addRule, addSpots, changeEvent, layOutDays, removePart } from '../usecases/set-up-event.ts'
import { addLeg } from '../usecases/set-up-legs.ts'
import type { Route } from './+types/setup.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    const slots = await listSlots(ctx.tx, event.id)
    const legs = await listEventLegs(ctx.tx, event.id)
    const participants = await listParticipants(ctx.tx, event.id)
    return {
      event,
      opensOn: dateIn(event.timeZone, event.opensAt),
      closesOn: dateIn(event.timeZone, event.closesAt),
      legs: legs.map((leg) => ({
        ...leg,
        stretches: stretchesOf(
          slots.filter(({ legId }) => legId === leg.id),
          leg.timeZone,
        ),
      })),
      missionLegs: mission.legs.map(({ id, cityName }) => ({ id: id as string, cityName })),
      slotCount: slots.length,
      circles: await listCircles(ctx.tx, event.id),
      rules: await listRules(ctx.tx, event.id),
      resources: await listResources(ctx.tx, event.id),
      spots: await listSpots(ctx.tx, event.id),
      participants: participants.map(({ id, name }) => ({ id: id as string, name })),
      mayOrganise: mayOrganiseMeetings(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

/** One line a stretch, as it would be typed. */
function stretchesOf(slots: Awaited<ReturnType<typeof listSlots>>, zone: Parameters<typeof dateIn>[0]): string {
  const stretches = Map.groupBy(slots, ({ stretch }) => stretch)
  return [...stretches.values()]
    .flatMap((held) => {
      const [first, last] = [held.at(0), held.at(-1)]
      if (!first || !last) return []
      const { date, time } = onTheClock({ instant: first.startsAt, zone })
      return [`${date} ${time}-${onTheClock({ instant: last.endsAt, zone }).time}`]
    })
    .join('\n')
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, eventId } = params
  const to = href('/missions/:missionId/rendez-vous/:eventId/reglages', params)
  const circleOf = ({ nameFr, nameEn, ...figures }: z.output<typeof circleForm>) => ({ ...figures, name: localized(nameFr, nameEn) })
  return answerForms(context, request, {
    terms: carryOut(
      'meetings.terms',
      termsForm,
      async (ctx, { version, titleFr, titleEn, opensOn, closesOn, ...terms }) => {
        const { event } = await openEvent(ctx, missionId, eventId)
        const dates = datesOf({ opensOn, closesOn }, event.timeZone)
        return changeEvent(ctx, missionId, eventId, version, { ...terms, ...dates, title: localized(titleFr, titleEn) })
      },
      { to, field: ({ code }) => (code === 'closes_after_it_opens' ? 'closesOn' : '') },
    ),
    days: carryOut('meetings.days', daysForm, (ctx, { days, legId }) => layOutDays(ctx, missionId, eventId, days, legId), {
      to,
      field: 'days',
    }),
    leg: carryOut('meetings.leg', legForm, (ctx, { legId }) => addLeg(ctx, missionId, eventId, legId), { to, field: 'legId' }),
    circle: carryOut('meetings.circle', circleForm, (ctx, typed) => addCircle(ctx, missionId, eventId, circleOf(typed)), {
      to,
      field: 'target',
    }),
    circle_change: carryOut(
      'meetings.circle-change',
      circleChangeForm,
      (ctx, { circleId, version, ...typed }) => changeCircle(ctx, missionId, eventId, circleId, version, circleOf(typed)),
      { to, field: ({ code }) => (code === 'a_target_is_within_quota' ? 'target' : '') },
    ),
    rule: carryOut('meetings.rule', ruleForm, (ctx, rule) => addRule(ctx, missionId, eventId, rule), { to, field: 'toId' }),
    resource: carryOut('meetings.resource', resourceForm, (ctx, resource) => addResource(ctx, missionId, eventId, resource), {
      to,
      field: 'languages',
    }),
    tables: carryOut('meetings.tables', tablesForm, (ctx, typed) => addSpots(ctx, missionId, eventId, tablesOf(typed)), { to }),
    address: carryOut('meetings.address', addressForm, (ctx, address) => addSpots(ctx, missionId, eventId, [address]), { to }),
    remove: carryOut('meetings.remove', removalForm, (ctx, { part, partId }) => removePart(ctx, missionId, eventId, part, partId), { to }),
  })
}

export default function SetUp({ loaderData, actionData, params }: Route.ComponentProps) {
  const {
    event,
    opensOn,
    closesOn,
    legs,
    missionLegs,
    slotCount,
    circles,
    rules,
    resources,
    spots,
    participants,
    mayOrganise,
    requestKey,
  } = loaderData
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  const { legs: words } = useCatalogue(planTexts)
  const refusal: Pick<RefusedForm, 'values' | 'problems'> | undefined = actionData
  const parts = { mayOrganise, requestKey, refusal }
  const saved = actionData?.saved
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {refusal?.values.intent === 'remove' && <Notice tone="danger" title={problemText(texts, refusal.problems[''] ?? 'unknown')} />}
      {missionLegs.length > 1 && (
        <Section title={words.title} note={words.note} titlePlace="above">
          <Legs legs={legs} missionLegs={missionLegs} firstLegId={event.legId} {...parts} />
        </Section>
      )}
      <Section title={setup.days} note={setup.daysNote}>
        <DaysForm legs={legs} slotCount={slotCount} {...parts} />
      </Section>
      <Section title={setup.circles} note={setup.circlesNote} titlePlace="above">
        <Circles circles={circles} saved={saved && 'meetingQuota' in saved ? saved : undefined} {...parts} />
      </Section>
      <Section title={setup.rules} note={setup.rulesNote} titlePlace="above">
        <Rules rules={rules} circles={circles} {...parts} />
      </Section>
      <Section title={setup.spots} note={setup.spotsNote} titlePlace="above">
        <Spots legs={legs} spots={spots} participants={participants} {...parts} />
      </Section>
      <Section title={setup.resources} note={setup.resourcesNote} titlePlace="above">
        <Resources resources={resources} {...parts} />
      </Section>
      <Section title={setup.terms} note={setup.termsNote}>
        <TermsForm event={event} opensOn={opensOn} closesOn={closesOn} {...parts} />
      </Section>
    </>
  )
}

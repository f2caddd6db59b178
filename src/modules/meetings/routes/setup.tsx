import { href } from 'react-router'
import { dateIn, onTheClock } from '#platform/pure/instant.ts'
import { ok } from '#platform/pure/outcome.ts'
import { type RefusedForm, formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import {
  addressForm,
  circleForm,
  datesOf,
  daysForm,
  legForm,
  newEventForm,
  removalForm,
  resourceForm,
  ruleForm,
  tablesForm,
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

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { missionId, eventId } = params
  const intent = String(formValues(form).intent)
  const operation = `meetings.${intent}`
  const done = () => redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId/reglages', params), 'saved')
  switch (intent) {
    case 'terms': {
      const typed = await typeForm(form, termsForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const { version, titleFr, titleEn, opensOn, closesOn, ...terms } = typed.value
      const outcome = await submit(context, request, typed, operation, async (ctx) => {
        const { event } = await openEvent(ctx, missionId, eventId)
        const dates = datesOf({ opensOn, closesOn }, event.timeZone)
        return changeEvent(ctx, missionId, eventId, version, { ...terms, ...dates, title: localized(titleFr, titleEn) })
      })
      return outcome.ok
        ? done()
        : refuseForm(typed.refuse(outcome.problem, ({ code }) => (code === 'closes_after_it_opens' ? 'closesOn' : '')))
    }
    case 'days': {
      const typed = await typeForm(form, daysForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) =>
        layOutDays(ctx, missionId, eventId, typed.value.days, typed.value.legId),
      )
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'days'))
    }
    case 'leg': {
      const typed = await typeForm(form, legForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) => addLeg(ctx, missionId, eventId, typed.value.legId))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'legId'))
    }
    case 'circle': {
      const typed = await typeForm(form, circleForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const { nameFr, nameEn, ...figures } = typed.value
      const outcome = await submit(context, request, typed, operation, (ctx) =>
        addCircle(ctx, missionId, eventId, { ...figures, name: localized(nameFr, nameEn) }),
      )
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'target'))
    }
    case 'rule': {
      const typed = await typeForm(form, ruleForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) => addRule(ctx, missionId, eventId, typed.value))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'toId'))
    }
    case 'resource': {
      const typed = await typeForm(form, resourceForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) => addResource(ctx, missionId, eventId, typed.value))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, 'languages'))
    }
    case 'tables': {
      const typed = await typeForm(form, tablesForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const { count, firstNumber, district, tableWord, legId } = typed.value
      const tables = Array.from({ length: count }, (_, index) => ({
        name: `${tableWord} ${firstNumber + index}`.trim(),
        legId,
        district,
        address: '',
        participantId: null,
      }))
      const outcome = await submit(context, request, typed, operation, (ctx) => addSpots(ctx, missionId, eventId, tables))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
    }
    case 'address': {
      const typed = await typeForm(form, addressForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) => addSpots(ctx, missionId, eventId, [typed.value]))
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
    }
    case 'remove': {
      const typed = await typeForm(form, removalForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, operation, (ctx) =>
        removePart(ctx, missionId, eventId, typed.value.part, typed.value.partId),
      )
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
    }
    default: {
      const typed = await typeForm(form, newEventForm.partial())
      const outcome = await submit(context, request, typed, operation, async (ctx) => {
        await openEvent(ctx, missionId, eventId)
        return ok(null)
      })
      return outcome.ok ? done() : refuseForm(typed.refuse(outcome.problem, ''))
    }
  }
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
        <Circles circles={circles} {...parts} />
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

import { href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { absenceForm, absentSearch, replanForm } from '../schemas/unforeseen.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { AbsenceForm } from '../ui/absence-form.tsx'
import { EventViews } from '../ui/event-views.tsx'
import { PlanAgain } from '../ui/plan-again.tsx'
import { usePlanNames } from '../ui/use-plan-names.ts'
import { readNames } from '../usecases/read-names.ts'
import { requestRun, usualRounds } from '../usecases/request-run.ts'
import { readUnforeseen, sayAbsent } from '../usecases/say-absent.ts'
import type { Route } from './+types/unforeseen.ts'

/** Somebody is ill, a plane is late, a table is lost: say it, see what cannot be held, and plan again with as few moves as one allows. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, absentees, broken } = await readUnforeseen(ctx, params.missionId, params.eventId)
    const { who } = absentSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
    return {
      event: { id: event.id, title: event.title },
      absentees,
      chosen: absentees.find(({ kind, id }) => kind === who?.kind && id === who.id) ?? null,
      broken,
      ...(await readNames(ctx, event)),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, eventId } = params
  const terms = { seed: 1, rounds: usualRounds }
  return answerForms(context, request, {
    plan: carryOut('meetings.run', replanForm, (ctx, { movesAllowed }) => requestRun(ctx, missionId, eventId, { ...terms, movesAllowed }), {
      to: (number) => href('/missions/:missionId/rendez-vous/:eventId/plannings/:number', { ...params, number: String(number) }),
      flash: 'submitted',
    }),
    otherwise: carryOut('meetings.absent', absenceForm, (ctx, { who, slotIds }) => sayAbsent(ctx, missionId, eventId, who, slotIds), {
      to: (_, { who }) =>
        `${href('/missions/:missionId/rendez-vous/:eventId/imprevu', params)}?${new URLSearchParams({ who: `${who.kind}:${who.id}` })}`,
    }),
  })
}

export default function UnforeseenPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { event, absentees, chosen, broken, names, titles, slots, requestKey } = loaderData
  const texts = useCatalogue(eventTexts)
  const { unforeseen: words } = useCatalogue(planTexts)
  const planNames = usePlanNames(names, slots, titles)
  const problem = (actionData?.problems as Readonly<Record<string, string>> | undefined)?.['']
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {problem && <Notice tone="danger" title={problemText(texts, problem)} />}
      <Section title={words.title} note={words.note} titlePlace="above">
        <AbsenceForm absentees={absentees} chosen={chosen} slots={slots} requestKey={requestKey} />
      </Section>
      <Section title={words.effects} note={words.effectsNote} titlePlace="above">
        <PlanAgain broken={broken} names={planNames} requestKey={requestKey} />
      </Section>
    </>
  )
}

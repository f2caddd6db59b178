import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFigures } from '#ui/key-figures.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { judgeRun } from '../domain/judge/verdict.ts'
import { deltaOf, touchedBy } from '../domain/plan-delta.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { plannedOf } from '../domain/run.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { applyForm, bareForm } from '../schemas/run.ts'
import { listMeetings, loadRun } from '../sql/plans.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { LevelTable } from '../ui/level-table.tsx'
import { PlanDelta } from '../ui/plan-delta.tsx'
import { RunVerdict } from '../ui/run-verdict.tsx'
import { UnheldWishes } from '../ui/unheld-wishes.tsx'
import { usePlanNames } from '../ui/use-plan-names.ts'
import { applyRun } from '../usecases/apply-run.ts'
import { openEvent } from '../usecases/open-event.ts'
import { readNames } from '../usecases/read-names.ts'
import { levelsSoFar } from '../usecases/read-progress.ts'
import { cancelRun } from '../usecases/request-run.ts'
import type { Route } from './+types/run.ts'

/** As many changes as one reads; a plan made afresh changes nearly all. */
const shownAtMost = 60

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayOrganiseMeetings(ctx.actor, mission.partners))
    const { snapshot, result, ...run } = found(await loadRun(ctx.tx, event.id, Number(params.number) || 0))
    const { names, titles, slots } = await readNames(ctx, event)
    return {
      event: { id: event.id, title: event.title },
      run: { ...run, appliedOn: run.appliedAt && dateIn(event.timeZone, run.appliedAt) },
      levels: result?.levels ?? (run.state === 'running' ? levelsSoFar(JSON.parse(snapshot) as Snapshot, run) : []),
      unheld: result?.unheld ?? [],
      verdict: result && judgeRun(JSON.parse(snapshot) as Snapshot, result),
      delta: result && deltaOf((await listMeetings(ctx.tx, event.id)).map(plannedOf), result.meetings),
      slots,
      names,
      titles,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, eventId } = params
  const number = Number(params.number) || 0
  return answerForms(context, request, {
    stop: carryOut('meetings.stop-run', bareForm, (ctx) => cancelRun(ctx, missionId, eventId, number), {
      to: href('/missions/:missionId/rendez-vous/:eventId/plannings/:number', params),
    }),
    otherwise: carryOut('meetings.apply-run', applyForm, (ctx, { tells }) => applyRun(ctx, missionId, eventId, number, tells), {
      to: href('/missions/:missionId/rendez-vous/:eventId/tableau', params),
    }),
  })
}

export default function RunPage({
  loaderData: { event, run, levels, unheld, verdict, delta, slots, names, titles, requestKey },
  actionData,
  params,
}: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { runs: words } = texts
  const problem = (actionData?.problems as Readonly<Record<string, string>> | undefined)?.['']
  const plan = useCatalogue(planTexts)
  const planNames = usePlanNames(names, slots, titles)
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {problem && <Notice tone="danger" title={problemText(texts, problem)} />}
      <Section title={words.number(run.number)} note={words.states[run.state]} titlePlace="above">
        {run.state === 'queued' || run.state === 'running' ? (
          <Form requestKey={requestKey}>
            <HiddenField name="intent" value="stop" />
            <Progress label={words.progress(run.roundsDone, run.rounds)} value={run.roundsDone} max={run.rounds} />
            <Actions>
              <ButtonLink to={href('/missions/:missionId/rendez-vous/:eventId/plannings/:number', params)}>{words.refresh}</ButtonLink>
              <Button kind="quiet">{words.stop}</Button>
            </Actions>
          </Form>
        ) : (
          <KeyFigures
            figures={[
              { key: 'held', label: words.held, figure: run.held === null ? words.noChange : words.heldOf(run.held, run.wished) },
              {
                key: 'quality',
                label: words.quality,
                figure: run.isOptimal === null ? words.noChange : run.isOptimal ? words.optimal : words.notProven,
                note: run.appliedOn && words.wasApplied(formatDate(run.appliedOn, locale)),
              },
            ]}
          />
        )}
        {run.state === 'failed' && (
          <Notice tone="warning" title={run.movesAllowed === null ? plan.unforeseen.noPlan : plan.unforeseen.tooFewMoves} />
        )}
        {levels.length > 0 && <LevelTable levels={levels} isFinal={run.state === 'done'} />}
      </Section>
      {delta && (
        <Section title={plan.delta.title} note={plan.delta.note} titlePlace="above">
          {delta.length === 0 ? (
            <p>{plan.delta.nothing}</p>
          ) : (
            <>
              <p>{plan.delta.touched(touchedBy(delta).size, delta.length)}</p>
              <PlanDelta delta={delta.slice(0, shownAtMost)} names={planNames} />
              {delta.length > shownAtMost && <p>{plan.delta.more(delta.length - shownAtMost)}</p>}
            </>
          )}
          <Form id="apply" requestKey={requestKey}>
            <HiddenField name="intent" value="apply" />
            <p>{words.applyNote}</p>
            <Checkbox
              name="tells"
              value="yes"
              label={plan.delta.tell}
              hint={plan.delta.tellHint}
              defaultChecked={run.movesAllowed !== null}
            />
            <Actions>
              <Button kind="main">{words.apply}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {verdict && <RunVerdict verdict={verdict} meetings={run.held ?? 0} names={planNames} />}
      {verdict && (
        <Section title={words.unheld} note={words.unheldNote} titlePlace="above">
          <UnheldWishes unheld={unheld} names={names} slotWords={planNames.slotWords} titles={titles} />
        </Section>
      )}
      <Section title={words.snapshot} note={words.note}>
        <p>{words.digest(run.digest)}</p>
        <details>
          <summary>{words.algorithm}</summary>
          <p>{words.algorithmText}</p>
        </details>
      </Section>
    </>
  )
}

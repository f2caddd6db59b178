import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { bareForm, runForm } from '../schemas/run.ts'
import { listRuns } from '../sql/plans.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { RunComparison } from '../ui/run-comparison.tsx'
import { refusalOf } from '../ui/refusal.ts'
import { rollBack } from '../usecases/apply-run.ts'
import { openEvent } from '../usecases/open-event.ts'
import { requestRun, usualRounds } from '../usecases/request-run.ts'
import type { Route } from './+types/runs.ts'

/** The plans an organiser asked for: side by side, and the one in force. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayOrganiseMeetings(ctx.actor, mission.partners))
    const runs = await listRuns(ctx.tx, event.id)
    const applied = runs.filter(({ appliedAt }) => appliedAt !== null).sort((a, b) => ((a.appliedAt ?? '') < (b.appliedAt ?? '') ? 1 : -1))
    return {
      event: { id: event.id, title: event.title },
      runs: runs.map((run) => ({ ...run, askedOn: dateIn(event.timeZone, run.askedAt) })),
      inForce: applied[0]?.number ?? null,
      usualRounds,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, eventId } = params
  return answerForms(context, request, {
    rollBack: carryOut('meetings.roll-back', bareForm, (ctx) => rollBack(ctx, missionId, eventId), {
      to: href('/missions/:missionId/rendez-vous/:eventId/plannings', params),
    }),
    otherwise: carryOut('meetings.run', runForm, (ctx, terms) => requestRun(ctx, missionId, eventId, terms), {
      to: (number) => href('/missions/:missionId/rendez-vous/:eventId/plannings/:number', { ...params, number: String(number) }),
      flash: 'submitted',
    }),
  })
}

export default function Runs({
  loaderData: { event, runs, inForce, usualRounds: rounds, requestKey },
  actionData,
  params,
}: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const { runs: words } = texts
  const { unforeseen } = useCatalogue(planTexts)
  const back = actionData?.values.intent === 'rollBack' ? (actionData.problems as Readonly<Record<string, string>>)[''] : undefined
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {back && <Notice tone="danger" title={problemText(texts, back)} />}
      <Section title={words.title} note={words.note} titlePlace="above">
        <DataTable
          caption={words.caption}
          captionHidden
          rows={runs}
          rowKey={({ id }) => id}
          rowLink={({ number }) =>
            href('/missions/:missionId/rendez-vous/:eventId/plannings/:number', { ...params, number: String(number) })
          }
          empty={<EmptyState title={words.empty} />}
          columns={[
            { key: 'number', header: words.title, isRowHeader: true, render: ({ number }) => words.number(number) },
            { key: 'when', header: words.when, render: ({ askedOn }) => <DateText date={askedOn} /> },
            {
              key: 'state',
              header: words.state,
              render: ({ state, number }) => (number === inForce ? `${words.states[state]}, ${words.applied}` : words.states[state]),
            },
            {
              key: 'held',
              header: words.held,
              align: 'figure',
              render: ({ held, wished }) => (held === null ? '' : words.heldOf(held, wished)),
            },
            {
              key: 'quality',
              header: words.quality,
              render: ({ isOptimal }) => (isOptimal === null ? '' : isOptimal ? words.optimal : words.notProven),
            },
          ]}
        />
        {runs.some(({ levels }) => levels !== null) && <RunComparison runs={runs} />}
        {inForce !== null && (
          <Form id="rollBack" requestKey={requestKey}>
            <HiddenField name="intent" value="rollBack" />
            <p>{words.rollBackNote}</p>
            <Actions>
              <Button kind="quiet">{words.rollBack}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      <Section title={words.ask} note={words.askNote} onPaper={false}>
        <Form id="run" requestKey={requestKey} {...refusalOf(actionData, 'run', texts)}>
          <HiddenField name="intent" value="run" />
          <RadioGroup
            name="mode"
            label={words.mode}
            defaultValue="afresh"
            choices={[
              { value: 'afresh', label: words.afresh, note: words.afreshNote },
              { value: 'again', label: words.again, note: words.againNote },
            ]}
          />
          <Fieldset legend={words.quality} inline>
            <NumberField name="movesAllowed" label={words.movesAllowed} defaultValue={3} />
            <NumberField name="seed" label={words.seed} required defaultValue={1} />
            <NumberField name="rounds" label={words.rounds} required defaultValue={rounds} />
          </Fieldset>
          <Actions>
            <Button kind="main">{words.start}</Button>
            <ButtonLink kind="quiet" to={href('/missions/:missionId/rendez-vous/:eventId/imprevu', params)}>
              {unforeseen.link}
            </ButtonLink>
          </Actions>
        </Form>
        <details>
          <summary>{words.algorithm}</summary>
          <p>{words.algorithmText}</p>
        </details>
      </Section>
    </>
  )
}

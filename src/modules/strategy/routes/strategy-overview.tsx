import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Work } from '../domain/coverage.ts'
import type { Plan } from '../domain/plan.ts'
import { mayChangePlan, mayKeepStrategy } from '../domain/rights.ts'
import { strategyTexts } from '../texts.ts'
import { placeName } from '../ui/place-name.ts'
import { addressOf } from '../ui/work-address.ts'
import { WorksTable } from '../ui/works-table.tsx'
import { readCoverage } from '../usecases/read-coverage.ts'
import type { Route } from './+types/strategy-overview.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const covered = await readCoverage(ctx, params.planId)
    return { ...covered, mayKeep: mayChangePlan(ctx.actor, covered.plan), mayEnd: mayKeepStrategy(ctx.actor) }
  })
}

/** What the strategy wants, what serves it, what serves nothing yet, and the agreements still to be made. */
export default function StrategyOverview({ loaderData: { plan, coverage, pipeline, fields, mayKeep, mayEnd } }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.overview
  const locale = useLocale()
  const params = { planId: plan.id }
  const { destinations, destinationLimit } = plan
  return (
    <>
      <Section
        title={words.purpose}
        action={
          mayEnd && (
            <Actions>
              {mayKeep && (
                <ButtonLink to={href('/strategie/:planId/modifier', params)} kind="quiet">
                  {texts.form.change}
                </ButtonLink>
              )}
              <ButtonLink to={href('/strategie/:planId/fin', params)} kind="quiet">
                {mayKeep ? texts.end.link : texts.end.linkArchived}
              </ButtonLink>
            </Actions>
          )
        }
      >
        <KeyFacts
          facts={[
            { key: 'purpose', label: words.purpose, value: pick(plan.purpose, locale).text && <LocalizedText content={plan.purpose} /> },
            { key: 'period', label: words.period, value: texts.period(plan.fromYear, plan.toYear) },
            { key: 'destinations', label: words.destinations, value: texts.ofLimit(destinations.length, destinationLimit) },
            { key: 'reached', label: words.reached, value: texts.ofLimit(coverage.reached, destinations.length) },
            { key: 'source', label: words.source, value: plan.source },
          ]}
        />
      </Section>
      <Section
        title={words.objectives}
        note={words.objectivesNote}
        action={
          mayKeep && (
            <ButtonLink to={href('/strategie/:planId/objectifs', params)} kind="quiet">
              {texts.objectives.add}
            </ButtonLink>
          )
        }
      >
        {plan.objectives.length === 0 ? (
          <p>{words.noObjective}</p>
        ) : (
          <ol>
            {plan.objectives.map(({ id, title }) => (
              <li key={id}>
                <LocalizedText content={title} />
                <br />
                <small>{words.serving(coverage.objectives.find((line) => line.id === id)?.works.length ?? 0)}</small>
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title={words.fields} note={words.fieldsNote} titlePlace="above">
        <Fields plan={plan} fields={fields} />
      </Section>
      <Section title={words.untied} note={words.untiedNote} titlePlace="above" id="sans-objectif">
        {coverage.untied.length === 0 ? (
          <p>{words.allTied}</p>
        ) : (
          <WorksTable works={coverage.untied} caption={words.untiedCaption} leadsTo="ties" />
        )}
      </Section>
      <Section title={words.pipeline} note={words.pipelineNote} titlePlace="above">
        <Pipeline plan={plan} pipeline={pipeline} />
      </Section>
    </>
  )
}

function Fields({
  plan,
  fields: { counts, others },
}: {
  plan: Plan
  fields: { counts: Readonly<Record<string, number>>; others: number }
}) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.overview
  const ofObjective = (objectiveId: string | null) => plan.objectives.find(({ id }) => id === objectiveId)
  return (
    <>
      <DataTable
        caption={words.fields}
        captionHidden
        rows={plan.fields}
        rowKey={({ id }) => id}
        empty={<p>{words.noField}</p>}
        columns={[
          { key: 'field', header: words.field, isRowHeader: true, render: ({ label }) => <LocalizedText content={label} /> },
          { key: 'kind', header: texts.objectives.kind, render: ({ kind }) => texts.fieldKinds[kind] },
          {
            key: 'objective',
            header: texts.objectives.objective,
            isLong: true,
            render: ({ objectiveId }) => {
              const objective = ofObjective(objectiveId)
              return objective ? <LocalizedText content={objective.title} /> : words.wholeStrategy
            },
          },
          { key: 'weight', header: words.weight, align: 'figure', render: ({ weight }) => weight },
          { key: 'named', header: words.named, align: 'figure', render: ({ id }) => counts[id] ?? 0 },
        ]}
      />
      {others > 0 && <p>{words.others(others)}</p>}
    </>
  )
}

function Pipeline({ plan, pipeline }: { plan: Plan; pipeline: readonly Work[] }) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.overview
  const locale = useLocale()
  return (
    <DataTable
      caption={words.pipeline}
      captionHidden
      rows={pipeline}
      rowKey={({ id }) => id}
      rowLink={addressOf}
      empty={<p>{words.noPipeline}</p>}
      columns={[
        { key: 'title', header: texts.coverage.what, isRowHeader: true, render: ({ title }) => <LocalizedText content={title} /> },
        { key: 'stage', header: words.stage, render: ({ stage }) => stage && texts.stages[stage] },
        {
          key: 'destination',
          header: words.atDestination,
          render: ({ destinationIds }) =>
            plan.destinations
              .filter(({ id }) => destinationIds.includes(id))
              .map((destination) => placeName(destination, locale))
              .join(', '),
        },
      ]}
    />
  )
}

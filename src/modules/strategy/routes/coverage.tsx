import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { partsOf } from '#platform/pure/local-date.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { isYearOf, yearsOf } from '../domain/plan.ts'
import { mayChangePlan } from '../domain/rights.ts'
import { plannedOf, targetForm } from '../schemas.ts'
import { problemTexts, strategyTexts } from '../texts.ts'
import { CoverageTable } from '../ui/coverage-table.tsx'
import { lineName } from '../ui/place-name.ts'
import { SubjectForm, TargetForm } from '../ui/target-form.tsx'
import { WorksTable } from '../ui/works-table.tsx'
import { readCoverage } from '../usecases/read-coverage.ts'
import { setTargets } from '../usecases/set-targets.ts'
import type { Route } from './+types/coverage.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const asked = Number(query.get('annee') ?? '')
  return read(context, request, async (ctx) => {
    const { targets, ...covered } = await readCoverage(ctx, params.planId, Number.isInteger(asked) ? asked : null)
    const { plan, year } = covered
    const thisYear = partsOf(ctx.today).year
    const yearToPlan = year ?? (isYearOf(plan, thisYear) ? thisYear : plan.fromYear)
    const subject = [...plan.destinations, ...plan.objectives].find(({ id }) => id === query.get('pour'))
    return {
      ...covered,
      yearToPlan,
      subjectId: subject?.id ?? '',
      planned: targets.filter((target) => target.year === yearToPlan && (target.destinationId ?? target.objectiveId) === subject?.id),
      mayKeep: mayChangePlan(ctx.actor, plan),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ request, context, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'strategy.set-targets',
    targetForm,
    (ctx, typed) => {
      const { subjectId, year } = typed
      return setTargets(ctx, params.planId, { id: subjectId, year }, plannedOf(typed))
    },
    { to: (_, { subjectId, year }) => `${href('/strategie/:planId/bilan', params)}?annee=${year}&pour=${subjectId}`, field: 'year' },
  )
}

/** Planned against done: by destination, by objective, by year, over the period or one of its years. */
export default function CoveragePage({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, coverage, year, yearToPlan, subjectId, planned, mayKeep, requestKey } = loaderData
  const texts = useCatalogue(strategyTexts)
  const words = texts.coverage
  const locale = useLocale()
  return (
    <>
      <Section title={words.title} note={words.note} titlePlace="above">
        <Form method="get" layout="row" id="year">
          <Select
            name="annee"
            label={words.year}
            placeholder={words.wholePeriod}
            defaultValue={year === null ? '' : String(year)}
            options={yearsOf(plan).map((each) => ({ value: String(each), label: String(each) }))}
          />
          <Actions>
            <Button>{words.show}</Button>
          </Actions>
        </Form>
        <KeyFacts facts={[{ key: 'reached', label: words.reached, value: words.reachedOf(coverage.reached, plan.destinations.length) }]} />
      </Section>
      <Section title={words.byDestination} note={words.legend} titlePlace="above">
        <CoverageTable
          caption={words.byDestination}
          header={words.destination}
          plan={plan}
          lines={coverage.destinations}
          total={coverage.total}
        />
      </Section>
      <Section title={words.byObjective} note={words.legend} titlePlace="above">
        <CoverageTable caption={words.byObjective} header={words.objective} plan={plan} lines={coverage.objectives} />
      </Section>
      {year === null && (
        <Section title={words.byYear} note={words.legend} titlePlace="above">
          <CoverageTable caption={words.byYear} header={words.year} plan={plan} lines={coverage.years} />
        </Section>
      )}
      <Section title={words.elsewhere} note={words.elsewhereNote} titlePlace="above">
        {coverage.elsewhere.length === 0 ? (
          <p>{words.noElsewhere}</p>
        ) : (
          <WorksTable works={coverage.elsewhere} caption={words.elsewhereCaption} />
        )}
      </Section>
      {mayKeep && (plan.destinations.length > 0 || plan.objectives.length > 0) && (
        <Section title={words.set} onPaper={false}>
          <SubjectForm plan={plan} subjectId={subjectId} year={yearToPlan} />
          {subjectId !== '' && (
            <TargetForm
              key={`${subjectId} ${yearToPlan}`}
              name={lineName(plan, subjectId, locale)}
              subjectId={subjectId}
              year={yearToPlan}
              targets={planned}
              requestKey={requestKey}
              values={actionData?.values}
              errors={problemTexts(texts, actionData?.problems)}
            />
          )}
        </Section>
      )}
    </>
  )
}

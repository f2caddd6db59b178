import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { countryChoices, listCities } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { mayChangePlan } from '../domain/rights.ts'
import { destinationChange, destinationChoice, destinationForm } from '../schemas.ts'
import { loadPlan } from '../sql/plans.ts'
import { problemTexts, strategyTexts } from '../texts.ts'
import { DestinationForm, DestinationList } from '../ui/destination-forms.tsx'
import { DestinationTable } from '../ui/destination-table.tsx'
import { addDestination, changeDestination, removeDestination } from '../usecases/choose-destinations.ts'
import type { Route } from './+types/destinations.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const isShared = new URL(request.url).searchParams.get('partagees') === 'oui'
  return read(context, request, async (ctx) => {
    const plan = found(await loadPlan(ctx.tx, params.planId))
    const cities = await listCities(ctx.tx)
    return {
      plan,
      isShared,
      shown: plan.destinations.filter(({ sharedWithId }) => !isShared || sharedWithId !== null),
      cityNames: [...new Set(cities.flatMap(({ names }) => Object.values(names).filter((name) => name !== undefined)))].sort(),
      countries: countryChoices(ctx.actor.locale),
      mayKeep: mayChangePlan(ctx.actor, plan),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params: { planId } }: Route.ActionArgs) {
  const back = href('/strategie/:planId/destinations', { planId })
  const fieldOf = ({ code }: { readonly code: string }): string =>
    code === 'country_missing'
      ? 'country'
      : code === 'shared_with_another'
        ? 'sharedWith'
        : code.startsWith('beyond')
          ? 'justification'
          : 'city'
  return answerForms(context, request, {
    change: carryOut(
      'strategy.change-destination',
      destinationChange,
      (ctx, { destinationId, version, ...draft }) => changeDestination(ctx, planId, destinationId, version, draft),
      { to: back, field: (problem) => (problem.code === 'stale_destination' ? '' : fieldOf(problem)) },
    ),
    remove: carryOut(
      'strategy.remove-destination',
      destinationChoice,
      (ctx, { destinationId }) => removeDestination(ctx, planId, destinationId),
      { to: back, flash: 'removed' },
    ),
    otherwise: carryOut('strategy.add-destination', destinationForm, (ctx, typed) => addDestination(ctx, planId, typed), {
      to: back,
      field: fieldOf,
    }),
  })
}

export default function Destinations({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, isShared, shown, cityNames, countries, mayKeep, requestKey } = loaderData
  const texts = useCatalogue(strategyTexts)
  const words = texts.destinations
  const { destinations, destinationLimit } = plan
  const refused = actionData && { values: actionData.values, errors: problemTexts(texts, actionData.problems) }
  return (
    <>
      <Section title={words.title} note={words.note(destinations.length, destinationLimit)} titlePlace="above">
        {destinations.some(({ sharedWithId }) => sharedWithId !== null) && (
          <Form method="get" layout="row" id="filter">
            <Select
              name="partagees"
              label={words.filter}
              placeholder={words.all}
              defaultValue={isShared ? 'oui' : ''}
              options={[{ value: 'oui', label: words.onlyShared }]}
            />
            <Actions>
              <Button>{words.show}</Button>
            </Actions>
          </Form>
        )}
        <DestinationTable destinations={shown} limit={destinationLimit} />
      </Section>
      {mayKeep && (
        <Section title={words.add} onPaper={false}>
          {destinations.length >= destinationLimit && (
            <Notice>
              <p>{words.addBeyond}</p>
            </Notice>
          )}
          <DestinationForm
            cityNames={cityNames}
            countries={countries}
            requestKey={requestKey}
            {...(refused?.values.intent === 'add' ? refused : {})}
          />
        </Section>
      )}
      {mayKeep && shown.length > 0 && (
        <Section title={texts.form.change} onPaper={false}>
          <DestinationList destinations={shown} refused={refused} />
        </Section>
      )}
    </>
  )
}

import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayKeepStrategy } from '../domain/rights.ts'
import { fieldChoice, fieldForm, objectiveChange, objectiveChoice, objectiveForm } from '../schemas.ts'
import { loadPlan } from '../sql/plans.ts'
import { problemTexts, strategyTexts } from '../texts.ts'
import { FieldForm, FieldList, ObjectiveForm, ObjectiveList } from '../ui/objective-forms.tsx'
import { addField, addObjective, changeObjective, removeField, removeObjective } from '../usecases/write-objectives.ts'
import type { Route } from './+types/objectives.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const plan = found(await loadPlan(ctx.tx, params.planId))
    allow(mayKeepStrategy(ctx.actor))
    return { plan, requestKeys: { objective: crypto.randomUUID(), field: crypto.randomUUID() } }
  })
}

export function action({ context, request, params: { planId } }: Route.ActionArgs) {
  const back = href('/strategie/:planId/objectifs', { planId })
  return answerForms(context, request, {
    change: carryOut(
      'strategy.change-objective',
      objectiveChange,
      (ctx, { objectiveId, version, titleFr, titleEn }) => changeObjective(ctx, planId, objectiveId, version, localized(titleFr, titleEn)),
      { to: back },
    ),
    remove: carryOut('strategy.remove-objective', objectiveChoice, (ctx, { objectiveId }) => removeObjective(ctx, planId, objectiveId), {
      to: back,
      flash: 'removed',
    }),
    field: carryOut(
      'strategy.add-field',
      fieldForm,
      (ctx, { kind, labelFr, labelEn, weight, objectiveId }) => {
        const field = { kind, weight, label: localized(labelFr, labelEn), objectiveId: objectiveId as never }
        return addField(ctx, planId, field)
      },
      { to: back, field: 'labelFr' },
    ),
    'remove-field': carryOut('strategy.remove-field', fieldChoice, (ctx, { fieldId }) => removeField(ctx, planId, fieldId), {
      to: back,
      flash: 'removed',
    }),
    otherwise: carryOut(
      'strategy.add-objective',
      objectiveForm,
      (ctx, { titleFr, titleEn }) => addObjective(ctx, planId, localized(titleFr, titleEn)),
      { to: back, field: 'titleFr' },
    ),
  })
}

export default function Objectives({ loaderData: { plan, requestKeys }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  const { objectives: words, overview } = texts
  const refused = actionData && { values: actionData.values, errors: problemTexts(texts, actionData.problems) }
  const refusalOf = (intent: string) => (refused?.values.intent === intent ? refused : {})
  return (
    <>
      <Section title={overview.objectives} note={overview.objectivesNote}>
        <ObjectiveList plan={plan} refused={refused} />
      </Section>
      <Section title={words.add}>
        <ObjectiveForm requestKey={requestKeys.objective} {...refusalOf('objective')} />
      </Section>
      <Section title={overview.fields} note={overview.fieldsNote}>
        <FieldList plan={plan} />
      </Section>
      <Section title={words.addField}>
        <FieldForm objectives={plan.objectives} requestKey={requestKeys.field} {...refusalOf('field')} />
      </Section>
    </>
  )
}

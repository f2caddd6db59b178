import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
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

export async function action({ context, request, params: { planId } }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/strategie/:planId/objectifs', { planId })
  switch (formValues(form).intent) {
    case 'change': {
      const typed = await typeForm(form, objectiveChange)
      if (!typed.ok) return refuseForm(typed.problem)
      const { objectiveId, version, titleFr, titleEn } = typed.value
      const outcome = await submit(context, request, typed, 'strategy.change-objective', (ctx) =>
        changeObjective(ctx, planId, objectiveId, version, localized(titleFr, titleEn)),
      )
      return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
    }
    case 'remove': {
      const typed = await typeForm(form, objectiveChoice)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, 'strategy.remove-objective', (ctx) =>
        removeObjective(ctx, planId, typed.value.objectiveId),
      )
      return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
    }
    case 'field': {
      const typed = await typeForm(form, fieldForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const { kind, labelFr, labelEn, weight, objectiveId } = typed.value
      const field = { kind, weight, label: localized(labelFr, labelEn), objectiveId: objectiveId as never }
      const outcome = await submit(context, request, typed, 'strategy.add-field', (ctx) => addField(ctx, planId, field))
      return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'labelFr'))
    }
    case 'remove-field': {
      const typed = await typeForm(form, fieldChoice)
      if (!typed.ok) return refuseForm(typed.problem)
      const outcome = await submit(context, request, typed, 'strategy.remove-field', (ctx) => removeField(ctx, planId, typed.value.fieldId))
      return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
    }
    default: {
      const typed = await typeForm(form, objectiveForm)
      if (!typed.ok) return refuseForm(typed.problem)
      const { titleFr, titleEn } = typed.value
      const outcome = await submit(context, request, typed, 'strategy.add-objective', (ctx) =>
        addObjective(ctx, planId, localized(titleFr, titleEn)),
      )
      return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'titleFr'))
    }
  }
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

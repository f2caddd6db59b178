import { href } from 'react-router'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { whatHolds } from '../domain/plan.ts'
import { problemTexts, strategyTexts } from '../texts.ts'
import { archivePlan, readPlanToEnd, removePlan, reopenPlan } from '../usecases/end-plan.ts'
import type { Route } from './+types/end-strategy.ts'

type Ending = 'archive' | 'reopen' | 'remove'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { plan, rests } = await readPlanToEnd(ctx, params.planId)
    const requestKeys: Record<Ending, string> = { archive: crypto.randomUUID(), reopen: crypto.randomUUID(), remove: crypto.randomUUID() }
    return { isArchived: plan.archivedOn !== null, rests, requestKeys }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForms(context, request, {
    archive: carryOut('strategy.archive', noFields, (ctx) => archivePlan(ctx, params.planId), { to: href('/strategie/:planId', params) }),
    reopen: carryOut('strategy.reopen', noFields, (ctx) => reopenPlan(ctx, params.planId), { to: href('/strategie/:planId', params) }),
    remove: carryOut('strategy.remove', noFields, (ctx) => removePlan(ctx, params.planId), { to: href('/strategie'), flash: 'removed' }),
  })
}

/** Archives a strategy, takes it out of the archive, or removes it when nothing rests on it. */
export default function EndStrategy({ loaderData: { isArchived, rests, requestKeys }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.end
  const refused = actionData && { values: actionData.values, errors: problemTexts(texts, actionData.problems) }
  const ending = (intent: Ending, note: string, submitLabel: string, kind: ButtonKind) => (
    <Section title={words[intent]} note={note} onPaper={false}>
      <Form id={intent} requestKey={requestKeys[intent]} {...(refused?.values.intent === intent ? refused : {})}>
        <HiddenField name="intent" value={intent} />
        <Actions>
          <Button kind={kind}>{submitLabel}</Button>
        </Actions>
      </Form>
    </Section>
  )
  return (
    <>
      <Section title={words.rests}>
        <KeyFacts
          facts={[
            { key: 'tied', label: words.tied, value: rests.tied },
            { key: 'reviews', label: words.reviews, value: rests.reviews },
          ]}
        />
      </Section>
      {isArchived
        ? ending('reopen', words.reopenNote, words.reopenSubmit, 'plain')
        : ending('archive', words.archiveNote, words.archiveSubmit, 'plain')}
      {(whatHolds(rests) === null || refused?.values.intent === 'remove') &&
        ending('remove', words.removeNote, words.removeSubmit, 'danger')}
    </>
  )
}

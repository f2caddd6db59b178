import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Section } from '#ui/section.tsx'
import { mayPropose } from '../domain/rights.ts'
import { fieldOfProblem, itemForm, wordsOf } from '../schemas.ts'
import { programmeTexts } from '../texts.ts'
import { ItemForm } from '../ui/item-form.tsx'
import { itemChoices } from '../usecases/item-choices.ts'
import { proposeItem } from '../usecases/write-item.ts'
import type { Route } from './+types/new-item.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, choices } = await itemChoices(ctx, params.missionId)
    allow(mayPropose(ctx.actor, mission.partners))
    return { choices, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(context, request, 'programme.propose', itemForm, (ctx, typed) => proposeItem(ctx, params.missionId, wordsOf(typed)), {
    to: href('/missions/:missionId/programme', params),
    flash: 'created',
    field: fieldOfProblem,
  })
}

export default function NewItem({ loaderData: { choices, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(programmeTexts)
  return (
    <Section title={texts.item.newTitle} note={texts.item.newLead}>
      {choices.legs.length === 0 ? (
        <EmptyState title={texts.frame.emptyTitle}>{texts.frame.noLeg}</EmptyState>
      ) : (
        <ItemForm choices={choices} requestKey={requestKey} refusal={actionData} />
      )}
    </Section>
  )
}

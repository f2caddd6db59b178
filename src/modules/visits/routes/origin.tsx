import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayTakePart } from '../domain/rights.ts'
import { originForm, sequelChoice } from '../schemas/sequels.ts'
import { listSequels } from '../sql/sequels.ts'
import { visitTexts } from '../texts.ts'
import { memoryTexts } from '../texts/memory-texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { OriginForm, SequelTable } from '../ui/sequels.tsx'
import { linkSequel, unlinkSequel } from '../usecases/link-sequel.ts'
import type { Route } from './+types/origin.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const missions = await listMissions(ctx.tx, ctx.actor.organisationId, { limit: 500 })
    return {
      sequels: await listSequels(ctx.tx, { mission: mission.id }),
      visits: missions.filter(({ id, kind }) => kind !== 'outgoing' && id !== mission.id).map(({ id, title }) => ({ id, title })),
      mayTakePart: mayTakePart(ctx.actor, mission.partners),
      organisationName: ctx.actor.organisationName,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = href('/missions/:missionId/origine', params)
  return answerForms(context, request, {
    'unlink-sequel': carryOut('visits.unlink-sequel', sequelChoice, (ctx, { sequelId }) => unlinkSequel(ctx, params.missionId, sequelId), {
      to: back,
      flash: 'removed',
    }),
    otherwise: carryOut(
      'visits.link-origin',
      originForm,
      (ctx, { visitId }) => {
        const draft = { becameMissionId: params.missionId, agreementId: null, promiseId: null }
        return linkSequel(ctx, visitId, draft)
      },
      { to: back, field: 'visitId' },
    ),
  })
}

export default function Origin({ loaderData, actionData }: Route.ComponentProps) {
  const { sequels, visits, organisationName, requestKey } = loaderData
  const words = useCatalogue(memoryTexts)
  const errors = receptionProblems(useCatalogue(receptionTexts), useCatalogue(visitTexts), actionData?.problems, words.problems)
  return (
    <Section title={words.sequels.originTitle} note={words.sequels.note(organisationName)} titlePlace="above">
      <SequelTable sequels={sequels} mayUnlink={loaderData.mayTakePart} />
      {loaderData.mayTakePart && visits.length > 0 && (
        <OriginForm
          visits={visits}
          isOpen={errors !== undefined || sequels.length === 0}
          requestKey={requestKey}
          values={actionData?.values}
          errors={errors}
        />
      )}
    </Section>
  )
}

import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { isOpen } from '../domain/act.ts'
import { mayChangeAct } from '../domain/rights.ts'
import { changeOf, headForm, missionsForm, rearranged } from '../schemas.ts'
import { loadAct } from '../sql/acts.ts'
import { actTexts, problemTexts } from '../texts.ts'
import { AgreementLink } from '../ui/agreement-link.tsx'
import { HeadConflict } from '../ui/head-conflict.tsx'
import { HeadFacts } from '../ui/head-facts.tsx'
import { HeadForm } from '../ui/head-form.tsx'
import { MissionsOrder } from '../ui/missions-order.tsx'
import { arrangeMissions } from '../usecases/arrange-missions.ts'
import { changeAct } from '../usecases/change-act.ts'
import { agreementOfAct } from '../usecases/agreement-of-act.ts'
import { missionsOfAct } from '../usecases/missions-of-act.ts'
import { missionsWithoutAct } from '../usecases/missions-without-act.ts'
import type { Route } from './+types/act-head.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    const mayChange = isOpen(act) && mayChangeAct(ctx.actor)
    return {
      act,
      agreement: await agreementOfAct(ctx, act),
      mayChange,
      missions: await missionsOfAct(ctx, act),
      candidates:
        mayChange && act.agreementId === null ? (await missionsWithoutAct(ctx)).map(({ id, title }) => ({ id: id as string, title })) : [],
      requestKey: crypto.randomUUID(),
      orderKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { actId } = params
  const back = href('/actes/:actId/entete', { actId })
  return answerForms(context, request, {
    missions: carryOut('acts.arrange-missions', missionsForm, (ctx, typed) => arrangeMissions(ctx, actId, rearranged(typed)), {
      to: `${back}#missions`,
    }),
    otherwise: carryOut('acts.change', headForm, (ctx, typed, form) => changeAct(ctx, actId, typed.version, changeOf(typed, form)), {
      to: back,
    }),
  })
}

export default function ActHead({ loaderData, actionData }: Route.ComponentProps) {
  const { act, agreement, mayChange, missions, candidates, requestKey, orderKey } = loaderData
  const texts = useCatalogue(actTexts)
  const words = texts.head
  if (!mayChange) {
    const missionTitles = missions.map(({ title }) => pick(title ?? {}, act.language).text)
    return <HeadFacts act={act} missionTitles={missionTitles} agreement={agreement} />
  }
  const isOrder = actionData?.values.intent === 'missions'
  const saved = actionData?.saved
  return (
    <>
      {saved && <HeadConflict saved={saved} values={actionData.values} />}
      <HeadForm
        act={saved ?? act}
        requestKey={requestKey}
        refusal={!isOrder && actionData ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) ?? {} } : undefined}
      />
      {agreement ? (
        <Section title={words.agreement} note={words.agreementNote}>
          <p>
            <AgreementLink agreement={agreement} />
          </p>
        </Section>
      ) : (
        <Section id="missions" title={words.missions} note={words.missionsNote} titlePlace="above">
          <MissionsOrder
            missions={missions}
            candidates={candidates}
            requestKey={orderKey}
            errors={isOrder ? problemTexts(texts, actionData.problems) : undefined}
          />
        </Section>
      )}
    </>
  )
}

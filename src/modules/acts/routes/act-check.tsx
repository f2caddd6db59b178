import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isOpen } from '../domain/act.ts'
import type { ReportFacts } from '../domain/facts.ts'
import { mayChangeAct, mayRecordDecision } from '../domain/rights.ts'
import { reasonForm, submissionForm } from '../schemas.ts'
import { loadAct } from '../sql/acts.ts'
import { actTexts, problemTexts } from '../texts.ts'
import { AgreementSummary } from '../ui/agreement-summary.tsx'
import { FrozenFacts } from '../ui/frozen-facts.tsx'
import { MissingFacts } from '../ui/missing-facts.tsx'
import { MissionSums } from '../ui/mission-sums.tsx'
import { abandonAct } from '../usecases/abandon-act.ts'
import { draftContent, frozenContent } from '../usecases/build-documents.ts'
import { checkContent } from '../usecases/check-act.ts'
import { submitAct } from '../usecases/submit-act.ts'
import type { Route } from './+types/act-check.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    const { id, submittedAt, digest: frozenDigest, decision } = act
    const shared = {
      act: { id, submittedAt, digest: frozenDigest, decision },
      timeZone: ctx.actor.timeZone,
      mayChange: mayChangeAct(ctx.actor),
      maySubmit: mayRecordDecision(ctx.actor),
      requestKey: crypto.randomUUID(),
      abandonKey: crypto.randomUUID(),
    }
    if (!isOpen(act)) {
      const { facts } = frozenDigest === null ? await draftContent(ctx, act) : await frozenContent(ctx, act)
      return { ...shared, facts, open: null }
    }
    const { content, missing, blockingCount, lostMissionCount, digest } = await checkContent(ctx, act)
    return { ...shared, facts: content.facts, open: { missing, blockingCount, lostMissionCount, digest } }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { actId } = params
  return answerForms(context, request, {
    abandon: carryOut('acts.abandon', reasonForm, (ctx, { reason }) => abandonAct(ctx, actId, reason), {
      to: href('/actes/:actId', { actId }),
      field: 'reason',
    }),
    otherwise: carryOut('acts.submit', submissionForm, (ctx, { digest }) => submitAct(ctx, actId, digest), {
      to: href('/actes/:actId', { actId }),
      flash: 'submitted',
    }),
  })
}

export default function ActCheck({ loaderData, actionData }: Route.ComponentProps) {
  const { act, facts, open, timeZone } = loaderData
  const texts = useCatalogue(actTexts).check
  const locale = useLocale()
  const missionTitles = titlesOf(facts, locale)
  return (
    <>
      {open && open.lostMissionCount > 0 && <Notice tone="danger">{texts.lost(open.lostMissionCount)}</Notice>}
      {open ? (
        <MissingFacts missing={open.missing} actId={act.id} missionTitles={missionTitles} currency={facts.currency} />
      ) : (
        <FrozenFacts {...act} timeZone={timeZone} />
      )}
      {facts.agreement ? (
        <AgreementSummary agreement={facts.agreement} actId={act.id} />
      ) : (
        <Section id="missions" title={texts.missions} titlePlace="above">
          <MissionSums facts={facts} actId={act.id} missionTitles={missionTitles} />
        </Section>
      )}
      {open && <Decisions {...loaderData} open={open} isAboutAgreement={facts.agreement !== undefined} refusal={actionData} />}
    </>
  )
}

function titlesOf({ missions }: ReportFacts, locale: string): Record<string, string> {
  return Object.fromEntries(missions.map(({ id, title }) => [id, pick(title, locale).text]))
}

type DecisionsProps = Pick<Route.ComponentProps['loaderData'], 'mayChange' | 'maySubmit' | 'requestKey' | 'abandonKey'> & {
  open: NonNullable<Route.ComponentProps['loaderData']['open']>
  isAboutAgreement: boolean
  refusal: Route.ComponentProps['actionData']
}

/** The main action of an act that is complete; and, aside, giving it up. */
function Decisions({ open, isAboutAgreement, mayChange, maySubmit, requestKey, abandonKey, refusal }: DecisionsProps) {
  const texts = useCatalogue(actTexts)
  const words = texts.check
  const refusalOf = (intent: string) =>
    refusal?.values.intent === intent ? { values: refusal.values, errors: problemTexts(texts, refusal.problems) } : {}
  return (
    <>
      {open.blockingCount === 0 && (
        <Section title={words.submitTitle} note={words.submitNote} onPaper={false}>
          {maySubmit ? (
            <Form id="submit" requestKey={requestKey} {...refusalOf('submit')}>
              <HiddenField name="intent" value="submit" />
              <HiddenField name="digest" value={open.digest} />
              <Actions>
                <Button kind="main" type="submit">
                  {words.submit}
                </Button>
              </Actions>
            </Form>
          ) : (
            <p>{words.submitBy}</p>
          )}
        </Section>
      )}
      {mayChange && (
        <Section title={words.abandon} note={isAboutAgreement ? words.abandonAgreementNote : words.abandonNote} onPaper={false}>
          <Form id="abandon" requestKey={abandonKey} {...refusalOf('abandon')}>
            <HiddenField name="intent" value="abandon" />
            <TextField name="reason" label={words.abandonReason} required width="long" maxLength={500} />
            <Actions>
              <Button kind="danger" type="submit">
                {words.abandon}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

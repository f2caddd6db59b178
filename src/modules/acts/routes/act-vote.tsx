import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { isOpen } from '../domain/act.ts'
import { mayRecordDecision } from '../domain/rights.ts'
import {
  deferralForm,
  fieldOfDate,
  fieldOfVote,
  publicationForm,
  registrationForm,
  transmissionForm,
  voteForm,
  voteOf,
} from '../schemas.ts'
import { ACT_SUBJECTS } from '../scdl/mapping.ts'
import { loadAct } from '../sql/acts.ts'
import { actTexts, namedProblemTexts } from '../texts.ts'
import type { ActTexts } from '../texts.fr.ts'
import { FollowUp } from '../ui/follow-up.tsx'
import { OpenData } from '../ui/open-data.tsx'
import { RowRefusal } from '../ui/row-refusal.tsx'
import { VoteForms } from '../ui/vote-forms.tsx'
import { VoteResult } from '../ui/vote-result.tsx'
import { recordPublication, recordTransmission, registerDeliberation } from '../usecases/record-publicity.ts'
import { publishRow } from '../usecases/publish-row.ts'
import { deferAct, recordVote } from '../usecases/record-vote.ts'
import type { Route } from './+types/act-vote.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    const row = await publishRow(ctx, act)
    return {
      act,
      isRowReady: row.ok,
      rowProblems: row.ok ? [] : row.problem.code === 'row_invalid' ? row.problem.problems : null,
      subjects: ACT_SUBJECTS.map(({ code, label }) => ({ value: code, label: `${code} ${label}` })),
      organisationId: ctx.actor.organisationId,
      mayRecord: mayRecordDecision(ctx.actor),
      requestKeys: {
        vote: crypto.randomUUID(),
        defer: crypto.randomUUID(),
        transmit: crypto.randomUUID(),
        publish: crypto.randomUUID(),
        register: crypto.randomUUID(),
      },
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { actId } = params
  const to = href('/actes/:actId/vote', { actId })
  return answerForms(context, request, {
    vote: carryOut(
      'acts.vote',
      voteForm,
      (ctx, typed) => {
        const { vote, minutes } = voteOf(typed)
        return recordVote(ctx, actId, vote, minutes)
      },
      { to, flash: 'voted', field: fieldOfVote },
    ),
    defer: carryOut('acts.defer', deferralForm, (ctx, typed) => deferAct(ctx, actId, typed), {
      to: href('/actes/:actId', { actId }),
      field: fieldOfVote,
    }),
    transmit: carryOut(
      'acts.transmit',
      transmissionForm,
      (ctx, { prefectureId, ...transmission }) => recordTransmission(ctx, actId, transmission, prefectureId),
      { to, field: fieldOfDate },
    ),
    publish: carryOut('acts.publish', publicationForm, (ctx, typed) => recordPublication(ctx, actId, typed), { to, field: fieldOfDate }),
    otherwise: carryOut('acts.register', registrationForm, (ctx, typed) => registerDeliberation(ctx, actId, typed), {
      to,
      field: ({ code }) => (code === 'subject_unknown' ? 'subjectCode' : 'deliberationNumber'),
    }),
  })
}

/** What the fields of a form are called, by their names. */
function labelsOf({ vote: words }: ActTexts, intent: string): Record<string, string> {
  const dates: Record<string, string> = {
    vote: words.on,
    defer: words.deferredOn,
    transmit: words.transmittedOn,
    publish: words.publishedOn,
  }
  const { outcome, inOffice, present, represented, for: inFavour, against, abstained, notVoting, reason, subject } = words
  return {
    on: dates[intent] ?? words.on,
    outcome,
    inOffice,
    present,
    represented,
    for: inFavour,
    against,
    abstained,
    notVoting,
    reason,
    subjectCode: subject,
  }
}

export default function ActVote({ loaderData, actionData }: Route.ComponentProps) {
  const { act, isRowReady, rowProblems, subjects, organisationId, mayRecord, requestKeys } = loaderData
  const texts = useCatalogue(actTexts)
  const refusalOf = (intent: string) =>
    actionData?.values.intent === intent
      ? { values: actionData.values, errors: namedProblemTexts(texts, actionData.problems, labelsOf(texts, intent)) ?? {} }
      : {}
  const isBeforeVote = isOpen(act) || (act.state === 'withdrawn' && act.digest === null)
  return (
    <>
      <RowRefusal act={act} isReady={isRowReady} />
      {isBeforeVote ? (
        <EmptyState title={texts.vote.notYet} action={<Link to={href('/actes/:actId', { actId: act.id })}>{texts.vote.toCheck}</Link>}>
          {texts.vote.notYetBody}
        </EmptyState>
      ) : act.decision === null ? (
        <VoteForms act={act} mayRecord={mayRecord} requestKeys={requestKeys} refusalOf={refusalOf} />
      ) : (
        <VoteResult act={act} decision={act.decision} />
      )}
      {act.decision?.outcome === 'adopted' && (
        <>
          <FollowUp act={act} mayRecord={mayRecord} requestKeys={requestKeys} refusalOf={refusalOf} />
          <OpenData
            act={act}
            problems={rowProblems ?? []}
            subjects={subjects}
            organisationId={organisationId}
            requestKey={mayRecord ? requestKeys.register : null}
            refusal={refusalOf('register')}
          />
        </>
      )}
    </>
  )
}

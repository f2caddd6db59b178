import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import type { Agreement } from '../domain/agreement.ts'
import { dateOfStep, nextSteps, type StepKind, stepKinds, withdrawable } from '../domain/life.ts'
import { goesToTheAssembly } from '../domain/before-vote.ts'
import { mayKeepAgreements, mayRecordStep } from '../domain/rights.ts'
import { isProvenByAct, stepFactsOf } from '../domain/step-change.ts'
import { signatoryLines, stepForm, stepOf, withdrawForm } from '../schemas.ts'
import { loadActOfAgreement } from '../sql/acts.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { ActOfAgreement } from '../ui/act-of-agreement.tsx'
import { StepForm } from '../ui/step-form.tsx'
import { recordStep, withdrawStep } from '../usecases/record-step.ts'
import type { Route } from './+types/agreement-life.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    const mayRecord = mayRecordStep(ctx.actor)
    return {
      agreement,
      next: mayRecord ? nextSteps(stepFactsOf(agreement)) : [],
      mayRecord,
      act: await loadActOfAgreement(ctx.tx, agreement.id),
      mayOpenAct: goesToTheAssembly(agreement) && mayKeepAgreements(ctx.actor),
      requestKeys: Object.fromEntries(stepKinds.map((kind) => [kind, crypto.randomUUID()])) as Record<StepKind, string>,
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = href('/accords/:agreementId/vie', params)
  return answerForms(context, request, {
    withdraw: carryOut('agreements.withdraw-step', withdrawForm, (ctx, { kind }) => withdrawStep(ctx, params.agreementId, kind), {
      to: back,
      flash: 'removed',
    }),
    otherwise: carryOut(
      'agreements.record-step',
      stepForm,
      async (ctx, typed, form) => {
        const { parties } = found(await loadAgreement(ctx.tx, params.agreementId))
        const signatories = signatoryLines(
          form,
          parties.map(({ id }) => id),
        )
        return recordStep(ctx, params.agreementId, stepOf(typed), signatories)
      },
      { to: back, field: ({ code }) => (code === 'proof_missing' ? 'proof' : code === 'signatory_missing' ? '' : 'on') },
    ),
  })
}

export default function AgreementLife({
  loaderData: { agreement, next, mayRecord, act, mayOpenAct, requestKeys },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.life
  const [first, ...others] = next
  const latest = withdrawable(agreement.dates)
  const last = latest && isProvenByAct(agreement, latest) ? null : latest
  const refusalOf = (kind: StepKind) =>
    actionData?.values.kind === kind && actionData.values.intent !== 'withdraw'
      ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) }
      : {}
  const formOf = (kind: StepKind) => (
    <StepForm key={kind} kind={kind} agreement={agreement} requestKey={requestKeys[kind]} isMain={kind === first} {...refusalOf(kind)} />
  )
  return (
    <>
      <Section title={words.title} note={words.note} titlePlace="above">
        <StepTable agreement={agreement} />
      </Section>
      <ActOfAgreement agreementId={agreement.id} act={act} mayOpen={mayOpenAct} />
      {first ? (
        <Section title={texts.steps[first].title} note={texts.steps[first].hint} onPaper={false} id="etape">
          {formOf(first)}
        </Section>
      ) : (
        mayRecord && <p>{words.closed}</p>
      )}
      {others.length > 0 && (
        <Section title={words.also} onPaper={false}>
          {others.map((kind) => (
            <details key={kind} open={actionData?.values.kind === kind}>
              <summary>{texts.steps[kind].title}</summary>
              <p>{texts.steps[kind].hint}</p>
              {formOf(kind)}
            </details>
          ))}
        </Section>
      )}
      {mayRecord && last && (
        <Section title={words.withdrawTitle} note={words.withdrawNote} onPaper={false}>
          <Form
            id="withdraw"
            values={actionData?.values.intent === 'withdraw' ? actionData.values : undefined}
            errors={actionData?.values.intent === 'withdraw' ? problemTexts(texts, actionData.problems) : undefined}
          >
            <HiddenField name="intent" value="withdraw" />
            <HiddenField name="kind" value={last} />
            <Actions>
              <Button kind="danger">{words.withdraw(texts.steps[last].name)}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function StepTable({ agreement }: { agreement: Agreement }) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.life
  const { dates, proofs } = agreement
  const proofOf: Partial<Record<StepKind, string | null>> = {
    negotiate: proofs.negotiationBasis,
    vote: proofs.voteReference,
    sign: proofs.signedAtPlace,
    transmit: proofs.transmissionReference,
    enter: proofs.transmissionReference && words.byTransmission(proofs.transmissionReference),
    terminate: proofs.terminationReason,
  }
  const actIds: Partial<Record<StepKind, string | null>> = { vote: proofs.voteActId, transmit: proofs.transmissionActId }
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={stepKinds.filter((kind) => dateOfStep(dates, kind) !== null)}
      rowKey={(kind) => kind}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'step', header: words.step, isRowHeader: true, render: (kind) => texts.steps[kind].name },
        {
          key: 'date',
          header: words.date,
          render: (kind) => {
            const day = dateOfStep(dates, kind)
            return day && <DateText date={day} />
          },
        },
        {
          key: 'proof',
          header: words.proof,
          isLong: true,
          render: (kind) => {
            const actId = actIds[kind]
            const proof = proofOf[kind] ?? ''
            return actId ? <Link to={href('/actes/:actId/vote', { actId })}>{proof}</Link> : proof
          },
        },
      ]}
    />
  )
}

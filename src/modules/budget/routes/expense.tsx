import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { fileLink, loadFile } from '#platform/files.ts'
import { listHistory } from '#platform/history.ts'
import { asId } from '#platform/pure/ids.ts'
import { refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { type Expense, isStanding } from '../domain/expense.ts'
import { readExpense } from '../domain/reading.ts'
import { mayReverseExpense } from '../domain/rights.ts'
import { warningsOf } from '../domain/warnings.ts'
import { correctForm, fieldOfProblem, fieldsOf, formProblem, receiptOf, reverseForm } from '../schemas.ts'
import { loadExpense } from '../sql/expenses.ts'
import { listChain, listSimilar } from '../sql/related-expenses.ts'
import { budgetTexts } from '../texts.ts'
import { CorrectionConflict } from '../ui/correction-conflict.tsx'
import { ExpenseFacts } from '../ui/expense-facts.tsx'
import { LineState } from '../ui/line-state.tsx'
import { LineStory } from '../ui/line-story.tsx'
import { CorrectLine, ReverseLine } from '../ui/mend-line.tsx'
import { Warnings } from '../ui/warnings.tsx'
import { correctExpense } from '../usecases/correct-expense.ts'
import { expenseChoices } from '../usecases/list-choices.ts'
import { loadLedger } from '../usecases/open-ledger.ts'
import { openExpense, reverseExpense } from '../usecases/reverse-expense.ts'
import type { Route } from './+types/expense.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('faire')
  return read(context, request, async (ctx) => {
    const expense = await expenseOf(ctx, params)
    const { ledger, mission } = await loadLedger(ctx, params.missionId)
    const chain = await listChain(ctx.tx, expense.id)
    const isOwn = expense.organisationId === ctx.actor.organisationId
    const mayMend = mayReverseExpense(ctx.actor, mission.partners, expense) && isStanding(expense) && ledger.accountsClosedOn === null
    return {
      expense,
      isOwn,
      mayMend,
      mending: mayMend && (asked === 'corriger' || asked === 'annuler') ? asked : null,
      choices: mayMend ? await expenseChoices(ctx, ledger, mission) : null,
      warnings: isOwn ? warningsOf(expense, await listSimilar(ctx.tx, expense), mission, ctx.today) : [],
      reason: chain.find((line) => line.reversesId === expense.id)?.reason ?? null,
      story: await storyOf(ctx, chain),
      receipt: await receiptLink(ctx, expense),
      timeZone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The line of the address, unless it belongs to another mission: then there is nothing here. */
async function expenseOf(ctx: Ctx, { missionId, expenseId }: Route.LoaderArgs['params']): Promise<Expense> {
  const expense = found(await loadExpense(ctx.tx, expenseId))
  return found(expense.missionId === missionId ? expense : null)
}

async function storyOf(ctx: Ctx, chain: readonly Expense[]) {
  const story = []
  for (const expense of chain) {
    const [entry] = await listHistory(ctx.tx, { entity: 'budget.expense', entityId: expense.id, limit: 1 })
    story.push({ expense, actorName: entry?.actorName ?? null })
  }
  return story
}

async function receiptLink(ctx: Ctx, { receiptId }: Expense): Promise<{ link: string; name: string } | null> {
  if (!receiptId) return null
  const file = await loadFile(ctx, asId(receiptId))
  return {
    name: file.name,
    link: fileLink(ctx, file),
  }
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = (expenseId: string) => href('/missions/:missionId/depenses/:expenseId', { missionId: params.missionId, expenseId })
  return answerForms(context, request, {
    correct: carryOut(
      `budget.correct ${params.expenseId}`,
      correctForm,
      async (ctx, { reason, receipt, ...texts }) => {
        const given = await receiptOf(receipt)

        const { expense, ledger } = await openExpense(ctx, (await expenseOf(ctx, params)).id)
        const draft = readExpense(texts, { locale: ctx.actor.locale, baseCurrency: ledger.baseCurrency })
        if (!draft.ok) return refused({ fields: { ...fieldsOf(draft.problem), ...(reason.trim() === '' && { reason: 'reason_missing' }) } })
        const corrected = await correctExpense(ctx, expense.id, draft.value, reason, given)
        return corrected.ok ? corrected : refused(formProblem(corrected.problem))
      },
      { to: (made) => back(made), field: fieldOfProblem },
    ),
    otherwise: carryOut(
      `budget.reverse ${params.expenseId}`,
      reverseForm,
      async (ctx, { reason }) => reverseExpense(ctx, (await expenseOf(ctx, params)).id, reason),
      { to: back(params.expenseId), flash: 'reversed', field: fieldOfProblem },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function ExpensePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { expense, isOwn, mayMend, mending, choices, warnings, reason, story, receipt, timeZone, requestKey } = loaderData
  const texts = useCatalogue(budgetTexts)
  const here = href('/missions/:missionId/depenses/:expenseId', params)
  const intent = actionData?.values.intent ?? (mending === 'corriger' ? 'correct' : mending === 'annuler' ? 'reverse' : null)
  const isCorrecting = intent === 'correct'
  const isReversing = intent === 'reverse'
  return (
    <>
      <LineState expense={expense} reason={reason} />
      <Warnings codes={warnings} />
      <Section
        title={texts.line.facts}
        action={
          <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/depenses', params)}>
            {texts.line.all}
          </ButtonLink>
        }
      >
        <ExpenseFacts expense={expense} isOwn={isOwn} receipt={receipt} />
        {mayMend && !isCorrecting && !isReversing && (
          <Actions>
            <ButtonLink icon="pencil" to={`${here}?faire=corriger#corriger`}>
              {texts.line.correct}
            </ButtonLink>
            <ButtonLink kind="quiet" to={`${here}?faire=annuler#annuler`}>
              {texts.line.reverse}
            </ButtonLink>
          </Actions>
        )}
      </Section>
      {actionData && isCorrecting && !choices && (
        <CorrectionConflict refusal={actionData} standing={story.findLast((line) => isStanding(line.expense))?.expense ?? null} />
      )}
      {choices && isCorrecting && (
        <CorrectLine expense={expense} choices={choices} refusal={actionData} requestKey={requestKey} back={here} />
      )}
      {mayMend && isReversing && <ReverseLine refusal={actionData} requestKey={requestKey} back={here} />}
      <Section title={texts.line.history} note={texts.line.historyNote}>
        <LineStory entries={story} shownId={expense.id} timeZone={timeZone} />
      </Section>
    </>
  )
}

import { Link, href, redirect } from 'react-router'
import { isUuid } from '#platform/pure/ids.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { refused } from '#platform/pure/outcome.ts'
import { read, readForm, refuseForm, submit } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Amount } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import type { Expense } from '../domain/expense.ts'
import { readExpense } from '../domain/reading.ts'
import { type WarningCode, warningsOf } from '../domain/warnings.ts'
import { fieldOfProblem, fieldsOf, formProblem, newReceiptOf, recordForm } from '../schemas.ts'
import { loadExpense } from '../sql/expenses.ts'
import { listSimilar } from '../sql/related-expenses.ts'
import { budgetTexts, problemTexts } from '../texts.ts'
import { ExpenseFields } from '../ui/expense-fields.tsx'
import { handedStart, startAfter } from '../ui/expense-start.ts'
import { Warnings } from '../ui/warnings.tsx'
import { findHanded } from '../usecases/handed-receipt.ts'
import { expenseChoices } from '../usecases/list-choices.ts'
import { openLedger } from '../usecases/open-ledger.ts'
import { recordExpense } from '../usecases/record-expense.ts'
import type { Route } from './+types/new-expense.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const after = asked.get('apres')
  const handed = asked.get('recu')
  const start = handedStart(asked)
  return read(context, request, async (ctx) => {
    const { ledger, mission } = await openLedger(ctx, params.missionId)
    const expense = isUuid(after) ? await loadExpense(ctx.tx, after) : null
    const isOwn = expense?.missionId === mission.id && expense.organisationId === ctx.actor.organisationId
    return {
      choices: await expenseChoices(ctx, ledger, mission),
      closedOn: ledger.accountsClosedOn,
      recorded: isOwn ? { expense, warnings: warningsOf(expense, await listSimilar(ctx.tx, expense), mission, ctx.today) } : null,
      handed: isUuid(handed) ? await findHanded(ctx, handed) : null,
      start,
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, recordForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { receipt, handedId, ...texts } = typed.value
  const given = await newReceiptOf(receipt, handedId)
  const outcome = await submit(context, request, typed, `budget.record ${params.missionId}`, async (ctx) => {
    const { ledger } = await openLedger(ctx, params.missionId)
    const draft = readExpense(texts, { locale: ctx.actor.locale, baseCurrency: ledger.baseCurrency })
    if (!draft.ok) return refused({ fields: fieldsOf(draft.problem) })
    const recorded = await recordExpense(ctx, params.missionId, draft.value, given)
    return recorded.ok ? recorded : refused(formProblem(recorded.problem))
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  // The page itself says what was recorded, hence no flash.
  return redirect(`${href('/missions/:missionId/depenses/nouvelle', params)}?apres=${outcome.value}`)
}

export default function NewExpense({ loaderData, actionData, params }: Route.ComponentProps) {
  const { choices, closedOn, recorded, handed, start, requestKey } = loaderData
  const texts = useCatalogue(budgetTexts)
  const locale = useLocale()
  const all = href('/missions/:missionId/depenses', params)
  return (
    <Section title={texts.form.newTitle}>
      {recorded && !actionData && <Recorded {...recorded} />}
      {closedOn ? (
        <Notice title={texts.own.closed(formatDate(closedOn, locale))}>
          <p>{texts.own.closedBody}</p>
        </Notice>
      ) : (
        // A new form for each receipt: what was typed for the last one is gone, what a refusal keeps is not.
        <Form
          key={recorded?.expense.id}
          encType="multipart/form-data"
          requestKey={requestKey}
          values={actionData?.values}
          errors={problemTexts(texts, actionData?.problems)}
        >
          <ExpenseFields choices={choices} start={recorded ? startAfter(recorded.expense) : start} handed={handed} />
          <Actions>
            <Button kind="main">{texts.form.save}</Button>
            <ButtonLink kind="quiet" to={all}>
              {texts.form.seeAll}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

/** What has just been written, and what deserves a second look, above the form for the next one. */
function Recorded({ expense, warnings }: { expense: Expense; warnings: readonly WarningCode[] }) {
  const texts = useCatalogue(budgetTexts)
  const { missionId, id: expenseId } = expense
  return (
    <>
      <Notice tone="success" title={texts.form.savedTitle}>
        <p>
          <Link to={href('/missions/:missionId/depenses/:expenseId', { missionId, expenseId })}>{texts.form.seeLine}</Link>{' '}
          <span>
            {expense.supplier}, <Amount {...expense.base} />
          </span>
        </p>
        <p>{texts.form.savedNext}</p>
      </Notice>
      <Warnings codes={warnings} />
    </>
  )
}

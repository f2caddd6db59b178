import { Link, href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { mayPrepare, mayReadRegister, maySetRules } from '../domain/rights.ts'
import { orderNumber } from '../domain/travel-order.ts'
import { fieldOfProblem, orderForm, withdrawalForm } from '../schemas.ts'
import { listOrders } from '../sql/orders.ts'
import { loadSignatory } from '../sql/rules.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { IssueForm } from '../ui/issue-form.tsx'
import { OrderTable } from '../ui/order-table.tsx'
import { DepartureViews } from '../ui/views.tsx'
import { issueOrders, withdrawOrder } from '../usecases/issue-orders.ts'
import { loadOwnJourney } from '../usecases/open-departure.ts'
import type { Route } from './+types/orders.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = await loadOwnJourney(ctx, params.missionId)
    allow(mayReadRegister(ctx.actor))
    const orders = await listOrders(ctx.tx, mission.id)
    const members = await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })
    const held = new Set(orders.filter(({ state }) => state === 'issued').map(({ memberId }) => memberId))
    const { startsOn, endsOn } = mission
    return {
      orders,
      staff: members
        .filter(({ category }) => category === 'staff')
        .map(({ id, givenName, familyName }) => ({ id: id as string, name: `${givenName} ${familyName}`, hasOrder: held.has(id) })),
      signatory: await loadSignatory(ctx.tx),
      dates: startsOn && endsOn ? { issuedOn: ctx.today < startsOn ? ctx.today : startsOn, validFrom: startsOn, validUntil: endsOn } : null,
      mayIssue: mayPrepare(ctx.actor, mission.partners),
      maySet: maySetRules(ctx.actor),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const back = href('/missions/:missionId/depart/ordres', params)
  return answerForms(context, request, {
    withdraw: carryOut(
      'departure.withdraw-order',
      withdrawalForm,
      (ctx, { orderId, because }) => withdrawOrder(ctx, missionId, orderId, because),
      { to: back, field: fieldOfProblem },
    ),
    otherwise: carryOut(
      'departure.issue-orders',
      orderForm,
      (ctx, { memberIds, ...draft }) => issueOrders(ctx, missionId, memberIds, draft),
      { to: back, flash: 'created', field: fieldOfProblem },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Orders({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { orders, staff, signatory, dates, mayIssue, maySet, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.orders
  const standing = orders.filter(({ state }) => state === 'issued')
  const refused = actionData?.values.intent === 'withdraw' ? actionData : undefined
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister hasLogistics={mayIssue} />
      <Section
        title={words.title}
        note={words.note}
        titlePlace="above"
        action={<Link to={href('/reglages/depart/registre')}>{words.toRegister}</Link>}
      >
        <OrderTable orders={orders} showsMission={false} />
      </Section>
      {mayIssue && (
        <Section title={words.issue} note={words.issueNote} onPaper={false}>
          {!signatory && (
            <Notice tone="warning">
              <p>
                {words.noSignatory} {maySet ? <Link to={href('/reglages/depart')}>{words.toSignatory}</Link> : words.askAdministrator}
              </p>
            </Notice>
          )}
          {!dates && <p>{texts.problems.mission_without_dates}</p>}
          {dates && signatory && staff.every(({ hasOrder }) => hasOrder) && <p>{words.noStaff}</p>}
          {dates && signatory && staff.some(({ hasOrder }) => !hasOrder) && (
            <IssueForm key={requestKey} staff={staff} signatory={signatory} dates={dates} refusal={actionData} requestKey={requestKey} />
          )}
        </Section>
      )}
      {mayIssue && standing.length > 0 && (
        <Section title={words.withdraw} note={words.withdrawNote} onPaper={false}>
          <Form id="withdraw" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
            <HiddenField name="intent" value="withdraw" />
            <Select
              name="orderId"
              label={words.which}
              required
              options={standing.map((order) => ({
                value: order.id,
                label: `${orderNumber(order)} – ${order.givenName} ${order.familyName}`,
              }))}
            />
            <TextField name="because" label={words.because} required maxLength={300} width="long" />
            <Actions>
              <Button kind="danger">{words.withdrawSubmit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

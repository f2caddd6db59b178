import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { localized } from '#platform/pure/localized.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { mayArrangeReception, mayTakePart } from '../domain/rights.ts'
import { defectsOf } from '../domain/seating-defects.ts'
import { apartChoice, apartForm, moveForm, proposalForm, seatingChange, tableChoice, tableForm } from '../schemas/seating.ts'
import { visitTexts } from '../texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { seatingTexts } from '../texts/seating-texts.ts'
import { SeatingDefects } from '../ui/seating-defects.tsx'
import { ApartForm, ApartTable, SeatForm, SeatingForm, TableForm } from '../ui/seating-forms.tsx'
import { SeatingTables } from '../ui/seating-tables.tsx'
import {
  describeSeating,
  forgetApart,
  keepApart,
  layTable,
  proposePlan,
  readSeating,
  removeSeating,
  removeTable,
  seatGuest,
} from '../usecases/arrange-seating.ts'
import type { Route } from './+types/seating.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, seating, facts, guests, apart, seats } = found(await readSeating(ctx, params.missionId, params.seatingId))
    const defects = defectsOf(facts, seats)
    return {
      seating,
      tables: facts.tables,
      guests: guests.map(({ id, name, title, side, interpretsFor }) => ({ id, name, title, side, interpretsFor })),
      apart,
      seats,
      defects,
      standingIds: defects.flatMap((defect) => (defect.code === 'not_seated' ? [defect.guestId] : [])),
      chosenId: new URL(request.url).searchParams.get('personne'),
      mayArrange: mayArrangeReception(ctx.actor, mission.partners),
      mayTakePart: mayTakePart(ctx.actor, mission.partners),
      organisationName: ctx.actor.organisationName,
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The forms of the page, told apart by their intent. */
export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, seatingId } = params
  const back = href('/missions/:missionId/reception/plans/:seatingId', params)
  return answerForms(context, request, {
    seating: carryOut(
      'visits.describe-seating',
      seatingChange,
      (ctx, { titleFr, titleEn, version, ...draft }) =>
        describeSeating(ctx, missionId, seatingId, version, { ...draft, title: localized(titleFr, titleEn) }),
      { to: back },
    ),
    remove: carryOut('visits.remove-seating', proposalForm, (ctx) => removeSeating(ctx, missionId, seatingId), {
      to: `${href('/missions/:missionId/reception', params)}#tables`,
      flash: 'removed',
    }),
    table: carryOut('visits.lay-table', tableForm, (ctx, typed) => layTable(ctx, missionId, seatingId, typed), {
      to: back,
      field: ({ code }: { readonly code: string }) =>
        code === 'a_name_is_of_one_table' ? 'name' : code === 'one_head_table' ? 'isHead' : 'seatCount',
    }),
    'remove-table': carryOut('visits.remove-table', tableChoice, (ctx, { tableId }) => removeTable(ctx, missionId, seatingId, tableId), {
      to: back,
      flash: 'removed',
    }),
    propose: carryOut('visits.propose-seating', proposalForm, (ctx, { isAfresh }) => proposePlan(ctx, missionId, seatingId, isAfresh), {
      to: back,
    }),
    apart: carryOut('visits.keep-apart', apartForm, (ctx, typed) => keepApart(ctx, missionId, typed), {
      to: `${back}#eloigner`,
      field: 'otherId',
    }),
    'forget-apart': carryOut('visits.forget-apart', apartChoice, (ctx, { apartId }) => forgetApart(ctx, missionId, apartId), {
      to: `${back}#eloigner`,
      flash: 'removed',
    }),
    otherwise: carryOut(
      'visits.seat-guest',
      moveForm,
      (ctx, { guestId, seat: to }) => seatGuest(ctx, missionId, seatingId, { guestId, to }),
      { to: back, field: 'seat' },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function SeatingPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { seating, tables, guests, apart, seats, defects, standingIds, chosenId, mayArrange, requestKey } = loaderData
  const words = useCatalogue(seatingTexts)
  const reception = useCatalogue(receptionTexts)
  const visits = useCatalogue(visitTexts)
  const { missionId } = params
  const address = href('/missions/:missionId/reception/plans/:seatingId', params)
  const errors = receptionProblems(reception, visits, actionData?.problems, words.problems)
  const intent = actionData?.values.intent
  const refusalOf = (of: string) => ({
    requestKey,
    values: intent === of ? actionData?.values : undefined,
    errors: intent === of ? errors : undefined,
  })
  const nameOf = (id: string) => [...guests, ...tables].find((each) => each.id === id)?.name ?? ''
  return (
    <>
      <Section
        title={<LocalizedText content={seating.title} />}
        note={seating.heldOn ? <DateText date={seating.heldOn} /> : undefined}
        titlePlace="above"
        action={
          <Actions>
            {tables.length > 0 && (
              <ButtonLink icon="document" download to={href('/missions/:missionId/reception/plans/:seatingId/plan.pdf', params)}>
                {words.print}
              </ButtonLink>
            )}
          </Actions>
        }
      >
        <p data-print="no">
          <Link to={`${href('/missions/:missionId/reception', { missionId })}#tables`}>{words.toReception}</Link>
        </p>
        <p>
          {words.plan.note} {mayArrange && tables.length > 0 && <span data-print="no">{words.plan.howToMove}</span>}
        </p>
        {tables.length === 0 ? (
          <p>{words.plan.noTable}</p>
        ) : (
          <SeatingTables
            tables={tables}
            guests={guests}
            seats={seats}
            standingIds={standingIds}
            moves={
              mayArrange
                ? { chosenId, addressOf: (guestId) => `${address}?${new URLSearchParams({ personne: guestId })}`, giveUpAddress: address }
                : null
            }
          />
        )}
        {mayArrange && tables.length > 0 && (
          <SeatForm guests={guests} tables={tables} seats={seats} isOpen={intent === 'move'} {...refusalOf('move')} />
        )}
      </Section>
      {tables.length > 0 && (
        <Section title={words.defects.title} onPaper={false}>
          <SeatingDefects defects={defects} nameOf={nameOf} />
        </Section>
      )}
      <Section title={words.propose.title} onPaper={false}>
        {mayArrange && (
          <Form id="propose" {...refusalOf('propose')}>
            <HiddenField name="intent" value="propose" />
            {seats.some(({ byHand }) => byHand) && <Checkbox name="isAfresh" label={words.propose.isAfresh} />}
            <Actions>
              <Button kind="main">{seats.length === 0 ? words.propose.action : words.propose.again}</Button>
            </Actions>
          </Form>
        )}
        <details>
          <summary>{words.propose.rules}</summary>
          <ol>
            {words.propose.ruleList.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </details>
      </Section>
      {mayArrange && (
        <Section title={words.tables.add} onPaper={false}>
          <TableForm isOpen={intent === 'table'} {...refusalOf('table')} />
          {tables.map(({ id, name }) => (
            <Form key={id} id={`table-${id}`} layout="row">
              <HiddenField name="intent" value="remove-table" />
              <HiddenField name="tableId" value={id} />
              <Button kind="quiet">{words.plan.removeTableOf(name)}</Button>
            </Form>
          ))}
          <SeatingForm seating={seating} saved={actionData?.saved} isOpen={intent === 'seating'} {...refusalOf('seating')} />
          <Form id="remove" layout="row">
            <HiddenField name="intent" value="remove" />
            <Button kind="quiet">{words.remove}</Button>
          </Form>
        </Section>
      )}
      <Section title={words.apart.title} note={words.apart.note(loaderData.organisationName)} id="eloigner" onPaper={false}>
        <ApartTable apart={apart} nameOf={nameOf} mayForget={loaderData.mayTakePart} />
        {loaderData.mayTakePart && guests.length > 1 && <ApartForm guests={guests} isOpen={intent === 'apart'} {...refusalOf('apart')} />}
      </Section>
    </>
  )
}

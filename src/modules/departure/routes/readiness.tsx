import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listMembers as listColleagues } from '#modules/identity/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { mayReadRegister, maySetRules } from '../domain/rights.ts'
import { type Requirement, columnOf } from '../domain/requirement.ts'
import { assignForm, evidenceOf, fieldOfProblem, markForm, markingOf } from '../schemas.ts'
import { listCountryRules, loadHomeCountry } from '../sql/rules.ts'
import { departureTexts } from '../texts.ts'
import { BoardForm } from '../ui/board-form.tsx'
import { DestinationRules } from '../ui/destination-rules.tsx'
import { PartnerReadinessTable } from '../ui/partner-readiness.tsx'
import { requirementName } from '../ui/requirement-name.ts'
import { DepartureViews } from '../ui/views.tsx'
import { assignItems, markItems } from '../usecases/mark-items.ts'
import { readBoard } from '../usecases/read-board.ts'
import type { Route } from './+types/readiness.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, readiness, board } = await readBoard(ctx, params.missionId)
    const home = await loadHomeCountry(ctx.tx)
    const countries = [...new Set(mission.legs.map(({ country }) => country))]
    const rules = await listCountryRules(ctx.tx, mission.startsOn ?? ctx.today, countries)
    const known = new Set(rules.map(({ country }) => country))
    const colleagues = board === null ? [] : await listColleagues(ctx.tx)
    return {
      isOutgoing: mission.kind === 'outgoing',
      hasDates: mission.startsOn !== null,
      readiness,
      board,
      rules,
      unknown: countries.filter((country) => country !== home && !known.has(country)),
      colleagues: colleagues.map(({ accountId, name }) => ({ value: accountId as string, label: name })),
      hasRegister: mayReadRegister(ctx.actor),
      maySet: maySetRules(ctx.actor),
      today: ctx.today,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const back = href('/missions/:missionId/depart', params)
  return answerForms(context, request, {
    assign: carryOut(
      'departure.assign',
      assignForm,
      (ctx, { memberIds, column, ...assignment }) =>
        assignItems(
          ctx,
          missionId,
          memberIds.map((id) => `${id}:${column}`),
          assignment,
        ),
      { to: back, field: fieldOfProblem },
    ),
    otherwise: carryOut(
      'departure.mark',
      markForm,
      async (ctx, typed) => {
        const { memberIds, column, file } = typed
        const evidence = await evidenceOf(file)
        return markItems(
          ctx,
          missionId,
          memberIds.map((id) => `${id}:${column}`),
          markingOf(typed, ctx.today),
          evidence,
        )
      },
      { to: back, field: fieldOfProblem },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Readiness({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { isOutgoing, hasDates, readiness, board, rules, unknown, colleagues, hasRegister, maySet, today, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.readiness
  const locale = useLocale()
  if (!isOutgoing) return <Notice>{words.notOutgoing}</Notice>
  const nameOfPerson = new Map(board?.rows.map(({ person }) => [person.id, `${person.givenName} ${person.familyName}`]))
  const list = new Intl.ListFormat(locale)
  const whoWaits = (waiting: readonly Requirement[]) =>
    waiting.length > 3 ? words.persons(waiting.length) : list.format(waiting.map(({ memberId }) => nameOfPerson.get(memberId) ?? ''))
  const ownersOf = (waiting: readonly Requirement[]) =>
    list.format([...new Set(waiting.flatMap(({ ownerName }) => (ownerName === null ? [] : [ownerName])))])
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister={hasRegister} hasLogistics={board !== null} />
      {!hasDates && <Notice tone="warning">{words.noDates}</Notice>}
      <Section title={words.partners} note={words.partnersNote}>
        <PartnerReadinessTable readiness={readiness} />
      </Section>
      {board && board.rows.length > 0 && (
        <>
          <Section title={words.first} note={words.firstNote}>
            {board.blocking.length === 0 ? (
              <p>{words.nothingBlocks}</p>
            ) : (
              <TaskList
                label={words.first}
                tasks={board.blocking.map((each) => ({
                  key: columnOf(each),
                  what: `${requirementName(texts, each, locale)} – ${whoWaits(each.waiting)}`,
                  to: '#voyageurs',
                  who: ownersOf(each.waiting) || words.unowned,
                  by: (each.dueOn < today ? words.lateSince : words.dueOn)(formatDate(each.dueOn, locale)),
                  state: each.dueOn < today ? 'late' : 'open',
                }))}
              />
            )}
          </Section>
          <Section id="voyageurs" title={words.board} note={words.boardNote} titlePlace="above">
            <BoardForm
              // A new form once something is noted: who was ticked for it is ticked no more.
              key={requestKey}
              missionId={missionId}
              board={board}
              colleagues={colleagues}
              today={today}
              refusal={actionData}
              requestKey={requestKey}
            />
          </Section>
        </>
      )}
      {(rules.length > 0 || unknown.length > 0) && (
        <Section
          title={words.destination}
          note={words.destinationNote}
          titlePlace="above"
          action={maySet && <Link to={href('/reglages/depart')}>{words.toRules}</Link>}
        >
          <DestinationRules rules={rules} unknown={unknown} maySet={maySet} />
        </Section>
      )}
    </>
  )
}

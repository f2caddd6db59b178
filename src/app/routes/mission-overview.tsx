import { Fragment } from 'react'
import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type LocalDate, daysBetween, daysInclusive } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { countMembers, listMembers, stageFactsOfMissions } from '#modules/delegations/index.ts'
import { missionTotals } from '#modules/budget/index.ts'
import {
  type Mission,
  changeState,
  loadMandate,
  listTasks,
  loadMission,
  mayChangeMission,
  mayWriteOwnPart,
  openDecisions,
} from '#modules/missions/index.ts'
import { stateForm } from '#modules/missions/schemas.ts'
import { readMissionFigures } from '#modules/meetings/index.ts'
import { listObjectivesOf } from '#modules/strategy/index.ts'
import { strategyTexts } from '#modules/strategy/texts.ts'
import { ObjectiveTies } from '#modules/strategy/ui/objective-ties.tsx'
import { listSequels } from '#modules/visits/index.ts'
import { memoryTexts } from '#modules/visits/texts/memory-texts.ts'
import { missionTexts, problemTexts } from '#modules/missions/texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { NextTasks } from '#modules/missions/ui/task-entries.tsx'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FigureLink } from '#ui/figure-link.tsx'
import { Form } from '#ui/form.tsx'
import { Amount, DateRange, LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { meetingFacts } from '../meeting-figures.tsx'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/mission-overview.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const { organisationId } = ctx.actor
    const members = await listMembers(ctx.tx, params.missionId)
    const head = members.find((member) => member.id === mission.headMemberId)
    return {
      mission,
      head: head ? `${head.givenName} ${head.familyName}` : null,
      counts: await countMembers(ctx.tx, params.missionId),
      totals: await missionTotals(ctx.tx, params.missionId, organisationId),
      mandate: mandateFlag(
        mission,
        await loadMandate(ctx.tx, params.missionId, organisationId),
        (await stageFactsOfMissions(ctx.tx, [params.missionId], organisationId)).get(params.missionId)?.electedCount ?? 0,
        ctx.today,
      ),
      mayChange: mayChangeMission(ctx.actor, mission.partners),
      mayRecordMandate: mayWriteOwnPart(ctx.actor, mission.partners),
      decisions: mayChangeMission(ctx.actor, mission.partners) ? openDecisions(mission, ctx.today) : [],
      tasks: await listTasks(ctx.tx, { missionId: mission.id, state: 'open', limit: 5 }),
      meetings: await readMissionFigures(ctx, mission.id),
      served: await listObjectivesOf(ctx.tx, { mission: mission.id }),
      origins: await listSequels(ctx.tx, { mission: mission.id }),
      today: ctx.today,
      requestKey: crypto.randomUUID(),
    }
  })
}

type MandateFlag =
  | { readonly kind: 'countdown'; readonly departure: LocalDate; readonly days: number }
  /** `days`: from return to vote, zero or less when it was voted before the return. */
  | { readonly kind: 'late'; readonly departure: LocalDate; readonly decidedOn: LocalDate; readonly days: number }
  | { readonly kind: 'absent'; readonly departure: LocalDate }
  | null

/** The law wants the special mandate voted before departure, on its day at the latest: a countdown while there is time, a plain flag afterwards. */
function mandateFlag(
  mission: Mission,
  mandate: { readonly decidedOn: LocalDate } | null,
  electedCount: number,
  today: LocalDate,
): MandateFlag {
  const { startsOn: departure, endsOn, state } = mission
  if (electedCount === 0 || !departure || !endsOn || state === 'cancelled') return null
  if (mandate && mandate.decidedOn <= departure) return null
  if (mandate) return { kind: 'late', departure, decidedOn: mandate.decidedOn, days: daysBetween(endsOn, mandate.decidedOn) }
  return departure >= today ? { kind: 'countdown', departure, days: daysBetween(today, departure) } : { kind: 'absent', departure }
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    ({ state }) => `missions.state.${state}`,
    stateForm,
    (ctx, { state }) => changeState(ctx, params.missionId, state),
    { to: href('/missions/:missionId', params) },
  )
}

export default function MissionOverview({
  loaderData: {
    mission,
    head,
    counts,
    totals,
    mandate,
    mayChange,
    mayRecordMandate,
    decisions,
    tasks,
    meetings,
    served,
    origins,
    today,
    requestKey,
  },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const app = useCatalogue(appTexts)
  const { home } = useCatalogue(taskTexts)
  const { sequels } = useCatalogue(memoryTexts)
  const { ties } = useCatalogue(strategyTexts)
  const locale = useLocale()
  const words = texts.overview
  const params = { missionId: mission.id }
  const lead = mission.partners.find((partner) => partner.role === 'lead')
  return (
    <>
      {mandate && (
        <Notice tone={mandate.kind === 'countdown' ? 'info' : 'warning'}>
          <p>
            <MandateSentence mandate={mandate} />{' '}
            <Link to={`${href('/missions/:missionId/notre-part', params)}#mandat`}>
              {mandate.kind !== 'late' && mayRecordMandate ? words.toMandate : words.seeMandate}
            </Link>
          </p>
        </Notice>
      )}
      <Section
        title={words.facts}
        action={
          mayChange && (
            <ButtonLink to={href('/missions/:missionId/modifier', params)} kind="plain">
              {words.edit}
            </ButtonLink>
          )
        }
      >
        <KeyFacts
          facts={[
            {
              key: 'dates',
              label: words.dates,
              value: mission.startsOn && mission.endsOn && <DateRange from={mission.startsOn} to={mission.endsOn} />,
              note: mission.startsOn && mission.endsOn && words.days(daysInclusive(mission.startsOn, mission.endsOn)),
            },
            { key: 'lead', label: words.lead, value: lead?.name },
            { key: 'head', label: words.head, value: head },
            {
              key: 'members',
              label: texts.tabs.delegation,
              value: (
                <FigureLink label={texts.tabs.delegation} to={href('/missions/:missionId/delegation', params)}>
                  {app.persons(counts.persons)}
                </FigureLink>
              ),
              note: app.organisationsAndCompanies(counts.organisations, counts.companies),
            },
            {
              key: 'expenses',
              label: texts.tabs.expenses,
              value: (
                <FigureLink label={texts.tabs.expenses} to={href('/missions/:missionId/depenses', params)}>
                  {totals.total ? <Amount {...totals.total} /> : app.noExpense}
                </FigureLink>
              ),
              note: app.ownShare,
            },
            ...meetingFacts(mission.id, meetings, locale),
            ...(origins.length > 0 || (mayChange && mission.kind === 'outgoing')
              ? [
                  {
                    key: 'origin',
                    label: sequels.originTitle,
                    value: (
                      <Link to={href('/missions/:missionId/origine', params)}>
                        {origins.map(({ visitTitle }) => pick(visitTitle, locale).text).join(', ') || sequels.addOrigin}
                      </Link>
                    ),
                  },
                ]
              : []),
            {
              key: 'served',
              label: ties.label,
              value: <ObjectiveTies objectives={served} to={href('/missions/:missionId/strategie', params)} />,
            },
            { key: 'themes', label: words.themes, value: mission.themes.length > 0 ? <Themes themes={mission.themes} /> : undefined },
          ]}
        />
      </Section>
      {tasks.length > 0 && (
        <Section title={home.next} action={<Link to={href('/missions/:missionId/taches', params)}>{home.all}</Link>}>
          <NextTasks tasks={tasks} today={today} />
        </Section>
      )}
      <Section title={words.objectives}>
        {mission.objectives.length === 0 ? (
          <p>{words.noObjectives}</p>
        ) : (
          <ul>
            {mission.objectives.map((objective) => (
              <li key={JSON.stringify(objective)}>
                <LocalizedText content={objective} />
              </li>
            ))}
          </ul>
        )}
        {Object.keys(mission.purpose).length > 0 && (
          <p>
            <LocalizedText content={mission.purpose} />
          </p>
        )}
      </Section>
      <Section title={words.legs} titlePlace="above">
        <DataTable
          caption={words.legsCaption}
          captionHidden
          rows={mission.legs}
          rowKey={(leg) => leg.id}
          columns={[
            { key: 'city', header: texts.form.city, render: (leg) => <LocalizedText content={leg.cityName} /> },
            { key: 'country', header: app.country, render: (leg) => new Intl.DisplayNames([locale], { type: 'region' }).of(leg.country) },
            { key: 'dates', header: words.dates, render: (leg) => <DateRange from={leg.startsOn} to={leg.endsOn} /> },
            { key: 'zone', header: words.localZone, render: (leg) => zoneName(asTimeZone(leg.timeZone), locale) },
          ]}
        />
      </Section>
      {decisions.length > 0 && (
        <Section title={words.changeState} id="etat">
          <Form requestKey={requestKey} errors={problemTexts(texts, actionData?.problems)}>
            <Actions>
              {decisions.map(({ state, wording, isForward }) => (
                <Button
                  key={state}
                  type="submit"
                  name="state"
                  value={state}
                  kind={state === 'cancelled' ? 'quiet' : isForward ? 'main' : 'plain'}
                >
                  {words.decisions[wording]}
                </Button>
              ))}
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

/** How the mandate stands, with the dates it is measured by. */
function MandateSentence({ mandate }: { mandate: NonNullable<MandateFlag> }) {
  const { overview: words } = useCatalogue(missionTexts)
  const locale = useLocale()
  const departure = formatDate(mandate.departure, locale)
  switch (mandate.kind) {
    case 'countdown':
      return words.mandateCountdown(mandate.days, departure)
    case 'late':
      return words.mandateMissed(mandate.days, formatDate(mandate.decidedOn, locale), departure)
    case 'absent':
      return words.mandateAbsent(departure)
  }
}

/** The themes in the reader's language; one that is not translated says so. */
function Themes({ themes }: { themes: Mission['themes'] }) {
  return themes.map((theme, index) => (
    <Fragment key={theme.id}>
      {index > 0 && ', '}
      <LocalizedText content={theme.label} />
    </Fragment>
  ))
}

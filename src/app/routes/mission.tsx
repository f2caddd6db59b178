import { Outlet, href, useLocation } from 'react-router'
import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { type BlockerCode, loadMandate, loadMission, mayChangeMission } from '#modules/missions/index.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { departureTexts } from '#modules/departure/texts.ts'
import { workstreamTexts } from '#modules/missions/texts/workstream-texts.ts'
import { contactTexts } from '#modules/missions/texts/contact-texts.ts'
import { messageTexts } from '#modules/missions/texts/message-texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { pocketTexts } from '#modules/pocket/texts.ts'
import { eventTexts } from '#modules/meetings/texts/event-texts.ts'
import { registrationTexts } from '#modules/registration/texts.ts'
import { receptionTexts } from '#modules/visits/texts/reception-texts.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateRange, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Ribbon } from '#ui/ribbon.tsx'
import { GroupedTabs } from '#ui/tabs.tsx'
import { pick } from '#platform/pure/localized.ts'
import { journeysOf } from '../journeys.ts'
import { stageName } from '#modules/missions/ui/stage-tag.tsx'
import type { Route } from './+types/mission.ts'

/** The stable header of a mission: what it is, where it stands for the acting organisation, what blocks the next step. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { organisationId } = ctx.actor
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const mandate = await loadMandate(ctx.tx, params.missionId, organisationId)
    const seat = mission.partners.find((partner) => partner.organisationId === organisationId)
    const line = {
      ...mission,
      objectiveCount: mission.objectives.length,
      mandateDecidedOn: mandate?.decidedOn ?? null,
      accountsClosedOn: seat?.accountsClosedOn ?? null,
      ratifiedOn: seat?.ratifiedOn ?? null,
    }
    const journey = found((await journeysOf(ctx, [line])).get(mission.id))
    return { mission, journey, ownRole: seat?.role ?? null, mayChange: mayChangeMission(ctx.actor, mission.partners) }
  })
}

export default function MissionFrame({ loaderData: { mission, journey, ownRole, mayChange } }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const agreements = useCatalogue(agreementTexts)
  const reception = useCatalogue(receptionTexts)
  const tasks = useCatalogue(taskTexts)
  const pockets = useCatalogue(pocketTexts)
  const messages = useCatalogue(messageTexts)
  const contacts = useCatalogue(contactTexts)
  const workstreams = useCatalogue(workstreamTexts)
  const meetings = useCatalogue(eventTexts)
  const departure = useCatalogue(departureTexts)
  const registration = useCatalogue(registrationTexts)
  const locale = useLocale()
  const params = { missionId: mission.id }
  const [first] = journey.blockers
  const { pathname } = useLocation()
  const overview = href('/missions/:missionId', params)
  const isHosted = mission.kind === 'incoming' || mission.kind === 'event'
  const groups = [
    {
      label: texts.tabs.groups.preparation,
      tabs: [
        { to: overview, label: texts.tabs.overview, end: true },
        { to: href('/missions/:missionId/partenaires', params), label: texts.tabs.partners },
        { to: href('/missions/:missionId/volets', params), label: workstreams.tab },
        { to: href('/missions/:missionId/accords', params), label: agreements.ofMission.tab },
        { to: href('/missions/:missionId/taches', params), label: tasks.tab, end: false },
        { to: href('/missions/:missionId/echanges', params), label: messages.tab },
        { to: href('/missions/:missionId/contacts', params), label: contacts.tab },
      ],
    },
    {
      label: texts.tabs.groups.people,
      tabs: [
        { to: href('/missions/:missionId/delegation', params), label: texts.tabs.delegation, end: false },
        { to: href('/missions/:missionId/inscriptions', params), label: registration.tab, end: false },
      ],
    },
    {
      label: texts.tabs.groups.days,
      tabs: [
        { to: href('/missions/:missionId/programme', params), label: texts.tabs.programme, end: false },
        { to: href('/missions/:missionId/rendez-vous', params), label: meetings.tab, end: false },
        ...(isHosted ? [{ to: href('/missions/:missionId/reception', params), label: reception.tab, end: false }] : []),
      ],
    },
    {
      label: texts.tabs.groups.road,
      tabs: [
        { to: href('/missions/:missionId/depart', params), label: departure.tab, end: false },
        { to: href('/missions/:missionId/poches', params), label: pockets.tab },
      ],
    },
    {
      label: texts.tabs.groups.accounts,
      tabs: [
        { to: href('/missions/:missionId/depenses', params), label: texts.tabs.expenses, end: false },
        { to: href('/missions/:missionId/notre-part', params), label: texts.tabs.ownPart },
        { to: href('/missions/:missionId/historique', params), label: texts.tabs.history },
      ],
    },
  ]
  const tabs = groups.flatMap((group) => group.tabs)
  return (
    <Page
      documentTitle={[tabs.findLast(({ to }) => pathname.startsWith(to) && to !== overview)?.label, pick(mission.title, locale).text]
        .filter(Boolean)
        .join(' – ')}
      kicker={`${texts.kinds[mission.kind]}${ownRole ? ` · ${texts.roles[ownRole]}` : ''}`}
      title={<LocalizedText content={mission.title} />}
      lead={
        mission.startsOn && mission.endsOn ? (
          <>
            <DateRange from={mission.startsOn} to={mission.endsOn} /> ·{' '}
            {mission.legs.map((leg) => pick(leg.cityName, locale).text).join(', ')}
          </>
        ) : (
          texts.noDates
        )
      }
      breadcrumbs={[{ to: href('/missions'), label: texts.title }]}
      isPart={pathname !== overview}
      next={first && { what: texts.blockers[first].what, who: texts.blockers[first].who }}
      below={
        <>
          {/* The parts of a mission keep its title and next step in sight; the whole way is on the first page only, or a phone would show little else. */}
          {pathname === overview && (
            <Ribbon
              label={texts.ribbon}
              steps={journey.steps.map(({ stage, state }) => ({
                key: stage,
                label: stageName(texts, stage, mission.kind),
                state,
                note: stage === 'mandated' && journey.needsNoMandate && texts.overview.needsNoMandate,
              }))}
              blockers={journey.blockers.map((code) => ({
                key: code,
                ...texts.blockers[code],
                to: whereToLift(code, mission.id, mayChange),
              }))}
            />
          )}
          <GroupedTabs label={texts.tabs.label} groups={groups} />
        </>
      }
    >
      <Outlet />
    </Page>
  )
}

/** The page on which what blocks the next step is lifted; the shared parts only for those who may change them. */
function whereToLift(code: BlockerCode, missionId: string, mayChange: boolean): string | undefined {
  const params = { missionId }
  switch (code) {
    case 'no_leg':
    case 'no_objective':
      return mayChange ? href('/missions/:missionId/modifier', params) : undefined
    case 'not_prepared':
    case 'not_confirmed':
    case 'departed_unconfirmed':
      return mayChange ? `${href('/missions/:missionId', params)}#etat` : undefined
    case 'no_member':
    case 'no_head':
      return href('/missions/:missionId/delegation', params)
    case 'mandate_to_vote':
      return `${href('/missions/:missionId/notre-part', params)}#mandat`
    case 'people_not_ready':
      return href('/missions/:missionId/depart', params)
    case 'no_expense':
      return href('/missions/:missionId/depenses', params)
    case 'accounts_open':
      return `${href('/missions/:missionId/notre-part', params)}#comptes`
    case 'act_to_build':
    case 'act_to_vote':
      return href('/actes')
  }
}

import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type LocalDate } from '#platform/pure/local-date.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { statisticsOf } from '../domain/statistics.ts'
import { type StageFigures, figuresByStage } from '../domain/survey-figures.ts'
import { countHeld, listOutcomes } from '../sql/outcomes.ts'
import { listParticipants } from '../sql/participants.ts'
import { listMeetings } from '../sql/plans.ts'
import { listCircles, listEvents, listSlots } from '../sql/setup.ts'
import { type SurveyOfCompany, listSurveys } from '../sql/surveys.ts'
import { listWishes } from '../sql/wishes.ts'
import { openEvent } from './open-event.ts'

/** All that is counted of an event, for those who organise it: the others do not read everybody's wishes, words and answers. */
export async function readStatistics(ctx: Ctx, missionId: string, eventId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const circles = await listCircles(ctx.tx, event.id)
  const surveys = await listSurveys(ctx.tx, event.id)
  const statistics = statisticsOf({
    circles,
    participants: await listParticipants(ctx.tx, event.id),
    slots: await listSlots(ctx.tx, event.id),
    meetings: await listMeetings(ctx.tx, event.id),
    outcomes: await listOutcomes(ctx.tx, event.id),
    wishes: await listWishes(ctx.tx, event.id),
  })
  return { event, circles, statistics, stages: figuresByStage(surveys), asOf: lastAnswer(surveys, event) }
}

/** What the meetings of one event bring to the figures of its mission. `latest` is the last stage that was asked, on the day of its last answer. */
export type MeetingFigures = {
  readonly event: Pick<MeetingEvent, 'id' | 'title'>
  readonly meetings: number
  readonly held: number
  /** Companies that travel and have a meeting. */
  readonly companies: number
  readonly latest: StageFigures | null
  readonly asOf: LocalDate | null
}

/** The figures of every event of a mission that has meetings; nothing for those who do not organise, who would read a part of them. */
export async function readMissionFigures(ctx: Ctx, missionId: string): Promise<MeetingFigures[]> {
  const mission = found(await loadMission(ctx.tx, missionId))
  if (!mayOrganiseMeetings(ctx.actor, mission.partners)) return []
  const figures: MeetingFigures[] = []
  for (const event of await listEvents(ctx.tx, mission.id)) {
    if (event.meetings === 0) continue
    const surveys = await listSurveys(ctx.tx, event.id)
    const { held, companies } = await countHeld(ctx.tx, event.id)
    const latest = figuresByStage(surveys).at(-1) ?? null
    figures.push({
      event: { id: event.id, title: event.title },
      meetings: event.meetings,
      held,
      companies,
      latest,
      asOf: lastAnswer(surveys, event),
    })
  }
  return figures
}

function lastAnswer(surveys: readonly SurveyOfCompany[], { timeZone }: Pick<MeetingEvent, 'timeZone'>): LocalDate | null {
  const last = surveys
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .toSorted()
    .at(-1)
  return last === undefined ? null : dateIn(timeZone, last)
}

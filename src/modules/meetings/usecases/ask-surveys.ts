import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import '../domain/survey-events.ts'
import '../domain/survey-jobs.ts'
import { type Stage, type SurveyAnswer, stages } from '../domain/survey.ts'
import { stageDay, stageTerm } from '../domain/survey-dates.ts'
import { listAskedQuestions } from '../sql/survey-questions.ts'
import * as sql from '../sql/surveys.ts'
import type { SurveyProblem } from './answer-survey.ts'
import { openEvent, organiseEvent } from './open-event.ts'

export type StageLine = {
  readonly stage: Stage
  /** Null as long as no day is laid out. */
  readonly day: LocalDate | null
  readonly state: 'sent' | 'planned' | 'over' | 'free'
  readonly sentAt: Instant | null
}

/** The four stages with where each stands, and every answer, for those who organise. */
export async function readSurveys(ctx: Ctx, missionId: string, eventId: string) {
  const { event, end } = await openSurveys(ctx, missionId, eventId)
  return { event, zone: zoneOf(event, end), lines: await readStages(ctx, event, end), surveys: await sql.listSurveys(ctx.tx, event.id) }
}

/** The event and where it ends, for those who organise it. */
export async function openSurveys(ctx: Ctx, missionId: string, eventId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  return { event, end: await sql.endOf(ctx.tx, event.id) }
}

/** The clocks surveys follow: those of the city where the meetings end; until days are laid out, those of the event. */
export function zoneOf(event: MeetingEvent, end: sql.EventEnd | null): TimeZone {
  return end?.timeZone ?? event.timeZone
}

export async function readStages(ctx: Ctx, event: MeetingEvent, end: sql.EventEnd | null): Promise<StageLine[]> {
  const rounds = new Map((await sql.listRounds(ctx.tx, event.id)).map((round) => [round.stage, round]))
  return stages.map((stage) => {
    const round = rounds.get(stage)
    const isOver = end !== null && ctx.now >= stageTerm(stage, end.day, end.timeZone).closesAt
    const state = round?.sentAt ? 'sent' : isOver ? 'over' : round ? 'planned' : 'free'
    return { stage, day: end && stageDay(stage, end.day), state, sentAt: round?.sentAt ?? null }
  })
}

/** Chooses the stages to ask; those whose letters left stay. @refuses stage_over when its time has passed */
export async function planSurveys(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  chosen: readonly Stage[],
): Promise<Outcome<null, SurveyProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const lines = await readStages(ctx, event, await sql.endOf(ctx.tx, event.id))
  if (lines.some(({ stage, state }) => state === 'over' && chosen.includes(stage))) return refused({ code: 'stage_over' })
  await ctx.journal.event('meeting_survey.planned')
  await sql.replaceRounds(ctx.tx, mission.id, event.id, chosen)
  return ok(null)
}

/** Sends letters again: to one company, or to all that have not answered a stage. @refuses survey_over, nothing_to_ask */
export async function resendSurveys(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  to: { readonly surveyId: string } | { readonly stage: Stage },
): Promise<Outcome<number, SurveyProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  const surveys = await sql.listSurveys(ctx.tx, event.id)
  const chosen =
    'surveyId' in to
      ? [found(surveys.find(({ id }) => id === to.surveyId))]
      : surveys.filter(({ stage, answeredAt }) => stage === to.stage && answeredAt === null)
  const open = chosen.filter(({ expiresAt }) => ctx.now < expiresAt)
  if (open.length === 0) return refused({ code: chosen.length === 0 ? 'nothing_to_ask' : 'survey_over' })
  await ctx.jobs.enqueue('meetings.send-survey-again', { surveyIds: open.map(({ id }) => id) })
  return ok(open.length)
}

/** What one company answered, with the questions as it was asked them. */
export async function readSurveyOf(ctx: Ctx, missionId: string, eventId: string, surveyId: string) {
  const { event, end } = await openSurveys(ctx, missionId, eventId)
  const survey = found((await sql.listSurveys(ctx.tx, event.id, surveyId))[0])
  const asked = await listAskedQuestions(ctx.tx, event.id)
  return { event, zone: zoneOf(event, end), survey, questions: asked.filter(({ stage }) => stage === survey.stage) }
}

/** Enters what a company said by word of mouth, even after its link ended. @refuses stale_edit, a_value_has_its_currency_and_qualifier */
export async function enterSurvey(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  surveyId: string,
  { version, ...answer }: SurveyAnswer & { readonly version: number },
): Promise<Outcome<null, SurveyProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  const survey = found((await sql.listSurveys(ctx.tx, event.id, surveyId))[0])
  await ctx.journal.event('meeting_survey.entered')
  const isSaved = await sql.enterAnswer(ctx.tx, survey.id, answer, { version, name: ctx.actor.name, now: ctx.now })
  return isSaved ? ok(null) : refused({ code: 'stale_edit' })
}

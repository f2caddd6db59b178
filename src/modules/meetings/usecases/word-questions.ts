import type { Ctx } from '#platform/context.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/survey-events.ts'
import type { EventQuestion, Measure } from '../domain/survey.ts'
import * as sql from '../sql/survey-questions.ts'
import type { SurveyProblem } from './answer-survey.ts'
import { openSurveys, readStages, zoneOf } from './ask-surveys.ts'
import { endOf } from '../sql/surveys.ts'
import { organiseEvent } from './open-event.ts'

/** What the event asks, what each stage asked already, and where each stands, for those who organise. */
export async function readQuestions(ctx: Ctx, missionId: string, eventId: string) {
  const { event, end } = await openSurveys(ctx, missionId, eventId)
  return {
    event,
    lines: await readStages(ctx, event, end),
    questions: await sql.listEventQuestions(ctx.tx, event.id, dateIn(zoneOf(event, end), ctx.now)),
    asked: await sql.listAskedQuestions(ctx.tx, event.id),
  }
}

/**
 * Words a question for this event, and says at which stages it is asked; where letters left, what was asked stays. The first question, answered in the
 * letter, is asked at all of them.
 * @refuses question_changed when somebody changed it meanwhile
 */
export async function wordQuestion(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  typed: EventQuestion,
): Promise<Outcome<null, SurveyProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const end = await endOf(ctx.tx, event.id)
  const lines = await readStages(ctx, event, end)
  const questions = await sql.listEventQuestions(ctx.tx, event.id, dateIn(zoneOf(event, end), ctx.now))
  const saved = questions.find(({ measure }) => measure === typed.measure)
  if (saved?.version !== typed.version) return refused({ code: 'question_changed' })
  const isAskedAt = ({ stage, state }: (typeof lines)[number]) =>
    typed.measure === 'follow_up' || (state === 'sent' || state === 'over' ? saved : typed).stages.includes(stage)
  await ctx.journal.event('meeting_survey.reworded')
  const stages = lines.filter(isAskedAt).map(({ stage }) => stage)
  await sql.saveEventQuestion(ctx.tx, mission.id, event.id, { ...typed, stages })
  return ok(null)
}

/** Asks a question as everybody again, from the next stage on. */
export async function restoreQuestion(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  measure: Measure,
): Promise<Outcome<null, SurveyProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  await ctx.journal.event('meeting_survey.reworded')
  await sql.deleteEventQuestion(ctx.tx, event.id, measure)
  return ok(null)
}

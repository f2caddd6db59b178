import type { Services } from '#platform/context.ts'
import { violatedConstraint } from '#platform/db.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import '../domain/survey-events.ts'
import type { ClosedSurvey, FollowUp, OpenedSurvey, SurveyAnswer } from '../domain/survey.ts'
import * as sql from '../sql/surveys.ts'

type Door = Pick<Services, 'db' | 'now'>
/** Constraints by their name. */
export type SurveyProblem = { readonly code: string }

/** What the holder of the link answers, or why it does not open any more; null when there is no such link. */
export function readSurvey({ db, now }: Door, token: string): Promise<OpenedSurvey | ClosedSurvey | null> {
  return sql.openSurvey(db, tokenDigest(token), now())
}

/** The first question, answered from the letter. @refuses survey_over */
export async function tapWithLink({ db, now }: Door, token: string, followUp: FollowUp): Promise<Outcome<null, SurveyProblem>> {
  return (await sql.tapSurvey(db, tokenDigest(token), followUp, now())) ? ok(null) : refused({ code: 'survey_over' })
}

/** @refuses survey_over, stale_edit, a_value_has_its_currency_and_qualifier */
export async function answerWithLink(
  { db, now }: Door,
  token: string,
  answer: SurveyAnswer,
  version: number,
): Promise<Outcome<null, SurveyProblem>> {
  try {
    const result = await sql.answerSurvey(db, tokenDigest(token), answer, version, now())
    if (result === 'saved') return ok(null)
    return refused({ code: result === 'stale' ? 'stale_edit' : 'survey_over' })
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint) return refused({ code: constraint })
    throw error
  }
}

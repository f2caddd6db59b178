import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { ClosedSurvey, FollowUp, OpenedSurvey, Stage, Survey, SurveyAnswer } from '../domain/survey.ts'

export type EventEnd = { readonly day: LocalDate; readonly timeZone: TimeZone }

/** The last day of the meetings, on the clocks of the city where they end; null as long as no day is laid out. */
export async function endOf(tx: Tx, eventId: string): Promise<EventEnd | null> {
  const { rows } = await sql<EventEnd>`select day, time_zone from meetings.event_end where event_id = ${eventId}`.execute(tx)
  return rows[0] ?? null
}

/** The stages one chose to ask, with when their letters left. */
export async function listRounds(tx: Tx, eventId: string): Promise<{ stage: Stage; sentAt: Instant | null }[]> {
  return tx
    .selectFrom('meetings.surveyRound')
    .select(['stage', 'sentAt'])
    .where('eventId', '=', eventId)
    .$castTo<{ stage: Stage; sentAt: Instant | null }>()
    .execute()
}

/** Asks these stages and no other; those whose letters left stay. */
export async function replaceRounds(tx: Tx, missionId: string, eventId: string, stages: readonly Stage[]): Promise<void> {
  await sql`delete from meetings.survey_round where event_id = ${eventId} and sent_at is null and stage <> all (${[...stages]}::text[])`.execute(
    tx,
  )
  await sql`insert into meetings.survey_round (mission_id, event_id, stage)
    select ${missionId}::uuid, ${eventId}::uuid, stage from unnest(${[...stages]}::text[]) stage on conflict do nothing`.execute(tx)
}

export type SurveyOfCompany = Survey & { readonly company: string }

/** What every company, or one, was asked and answered, as far as the actor may read it. */
export async function listSurveys(tx: Tx, eventId: string, surveyId?: string): Promise<SurveyOfCompany[]> {
  const { rows } = await sql<SurveyOfCompany>`
    select s.id, s.stage, s.participant_id, p.name as company, s.asked_at, s.expires_at, s.reminders, s.letters, s.follow_up, s.quotes, s.contracts, s.jobs,
           s.value_cents, s.value_currency, s.value_qualifier, s.words, s.answered_at, s.completed_at, s.answered_name, s.version
      from meetings.survey s join meetings.participant p on p.id = s.participant_id
      where s.event_id = ${eventId} and (${surveyId ?? null}::uuid is null or s.id = ${surveyId ?? null})
      order by lower(p.name), s.id`.execute(tx)
  return rows
}

/** An answer somebody gave by word of mouth. @returns false when the company answered meanwhile */
export async function enterAnswer(
  tx: Tx,
  surveyId: string,
  answer: SurveyAnswer,
  { version, name, now }: { readonly version: number; readonly name: string; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.survey')
    .set({ ...answer, answeredAt: now, completedAt: now, answeredName: name })
    .where('id', '=', surveyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** What the holder of a link sees; null when there is no such link. */
export async function openSurvey(
  { web }: Pick<Databases, 'web'>,
  digest: Buffer,
  now: Instant,
): Promise<OpenedSurvey | ClosedSurvey | null> {
  type Answer = OpenedSurvey['answer']
  type Json = ClosedSurvey | (Omit<OpenedSurvey, 'answer'> & { answer: Omit<Answer, 'valueCents'> & { valueCents: string | null } })
  const { rows } = await sql<{ survey: Json | null }>`select meetings.open_survey(${digest}, ${now}) as survey`.execute(web)
  const survey = rows[0]?.survey ?? null
  if (survey === null || survey.state === 'expired') return survey
  const { valueCents } = survey.answer
  return { ...survey, answer: { ...survey.answer, valueCents: valueCents === null ? null : BigInt(valueCents) } }
}

/** @returns false when the link is over */
export async function tapSurvey({ web }: Pick<Databases, 'web'>, digest: Buffer, followUp: FollowUp, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select meetings.tap_survey(${digest}, ${followUp}, ${now}) as kept`.execute(web)
  return rows[0]?.kept === true
}

export async function answerSurvey(
  { web }: Pick<Databases, 'web'>,
  digest: Buffer,
  answer: SurveyAnswer,
  version: number,
  now: Instant,
): Promise<'saved' | 'stale' | 'over'> {
  const { rows } = await sql<{ result: 'saved' | 'stale' | 'over' }>`
    select meetings.answer_survey(${digest}, ${JSON.stringify({ ...answer, valueCents: answer.valueCents?.toString() ?? null })}::jsonb, ${version}, ${now}) as result`.execute(
    web,
  )
  return rows[0]?.result ?? 'over'
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { EventQuestion, Measure, Question, Stage } from '../domain/survey.ts'

/** What an event asks from a day on, in the order it is asked. */
export async function listEventQuestions(tx: Tx, eventId: string, day: LocalDate): Promise<EventQuestion[]> {
  const { rows } = await sql<EventQuestion>`
    select measure, stages, wording, version from meetings.questions_of(${eventId}, ${day}) order by position`.execute(tx)
  return rows
}

/** What stages asked when their letters left, in the order it was asked. */
export async function listAskedQuestions(tx: Tx, eventId: string): Promise<(Question & { readonly stage: Stage })[]> {
  const { rows } = await sql<Question & { readonly stage: Stage }>`
    select stage, measure, wording from meetings.asked_question where event_id = ${eventId} order by stage, position`.execute(tx)
  return rows
}

/** The event asks a measure in a way of its own. Whoever holds the lock of the event has read the version. */
export async function saveEventQuestion(
  tx: Tx,
  missionId: string,
  eventId: string,
  { measure, stages, wording }: Omit<EventQuestion, 'version'>,
): Promise<void> {
  const said = { stages: [...stages], wording }
  await tx
    .insertInto('meetings.eventQuestion')
    .values({ missionId, eventId, measure, ...said })
    .onConflict((conflict) => conflict.constraint('a_measure_is_asked_in_one_way').doUpdateSet(said))
    .execute()
}

/** The event asks a measure as everybody again. */
export async function deleteEventQuestion(tx: Tx, eventId: string, measure: Measure): Promise<void> {
  await tx.deleteFrom('meetings.eventQuestion').where('eventId', '=', eventId).where('measure', '=', measure).execute()
}

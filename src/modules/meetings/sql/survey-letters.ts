import type { ClientBase } from 'pg'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Stage } from '../domain/survey.ts'

type Owner = Pick<ClientBase, 'query'>

export type WaitingRound = { readonly id: string; readonly stage: Stage; readonly timeZone: TimeZone; readonly lastDay: LocalDate }

/** Stages to ask whose letters have not left, of every event whose last day is over. */
export async function listWaitingRounds(owner: Owner, now: Instant): Promise<WaitingRound[]> {
  const { rows } = await owner.query<WaitingRound>(
    `select r.id, r.stage, f.time_zone as "timeZone", to_char(f.day, 'YYYY-MM-DD') as "lastDay"
       from meetings.survey_round r join meetings.event_end f on f.event_id = r.event_id
      where r.sent_at is null and f.ends_at < $1::timestamptz order by r.id`,
    [now],
  )
  return rows
}

/**
 * Asks every company that has a meeting in the plan in force what the event asks on that day, which stays.
 * @returns the surveys, or null when another worker did it
 */
export async function beginRound(
  owner: Owner,
  roundId: string,
  day: LocalDate,
  { now, expiresAt }: { readonly now: Instant; readonly expiresAt: Instant },
): Promise<string[] | null> {
  const { rowCount } = await owner.query('update meetings.survey_round set sent_at = $2 where id = $1 and sent_at is null', [roundId, now])
  if (rowCount !== 1) return null
  await owner.query(
    `insert into meetings.asked_question (mission_id, event_id, stage, measure, position, wording)
      select r.mission_id, r.event_id, r.stage, q.measure, q.position, q.wording
        from meetings.survey_round r cross join lateral meetings.questions_of(r.event_id, $2) q where r.id = $1 and r.stage = any (q.stages)`,
    [roundId, day],
  )
  const { rows } = await owner.query<{ id: string }>(
    `insert into meetings.survey (mission_id, event_id, stage, participant_id, asked_at, expires_at)
      select p.mission_id, p.event_id, r.stage, p.id, $2, $3 from meetings.survey_round r join meetings.participant p on p.event_id = r.event_id
       where r.id = $1 and exists (select from meetings.meeting m where m.event_id = p.event_id and p.id in (m.one_id, m.other_id))
       order by lower(p.name), p.id returning id`,
    [roundId, now, expiresAt],
  )
  return rows.map(({ id }) => id)
}

export type SilentSurvey = { readonly id: string; readonly askedOn: LocalDate; readonly reminders: number; readonly timeZone: TimeZone }

/** Surveys nobody answered, that may still be answered and were not reminded twice. */
export async function listSilentSurveys(owner: Owner, now: Instant): Promise<SilentSurvey[]> {
  const { rows } = await owner.query<SilentSurvey>(
    `select s.id, s.reminders, f.time_zone as "timeZone", to_char(s.asked_at at time zone f.time_zone, 'YYYY-MM-DD') as "askedOn"
       from meetings.survey s join meetings.event_end f on f.event_id = s.event_id
      where s.answered_at is null and s.expires_at > $1 and s.reminders < 2 order by s.id`,
    [now],
  )
  return rows
}

/** @returns false when it was reminded, or answered, meanwhile */
export async function noteReminder(owner: Owner, surveyId: string, reminders: number): Promise<boolean> {
  const { rowCount } = await owner.query(
    'update meetings.survey set reminders = reminders + 1 where id = $1 and reminders = $2 and answered_at is null',
    [surveyId, reminders],
  )
  return rowCount === 1
}

export type SurveyReader = {
  readonly surveyId: string
  readonly missionId: string
  readonly eventId: string
  readonly representativeId: string
  readonly stage: Stage
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly linkLanguage: Locale | null
  readonly languages: readonly string[]
  readonly title: Localized
  /** What the letter asks, answered by one tap. */
  readonly question: Localized
  readonly organisation: string
  readonly company: string
  readonly timeZone: TimeZone
  readonly expiresAt: Instant
}

/** Whom these surveys are sent to: everybody who came for the company and can be reached, while it may be answered. */
export async function listReaders(owner: Owner, surveyIds: readonly string[], now: Instant): Promise<SurveyReader[]> {
  const { rows } = await owner.query<SurveyReader>(
    `select s.id as "surveyId", s.mission_id as "missionId", s.event_id as "eventId", r.id as "representativeId", s.stage, r.given_name as "givenName",
            r.family_name as "familyName", c.email, p.languages, e.title, o.name as organisation, p.name as company,
            coalesce(f.time_zone, e.time_zone) as "timeZone", meetings.iso(s.expires_at) as "expiresAt",
            (select q.wording from meetings.asked_question q where q.event_id = s.event_id and q.stage = s.stage and q.measure = 'follow_up') as question,
            (select l.language from meetings.answer_link l where l.participant_id = p.id order by l.made_at desc limit 1) as "linkLanguage"
       from meetings.survey s join meetings.participant p on p.id = s.participant_id join meetings.event e on e.id = s.event_id
       left join meetings.event_end f on f.event_id = e.id join directory.pub_organisation o on o.id = e.organisation_id join meetings.representative r on r.participant_id = p.id
       join meetings.representative_contact c on c.id = r.id
      where s.id = any ($1::uuid[]) and s.expires_at > $2 and c.email is not null order by s.id, r.family_name, r.id`,
    [surveyIds, now],
  )
  return rows
}

/** One letter that leaves: its link, and the count the organisers read. */
export async function insertSurveyLink(
  owner: Owner,
  reader: Pick<SurveyReader, 'missionId' | 'eventId' | 'surveyId' | 'representativeId'>,
  link: { readonly digest: Buffer; readonly language: Locale; readonly now: Instant },
): Promise<void> {
  await owner.query(
    `insert into meetings.survey_link (token_digest, mission_id, event_id, survey_id, representative_id, language, sent_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [link.digest, reader.missionId, reader.eventId, reader.surveyId, reader.representativeId, link.language, link.now],
  )
  await owner.query('update meetings.survey set letters = letters + 1 where id = $1', [reader.surveyId])
}

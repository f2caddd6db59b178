import { sql } from 'kysely'
import type { Databases } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LinkMeeting, OutcomeDraft } from '../domain/outcome.ts'

/** The meetings of the holder that have begun; none when the link does not open. */
export async function meetingsOfLink({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<LinkMeeting[]> {
  const { rows } = await sql<{ meetings: LinkMeeting[] }>`select meetings.meetings_of_link(${digest}, ${now}) as meetings`.execute(web)
  return rows[0]?.meetings ?? []
}

/** @returns false when somebody told something else meanwhile, or when it is no meeting of the holder that has begun */
export async function tellByLink(
  web: Databases['web'],
  digest: Buffer,
  meetingId: string,
  { state, nextStep, nextStepOn, nextStepWords }: OutcomeDraft,
  version: number,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    isTold: boolean
  }>`select meetings.tell_by_link(${digest}, ${meetingId}, ${state}, ${nextStep}, ${nextStepOn}, ${nextStepWords}, ${version}, ${now}) as is_told`.execute(
    web,
  )
  return rows[0]?.isTold === true
}

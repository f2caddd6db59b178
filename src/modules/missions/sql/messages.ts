import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Message, MessageId } from '../domain/message.ts'
import type { MissionId } from '../domain/mission.ts'

export type ThreadFilter = { readonly missionId: string; readonly noun: string; readonly id: string | null }

/** A thread as the acting organisation reads it, the earliest first: the last `limit` messages. */
export async function listMessages(tx: Tx, { missionId, noun, id }: ThreadFilter, limit: number): Promise<Message[]> {
  const messages = await tx
    .selectFrom('missions.message as m')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'm.organisationId')
    .where('m.missionId', '=', missionId)
    .where('m.aboutNoun', '=', noun)
    .where(sql<boolean>`m.about_id is not distinct from ${id}`)
    .select([
      'm.id',
      'm.missionId',
      'm.organisationId',
      'o.name as organisationName',
      'm.isShared',
      'm.aboutNoun',
      'm.aboutId',
      'm.aboutLabel',
    ])
    .select(['m.body', 'm.authorId', 'm.authorName', 'm.writtenAt', 'm.editedAt', 'm.retractedAt', 'm.version'])
    .orderBy('m.writtenAt', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .$castTo<Message>()
    .execute()
  return messages.toReversed()
}

/** One of one's own messages, locked; null for anybody else's. */
export async function lockOwnMessage(tx: Tx, missionId: string, messageId: string, authorId: AccountId | null): Promise<Message | null> {
  const row = await tx
    .selectFrom('missions.message')
    .where('missionId', '=', missionId)
    .where('id', '=', messageId)
    .where('authorId', '=', authorId)
    .select(['id', 'missionId', 'organisationId', 'isShared', 'aboutNoun', 'aboutId', 'aboutLabel', 'body', 'authorId', 'authorName'])
    .select(['writtenAt', 'editedAt', 'retractedAt', 'version'])
    .forUpdate()
    .executeTakeFirst()
  return (row as Message | undefined) ?? null
}

export type NewMessage = {
  readonly missionId: MissionId
  readonly isShared: boolean
  readonly aboutNoun: string
  readonly aboutId: string | null
  readonly aboutLabel: string
  readonly body: string
  readonly authorName: string
  readonly writtenAt: Instant
}

export async function addMessage(tx: Tx, message: NewMessage): Promise<MessageId> {
  const { id } = await tx.insertInto('missions.message').values(message).returning('id').executeTakeFirstOrThrow()
  return id as MessageId
}

export async function changeMessage(
  tx: Tx,
  id: MessageId,
  change: { readonly body: string; readonly editedAt: Instant } | { readonly body: null; readonly retractedAt: Instant },
): Promise<void> {
  await tx.updateTable('missions.message').set(change).where('id', '=', id).execute()
}

/** The nouns and ids of a mission that have a thread one may read, with how many messages stand in each. */
export async function countThreads(
  tx: Tx,
  missionId: string,
): Promise<{ noun: string; id: string | null; label: string; count: number }[]> {
  return tx
    .selectFrom('missions.message')
    .where('missionId', '=', missionId)
    .groupBy(['aboutNoun', 'aboutId'])
    .select(['aboutNoun as noun', 'aboutId as id'])
    .select(sql<string>`max(about_label)`.as('label'))
    .select(sql<number>`count(*)::int`.as('count'))
    .orderBy(sql`max(written_at) desc`)
    .execute()
}

/** A message as a background task tells it. */
export type ToldMessage = {
  readonly missionId: MissionId
  readonly missionTitle: Localized
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly isShared: boolean
  readonly aboutNoun: string
  readonly aboutId: string | null
  readonly aboutLabel: string
  readonly body: string | null
  readonly authorId: AccountId | null
  readonly authorName: string
  /** Organisations at the mission when this is read. */
  readonly partners: readonly OrganisationId[]
  /** Who wrote in this thread what the organisation of each could read. */
  readonly voices: readonly { readonly organisationId: OrganisationId; readonly accountId: AccountId }[]
}

export async function loadToldMessage(owner: Pick<pg.ClientBase, 'query'>, id: string): Promise<ToldMessage | null> {
  const { rows } = await owner.query<ToldMessage>(
    `select m.mission_id as "missionId", mission.title as "missionTitle", m.organisation_id as "organisationId", o.name as "organisationName",
            m.is_shared as "isShared", m.about_noun as "aboutNoun", m.about_id as "aboutId", m.about_label as "aboutLabel", m.body,
            m.author_id as "authorId", m.author_name as "authorName",
            (select coalesce(array_agg(p.organisation_id), '{}') from missions.partner p where p.mission_id = m.mission_id and p.left_at is null) as partners,
            (select coalesce(jsonb_agg(distinct jsonb_build_object('organisationId', v.organisation_id, 'accountId', v.author_id)), '[]')
               from missions.message v
              where v.mission_id = m.mission_id and v.about_noun = m.about_noun and v.about_id is not distinct from m.about_id
                and v.author_id is not null) as voices
       from missions.message m
       join missions.mission mission on mission.id = m.mission_id
       join directory.pub_organisation o on o.id = m.organisation_id
      where m.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

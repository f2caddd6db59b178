import type { ClientBase } from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

type Owner = Pick<ClientBase, 'query'>

/** Somebody who is told by mail what changes for them; the message belongs to who keeps their address. */
export type ToldPerson = {
  readonly id: string
  readonly participantId: string
  readonly keeperId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  /** The language of their link, where they have one. */
  readonly linkLanguage: Locale | null
  /** ISO 639-1, those of the participant. */
  readonly languages: readonly string[]
}

/** Those of these people who can be reached. */
export async function listTold(owner: Owner, eventId: string, ids: readonly string[]): Promise<ToldPerson[]> {
  const { rows } = await owner.query<ToldPerson>(
    `select r.id, r.participant_id as "participantId", p.organisation_id as "keeperId", r.given_name as "givenName", r.family_name as "familyName", c.email,
            (select l.language from meetings.answer_link l where l.participant_id = p.id order by l.made_at desc limit 1) as "linkLanguage", p.languages
       from meetings.representative r join meetings.participant p on p.id = r.participant_id join meetings.representative_contact c on c.id = r.id
      where r.event_id = $1 and r.id = any ($2::uuid[]) and c.email is not null order by r.id`,
    [eventId, ids],
  )
  return rows
}

export type ToldEvent = { readonly title: Localized }

export async function loadToldEvent(owner: Owner, eventId: string): Promise<ToldEvent | null> {
  const { rows } = await owner.query<ToldEvent>(`select title from meetings.event where id = $1`, [eventId])
  return rows[0] ?? null
}

export type ToldThing = { id: string; name: string | null; address: string; startsAt: Instant | null; timeZone: TimeZone | null }

/** What the changes speak of, by id: participants and spots by their names, slots by their beginning on the clocks of their city. */
export async function listToldNames(owner: Owner, eventId: string): Promise<ToldThing[]> {
  const { rows } = await owner.query<ToldThing>(
    `select id, name, '' as address, null as "startsAt", null as "timeZone" from meetings.participant where event_id = $1
      union all select id, name, address, null, null from meetings.spot where event_id = $1
      union all select s.id, null, '', to_json(s.starts_at at time zone 'utc') #>> '{}' || 'Z', l.time_zone
        from meetings.slot s join meetings.event_leg l on l.event_id = s.event_id and l.leg_id = s.leg_id where s.event_id = $1`,
    [eventId],
  )
  return rows
}

import type pg from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { CalendarMethod } from '#platform/mail.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Moment } from '../domain/agenda.ts'

/** One message to write, to one calendar about one moment. */
export type WaitingInvitation = {
  readonly id: string
  readonly memberId: string
  readonly organisationId: OrganisationId
  readonly name: string
  /** Null when their sender knows no address: then nothing is written. */
  readonly email: string | null
  readonly locale: Locale
  readonly sequence: number
  readonly method: CalendarMethod
  readonly content: Moment
  readonly changedAt: Instant
  readonly title: Localized
  readonly organiserName: string
}

type Owner = Pick<pg.ClientBase, 'query'>

/** Takes some of the messages that wait; another worker takes others. Those of a pass taken back meanwhile, or of someone who withdrew, are not among them. */
export async function takeWaiting(owner: Owner, missionId: string, limit: number): Promise<WaitingInvitation[]> {
  const { rows } = await owner.query<WaitingInvitation>(
    `select i.id, i.member_id as "memberId", m.organisation_id as "organisationId", m.given_name || ' ' || m.family_name as name, c.email,
            case w.locale when 'en' then 'en' else 'fr' end as locale, i.sequence, i.method, i.content, r.released_at as "changedAt",
            mission.title, o.name as "organiserName"
       from pocket.invitation i
       join delegations.pub_member m on m.id = i.member_id
       join pocket.pass p on p.member_id = i.member_id and p.revoked_at is null
       left join delegations.pub_contact c on c.member_id = i.member_id
       left join identity.pub_workspace w on w.organisation_id = m.organisation_id
       join missions.pub_mission mission on mission.id = i.mission_id
       join directory.pub_organisation o on o.id = mission.lead_organisation_id
       join programme.pub_release r on r.mission_id = i.mission_id and r.number = i.sequence
      where i.mission_id = $1 and i.queued_at is null
      order by i.sequence, i.id limit $2 for update of i skip locked`,
    [missionId, limit],
  )
  return rows
}

export async function noteQueued(owner: Owner, ids: readonly string[], now: Instant): Promise<void> {
  await owner.query('update pocket.invitation set queued_at = $2 where id = any ($1::uuid[])', [ids, now])
}

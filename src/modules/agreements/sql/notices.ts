import type pg from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { AgreementId } from '../domain/agreement.ts'

type Owner = Pick<pg.ClientBase, 'query'>

/** An agreement whose end is near, as a background task reads it. */
export type EndingAgreement = {
  readonly id: AgreementId
  readonly organisationId: OrganisationId
  readonly title: Localized
  readonly lastDay: LocalDate
  /** Months before this last day whose notice has left. */
  readonly sent: readonly number[]
}

/** Signed, not terminated, renewed by nothing signed, and ending between these days. */
export async function listEnding(owner: Owner, from: LocalDate, until: LocalDate): Promise<EndingAgreement[]> {
  const { rows } = await owner.query<EndingAgreement>(
    `select a.id, a.organisation_id as "organisationId", a.title, e.last_day::text as "lastDay",
            array(select n.months from agreements.term_notice n where n.agreement_id = a.id and n.last_day = e.last_day) as sent
       from agreements.agreement a
       cross join lateral (select coalesce((select m.prolongs_to from agreements.amendment m
           where m.agreement_id = a.id and m.prolongs_to is not null order by m.number desc limit 1), a.last_day) as last_day) e
      where e.last_day between $1 and $2 and a.terminated_on is null and (a.signed_on is not null or a.attested_on is not null)
        and not exists (select from agreements.agreement r where r.renews_id = a.id and r.signed_on is not null)
      order by e.last_day, a.id`,
    [from, until],
  )
  return rows
}

/** Notes that a notice leaves, for one worker only: false when it has left already. */
export async function noteNotice(
  owner: Owner,
  { id, organisationId, lastDay }: EndingAgreement,
  months: number,
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await owner.query(
    `insert into agreements.term_notice (agreement_id, organisation_id, last_day, months, sent_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [id, organisationId, lastDay, months, now],
  )
  return rowCount === 1
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Signature } from '../domain/agreement.ts'

/** What someone signed, under one of their whole names, the latest first. */
export async function listSignaturesNaming(tx: Tx, names: readonly string[]): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select s.id, s.agreement_id, a.title as agreement_title, o.name as party_name, s.capacity, a.signed_on, a.signed_at_place
      from agreements.signatory s join agreements.agreement a on a.id = s.agreement_id
      join agreements.party p on p.id = s.party_id left join directory.pub_organisation o on o.id = p.party_id
      where app.names_someone(s.name, ${names}::text[])
      order by a.signed_on desc nulls last, s.id limit 200`.execute(tx)
  return rows
}

/** A paper of the register that concerns someone: an agreement they signed, in one language, or the minutes of a committee they are named in. */
export type PaperNaming = {
  readonly id: string
  readonly kind: 'wording' | 'minutes'
  readonly agreementId: string
  readonly agreementTitle: Localized
  /** Of a wording: ISO 639-1. */
  readonly language: string | null
  /** When it was signed, or held. */
  readonly onDay: LocalDate | null
}

export async function listPapersNaming(tx: Tx, names: readonly string[]): Promise<PaperNaming[]> {
  const named = (text: string) => sql`app.names_someone(${sql.ref(text)}, ${names}::text[])`
  const { rows } = await sql<PaperNaming>`
    select w.id, 'wording' as kind, a.id as agreement_id, a.title as agreement_title, w.language, a.signed_on as on_day
      from agreements.wording w join agreements.agreement a on a.id = w.agreement_id
      where exists (select from agreements.signatory s where s.agreement_id = a.id and ${named('s.name')})
    union all
    select c.id, 'minutes', a.id, a.title, null, c.held_on
      from agreements.committee_meeting c join agreements.agreement a on a.id = c.agreement_id
      where ${named('c.own_chair')} or ${named('c.their_chair')} or ${named('c.attendees')} or ${named('c.written_minutes')}
    order by on_day desc nulls last, id limit 200`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Signature } from '../domain/agreement.ts'

/** What was signed under this whole name, accents and capitals aside, the latest first. */
export async function listSignaturesNaming(tx: Tx, name: string): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select s.id, s.agreement_id, a.title as agreement_title, o.name as party_name, s.capacity, a.signed_on, a.signed_at_place
      from agreements.signatory s join agreements.agreement a on a.id = s.agreement_id
      join agreements.party p on p.id = s.party_id left join directory.pub_organisation o on o.id = p.party_id
      where app.fold(btrim(${name})) <> '' and strpos(app.fold(s.name), app.fold(btrim(${name}))) > 0
      order by a.signed_on desc nulls last, s.id limit 200`.execute(tx)
  return rows
}

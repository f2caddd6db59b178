import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PersonId } from '../domain/person.ts'

/** Someone as a file names them; `n` is their place in it. */
export type NamedLine = {
  readonly n: number
  readonly id: string | null
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
}

export type Match = { readonly n: number; readonly personId: PersonId; readonly by: 'id' | 'name' | 'email' }

/** Those of one's people whom lines of a file may mean: the card they were written from, the same name, the same address. */
export async function listMatches(tx: Tx, lines: readonly NamedLine[]): Promise<Match[]> {
  if (lines.length === 0) return []
  const { rows } = await sql<Match>`
    with line as materialized (
      select l.n, l.id, app.fold(l."familyName") as family, app.fold(l."givenName") as given, lower(l.email) as email
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l (n int, id uuid, "familyName" text, "givenName" text, email text))
    select l.n, p.id as person_id, 'id' as by from line l join directory.person p on p.id = l.id
    union select l.n, p.id, 'name' from line l join directory.person p on app.fold(p.family_name) = l.family and app.fold(p.given_name) = l.given
    union select l.n, p.id, 'email' from line l join directory.person p on lower(p.email) = l.email
    order by 1, 2, 3`.execute(tx)
  return rows
}
